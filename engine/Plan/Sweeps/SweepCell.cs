namespace NeuralStyle.Plan.Sweeps;

/// <summary>One combination of axis values and the trial that it resolves to. Equal settings share one trial.</summary>
/// <param name="Coordinates">For each axis of the plan, in order, the index of its value.</param>
/// <param name="TrialId">The trial.</param>
public sealed record SweepCell(IReadOnlyList<int> Coordinates, string TrialId);
