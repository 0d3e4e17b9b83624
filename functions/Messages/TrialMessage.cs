namespace NeuralStyle.Functions.Messages;

/// <summary>A trial to run, on the queue <c>trials</c>. Names only: the worker reads the rest from the store.</summary>
/// <param name="Sweep">The sweep that asks for it.</param>
/// <param name="TrialId">The trial.</param>
/// <param name="InstanceId">The trial orchestration that waits for the outcome.</param>
public sealed record TrialMessage(string Sweep, string TrialId, string InstanceId);
