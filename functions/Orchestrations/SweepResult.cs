using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Functions.Orchestrations;

/// <summary>How a sweep ended: output of <see cref="SweepOrchestration"/>.</summary>
/// <param name="Sweep">The sweep.</param>
/// <param name="State">How it ended; where it stood when it was superseded.</param>
/// <param name="Superseded">True when it stopped because a newer manifest of the same name took its place.</param>
/// <param name="Completed">Trials with a result.</param>
/// <param name="Failed">Trials without.</param>
/// <param name="Reused">Trials that had ended before.</param>
public sealed record SweepResult(string Sweep, SweepState State, bool Superseded = false, int Completed = 0, int Failed = 0, int Reused = 0);
