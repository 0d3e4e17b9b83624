using System.Collections.Concurrent;

namespace NeuralStyle.Cli.Serve.Polling;

/// <summary>A bell for each queue that this process both writes and reads.</summary>
internal sealed class QueueBells : IDisposable
{
    private readonly ConcurrentDictionary<string, Bell> _bells = new();

    public Bell Of(string queue) => _bells.GetOrAdd(queue, _ => new Bell());

    public void Dispose()
    {
        foreach (var bell in _bells.Values)
            bell.Dispose();
    }
}
