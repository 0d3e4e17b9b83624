using NeuralStyle.Plan.Simulation;

namespace NeuralStyle.Cli.Simulation;

/// <summary>One simulated sweep and its cost.</summary>
/// <param name="WorkSeconds">Seconds of all its trials together.</param>
/// <param name="Result">What came of it.</param>
/// <param name="Cost">What it costs; absent where a rate isn't known.</param>
internal sealed record SimulatedSweep(double WorkSeconds, SimulationResult Result, double? Cost);
