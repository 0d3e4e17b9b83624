using NeuralStyle.Plan.Records;

namespace NeuralStyle.Functions.Verification;

/// <summary>What was asked for when a sheet was composed.</summary>
/// <param name="Sweep">The sweep.</param>
/// <param name="StartedAt">When it began, UTC.</param>
/// <param name="Outcomes">How each trial ended; of a sweep that goes on, where it stood.</param>
/// <param name="IsPartial">Whether the sweep went on.</param>
public sealed record SheetRequest(string Sweep, DateTimeOffset StartedAt, IReadOnlyList<TrialOutcome> Outcomes, bool IsPartial);
