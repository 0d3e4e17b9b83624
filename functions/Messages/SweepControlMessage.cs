namespace NeuralStyle.Functions.Messages;

/// <summary>Something was asked of a sweep: its host is to look, on the queue <c>sweep-controls</c>.</summary>
/// <param name="Sweep">The sweep.</param>
/// <param name="InstanceId">The orchestration that runs it.</param>
public sealed record SweepControlMessage(string Sweep, string InstanceId);
