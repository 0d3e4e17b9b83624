using NeuralStyle.Plan.Records;

namespace NeuralStyle.Functions.Orchestrations;

/// <summary>How the trials of a sweep ended.</summary>
/// <param name="Outcomes">One a trial, in planned order; null when a newer manifest took the sweep's place.</param>
/// <param name="Cancelled">Whether the sweep was cancelled before all of them had ended.</param>
internal sealed record WindowEnd(IReadOnlyList<TrialOutcome>? Outcomes, bool Cancelled);
