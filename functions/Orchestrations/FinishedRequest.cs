namespace NeuralStyle.Functions.Orchestrations;

/// <summary>Input of the activity FindFinished.</summary>
/// <param name="TrialIds">The trials to look for.</param>
public sealed record FinishedRequest(IReadOnlyList<string> TrialIds);
