using Microsoft.DurableTask.Client;

namespace NeuralStyle.Cli.Serve;

/// <summary>A function that messages trigger.</summary>
/// <param name="Queue">The queue.</param>
/// <param name="BatchSize">Messages at once.</param>
/// <param name="RunAsync">Calls it with a message's text.</param>
internal sealed record QueueFunction(string Queue, int BatchSize, Func<string, DurableTaskClient, CancellationToken, Task> RunAsync)
{
    /// <summary>
    /// Subscribes to the news that the scarce part of the work on a message is done, and another can be taken while the rest of it goes on;
    /// null where a message keeps its place to the end. The news is the message's <see cref="KeyOf"/>.
    /// </summary>
    public Action<Action<string>>? OnRelieved { get; init; }

    /// <summary>What a message is known by in that news.</summary>
    public Func<string, string> KeyOf { get; init; } = text => text;
}
