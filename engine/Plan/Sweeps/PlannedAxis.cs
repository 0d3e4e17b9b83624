namespace NeuralStyle.Plan.Sweeps;

/// <summary>An axis after planning.</summary>
/// <param name="Name">The parameter that varies, or <c>content</c>, <c>style</c>, <c>experiment</c>.</param>
/// <param name="Labels">One label a value, rendered from the resolved value, never typed.</param>
public sealed record PlannedAxis(string Name, IReadOnlyList<string> Labels);
