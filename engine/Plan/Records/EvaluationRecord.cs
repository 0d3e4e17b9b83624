namespace NeuralStyle.Plan.Records;

/// <summary>One computation of loss and gradient. The losses are weighted: they add up to the total.</summary>
/// <param name="Evaluation">Number, from 1, over all scales.</param>
/// <param name="Total">Sum of the weighted losses.</param>
/// <param name="Content">Weighted content loss.</param>
/// <param name="Style">Weighted style loss.</param>
/// <param name="Tv">Weighted total-variation loss.</param>
/// <param name="Seconds">Seconds since the trial's first evaluation began; of a resumed trial, seconds worked in all.</param>
public sealed record EvaluationRecord(int Evaluation, double Total, double Content, double Style, double Tv, double Seconds)
{
    /// <summary>
    /// How far the loss has come down, percent of the total of the first evaluation at the same scale: 100 would be no loss at all,
    /// below 0 it is higher than at the start. Where a schedule changes weights, it compares losses of different weights.
    /// </summary>
    public double Improvement { get; init; }

    /// <summary>Weighted losses of the single layers, in the order of <see cref="TrialRecord.Layers"/>.</summary>
    public IReadOnlyList<double> Layers { get; init; } = [];
}
