using NeuralStyle.Plan.Records;

namespace NeuralStyle.Functions.Orchestrations;

/// <summary>How the trials of a sweep, or of a rung of its search, ended.</summary>
/// <param name="Outcomes">One a trial, in planned order; null when a newer manifest took the sweep's place.</param>
/// <param name="Cancelled">Whether the sweep was cancelled before all of them had ended.</param>
/// <param name="LeftOut">Whether some of them were never begun, because the sweep was cancelled or came to a limit.</param>
internal sealed record WindowEnd(IReadOnlyList<TrialOutcome>? Outcomes, bool Cancelled, bool LeftOut);
