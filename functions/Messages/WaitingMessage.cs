namespace NeuralStyle.Functions.Messages;

/// <summary>A message of the queue <c>trials</c> that no worker holds.</summary>
/// <param name="InstanceId">The trial orchestration that waits for the outcome; null where the message can't be read.</param>
/// <param name="QueuedAt">When the queue took it, by the queue's clock.</param>
public sealed record WaitingMessage(string? InstanceId, DateTimeOffset QueuedAt);
