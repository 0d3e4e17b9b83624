using NeuralStyle.Plan.Records;

namespace NeuralStyle.Functions.Orchestrations;

/// <summary>Input of the activity ComposeSheet.</summary>
/// <param name="Sweep">The sweep.</param>
/// <param name="StartedAt">When the sweep began, UTC.</param>
/// <param name="Outcomes">How each trial ended.</param>
public sealed record ComposeRequest(string Sweep, DateTimeOffset StartedAt, IReadOnlyList<TrialOutcome> Outcomes);
