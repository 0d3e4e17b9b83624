namespace NeuralStyle.Plan.Records;

/// <summary>One computation of loss and gradient. The losses are weighted: they add up to the total.</summary>
/// <param name="Evaluation">Number, from 1.</param>
/// <param name="Total">Sum of the weighted losses.</param>
/// <param name="Content">Weighted content loss.</param>
/// <param name="Style">Weighted style loss.</param>
/// <param name="Tv">Weighted total-variation loss.</param>
/// <param name="Seconds">Seconds since the trial's first evaluation began.</param>
public sealed record EvaluationRecord(int Evaluation, double Total, double Content, double Style, double Tv, double Seconds);
