using NeuralStyle.Plan.Records;

namespace NeuralStyle.Functions.Trials;

/// <summary>The result of a trial.</summary>
/// <param name="Png">The file.</param>
/// <param name="Width">Pixels across.</param>
/// <param name="Height">Pixels down.</param>
/// <param name="Evaluations">Every evaluation, in order.</param>
public sealed record TrialImage(byte[] Png, int Width, int Height, IReadOnlyList<EvaluationRecord> Evaluations);
