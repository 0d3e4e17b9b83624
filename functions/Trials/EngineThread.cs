using System.Collections.Concurrent;

namespace NeuralStyle.Functions.Trials;

/// <summary>
/// The one thread on which the engine works, one trial after another. The tensor library keeps state per thread (its dispose
/// scopes, its own team of threads), so a trial must not move between threads, and every new thread would cost a new team.
/// </summary>
public sealed class EngineThread : IDisposable
{
    private readonly BlockingCollection<Action> _work = [];
    private readonly Thread _thread;

    public EngineThread()
    {
        _thread = new Thread(Loop) { IsBackground = true, Name = "engine" };
        _thread.Start();
    }

    /// <summary>Runs a piece of work when the thread is free. Cancellation before it begins leaves it out.</summary>
    public Task<T> RunAsync<T>(Func<T> work, CancellationToken cancellation)
    {
        var completion = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        _work.Add(() => Complete(completion, work, cancellation), cancellation);
        return completion.Task;
    }

    /// <summary>Ends the thread after the work that it has.</summary>
    public void Dispose()
    {
        _work.CompleteAdding();
        _thread.Join();
        _work.Dispose();
    }

    private void Loop()
    {
        foreach (var work in _work.GetConsumingEnumerable())
            work();
    }

    private static void Complete<T>(TaskCompletionSource<T> completion, Func<T> work, CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested)
        {
            completion.SetCanceled(cancellation);
            return;
        }

        try
        {
            completion.SetResult(work());
        }
        catch (OperationCanceledException exception)
        {
            completion.SetCanceled(exception.CancellationToken);
        }
#pragma warning disable CA1031 // Whatever the work throws belongs to who asked for it; the thread must live on.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            completion.SetException(exception);
        }
    }
}
