using Microsoft.DurableTask.Client;

namespace NeuralStyle.Cli.Serve;

/// <summary>A function that messages trigger.</summary>
/// <param name="Queue">The queue.</param>
/// <param name="BatchSize">Messages at once.</param>
/// <param name="RunAsync">Calls it with a message's text.</param>
internal sealed record QueueFunction(string Queue, int BatchSize, Func<string, DurableTaskClient, CancellationToken, Task> RunAsync);
