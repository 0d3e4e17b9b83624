using NeuralStyle.Plan.Records;

namespace NeuralStyle.Plan.Sweeps;

/// <summary>One trial's line in <c>status.json</c>.</summary>
/// <param name="TrialId">The trial.</param>
/// <param name="State">How far it has come.</param>
/// <param name="Reason">Why it failed, was cancelled or is not run; absent otherwise.</param>
/// <param name="Reused">True when nothing had to be computed.</param>
/// <param name="Seconds">Seconds of work; 0 while it has not ended.</param>
public sealed record TrialStatus(string TrialId, TrialState State, string? Reason = null, bool Reused = false, double Seconds = 0);
