using NeuralStyle.Plan.Simulation;

namespace NeuralStyle.Cli.Simulation;

/// <summary>What <c>nst simulate --json</c> prints: what was assumed, and what came of it.</summary>
/// <param name="Assumptions">All of it, but the seconds of the trials.</param>
/// <param name="Rates">What a worker is, and what it costs; rates that aren't known are absent.</param>
/// <param name="Sweeps">The sweeps, in the order in which they were asked for.</param>
internal sealed record SimulationReport(SimulationOptions Assumptions, ReplicaRates Rates, IReadOnlyList<SimulatedSweep> Sweeps);
