namespace NeuralStyle.Functions.Orchestrations;

/// <summary>Input of <see cref="TrialOrchestration"/>.</summary>
/// <param name="Sweep">The sweep.</param>
/// <param name="TrialId">The trial.</param>
/// <param name="Dispatch">How it is handed out.</param>
public sealed record TrialInput(string Sweep, string TrialId, DispatchOptions Dispatch);
