using NeuralStyle.Plan.Records;

namespace NeuralStyle.Functions.Trials;

/// <summary>The result of a trial.</summary>
/// <param name="Png">The file.</param>
/// <param name="Width">Pixels across.</param>
/// <param name="Height">Pixels down.</param>
/// <param name="Evaluations">Every evaluation, in order.</param>
public sealed record TrialImage(byte[] Png, int Width, int Height, IReadOnlyList<EvaluationRecord> Evaluations)
{
    /// <summary>The file in the form that the trial asks for; null where image.png is it.</summary>
    public OutputFile? Output { get; init; }

    /// <summary>The layers whose losses the evaluations list.</summary>
    public IReadOnlyList<LossLayer> Layers { get; init; } = [];

    /// <summary>What happened out of the ordinary, in order.</summary>
    public IReadOnlyList<TrialEvent> Events { get; init; } = [];

    /// <summary>Trials that began as one batch with it, itself included.</summary>
    public int Batch { get; init; } = 1;

    /// <summary>What the result is like, in numbers; null where it could not be measured.</summary>
    public TrialMeasures? Measures { get; init; }

    /// <summary>The evaluation kept as the best; null where the policy keeps none.</summary>
    public int? BestEvaluation { get; init; }
}
