namespace NeuralStyle.Functions.Workers;

/// <summary>What makes a process of no use as a worker; a new one may do better.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Reason">What was seen.</param>
public sealed record WorkerFault(WorkerFaultKind Kind, string Reason);
