namespace NeuralStyle.Cli.Serve.Durable;

/// <summary>Events raised to one orchestration: kept until it waits for them, as the durable engine keeps them.</summary>
internal sealed class EventBuffer
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Queue<string?>> _waiting = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Stack<TaskCompletionSource<string?>>> _waiters = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Hands the event to whoever waits for it, the latest first; keeps it when nobody does.</summary>
    public void Raise(string name, string? payload)
    {
        lock (_lock)
        {
            var waiters = Of(_waiters, name);
            // One that was cancelled does not take it any more.
            while (waiters.TryPop(out var waiter))
            {
                if (waiter.TrySetResult(payload))
                    return;
            }

            Of(_waiting, name).Enqueue(payload);
        }
    }

    /// <summary>The next event of that name.</summary>
    public Task<string?> WaitAsync(string name, CancellationToken cancellation)
    {
        lock (_lock)
        {
            if (Of(_waiting, name).TryDequeue(out var payload))
                return Task.FromResult(payload);
            var waiter = new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously);
            cancellation.Register(() => waiter.TrySetCanceled(cancellation));
            Of(_waiters, name).Push(waiter);
            return waiter.Task;
        }
    }

    private static T Of<T>(Dictionary<string, T> all, string name)
        where T : new()
    {
        if (!all.TryGetValue(name, out var one))
            all[name] = one = new T();
        return one;
    }
}
