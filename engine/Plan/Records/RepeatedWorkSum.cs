namespace NeuralStyle.Plan.Records;

/// <summary>What was computed twice of some trials, in all.</summary>
/// <param name="Trials">Trials of which something was.</param>
/// <param name="Evaluations">Evaluations.</param>
/// <param name="Seconds">Seconds of work on them.</param>
public sealed record RepeatedWorkSum(int Trials, int Evaluations, double Seconds);
