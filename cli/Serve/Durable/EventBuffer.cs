using System.Text.Json;
using Microsoft.DurableTask.Converters;

namespace NeuralStyle.Cli.Serve.Durable;

/// <summary>
/// Events raised to one orchestration: kept until it waits for them, and handed out as the durable engine does, to whoever began to wait last,
/// even where that one was cancelled. Then nobody hears it, as it would be there.
/// </summary>
internal sealed class EventBuffer
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Queue<string?>> _waiting = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Stack<Action<string?>>> _waiters = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Hands the event to whoever waits for it, the latest first; keeps it when nobody does.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="payload">What it says, as JSON.</param>
    public void Raise(string name, string? payload)
    {
        lock (_lock)
        {
            if (Of(_waiters, name).TryPop(out var waiter))
                waiter(payload);
            else
                Of(_waiting, name).Enqueue(payload);
        }
    }

    /// <summary>The next event of that name.</summary>
    public Task<T> WaitAsync<T>(string name, CancellationToken cancellation)
    {
        var source = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            if (Of(_waiting, name).TryDequeue(out var payload))
                Complete(source, payload);
            else
                Of(_waiters, name).Push(later => Complete(source, later));
        }

        cancellation.Register(() => source.TrySetCanceled(cancellation));
        return source.Task;
    }

    /// <summary>Forgets who waits, not what is kept: the orchestration begins anew.</summary>
    public void ForgetWaiters()
    {
        lock (_lock)
            _waiters.Clear();
    }

    private static void Complete<T>(TaskCompletionSource<T> source, string? payload)
    {
        try
        {
            source.TrySetResult(JsonDataConverter.Default.Deserialize<T>(payload)!);
        }
        catch (JsonException exception)
        {
            // The fault of whoever raised it shows where it is waited for.
            source.TrySetException(exception);
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
