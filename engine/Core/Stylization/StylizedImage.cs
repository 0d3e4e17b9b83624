using NeuralStyle.Engine.Images;
using NeuralStyle.Plan.Records;

namespace NeuralStyle.Engine.Stylization;

/// <summary>The result of a trial.</summary>
/// <param name="Image">The image to save: clamped to 0..1, with what the trial's controls ask for.</param>
/// <param name="Evaluations">Every evaluation, in order.</param>
public sealed record StylizedImage(Picture Image, IReadOnlyList<EvaluationRecord> Evaluations)
{
    /// <summary>The layers whose losses the evaluations list.</summary>
    public IReadOnlyList<LossLayer> Layers { get; init; } = [];

    /// <summary>What happened out of the ordinary, in order.</summary>
    public IReadOnlyList<TrialEvent> Events { get; init; } = [];

    /// <summary>Trials that began as one batch with it, itself included; 1 for a trial alone.</summary>
    public int Batch { get; init; } = 1;

    /// <summary>The evaluation of the lowest total loss, handed on as a snapshot where the policy keeps the best; else null.</summary>
    public int? BestEvaluation { get; init; }
}
