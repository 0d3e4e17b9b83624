namespace NeuralStyle.Plan.Sweeps;

/// <summary>An axis after planning.</summary>
/// <param name="Name">The parameter that varies, the name of several that vary together, or <c>content</c>, <c>style</c>, <c>experiment</c>.</param>
/// <param name="Labels">One label a value, rendered from the resolved value, never typed.</param>
public sealed record PlannedAxis(string Name, IReadOnlyList<string> Labels)
{
    /// <summary>
    /// What it varies: names of parameters, and <c>content</c> and <c>style</c> for images; of experiments, whatever one of them changes.
    /// Empty in plans of earlier versions.
    /// </summary>
    public IReadOnlyList<string> Parameters { get; init; } = [];
}
