using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Functions.Orchestrations;

/// <summary>Output of the activity UpdateStatus.</summary>
/// <param name="IsOwner">False when a newer manifest took the sweep's place, and nothing was written.</param>
/// <param name="Request">What is asked of this run of the sweep.</param>
public sealed record StatusAnswer(bool IsOwner, SweepRequest Request);
