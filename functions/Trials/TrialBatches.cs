using NeuralStyle.Functions.Workers;

namespace NeuralStyle.Functions.Trials;

/// <summary>
/// Hands trials to the engine, on its one thread: those that wait and are of one <see cref="BatchKey"/> as a batch, as many as the
/// settings allow, the others in the order in which they came.
/// </summary>
public sealed class TrialBatches
{
    private readonly Lock _gate = new();
    private readonly List<Waiting> _waiting = [];
    private readonly ITrialEngine _engine;
    private readonly EngineThread _thread;
    private readonly int _size;
    private readonly EnginePulse _pulse;
    private readonly TimeProvider _clock;

    /// <param name="engine">The engine.</param>
    /// <param name="thread">Its thread.</param>
    /// <param name="size">Trials that may make a batch; 1 runs each alone.</param>
    /// <param name="pulse">Is told when the engine is at work.</param>
    /// <param name="clock">Measures <see cref="Gathering"/>.</param>
    public TrialBatches(ITrialEngine engine, EngineThread thread, int size, EnginePulse pulse, TimeProvider clock) =>
        (_engine, _thread, _size, _pulse, _clock) = (engine, thread, size, pulse, clock);

    /// <summary>Is raised with a trial's id when the engine is done with it, and its files are yet to be written.</summary>
    public event Action<string>? Computed;

    /// <summary>How long a batch that isn't full waits for more before it begins: trials of a sweep come one message after another.</summary>
    public TimeSpan Gathering { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Runs a trial when the engine is free. Cancellation before it begins leaves it out.</summary>
    /// <exception cref="Engine.EngineException">It can't be run to its end, now or later.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task<TrialImage> RunAsync(EngineRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var waiting = new Waiting(request);
        lock (_gate)
            _waiting.Add(waiting);
        // One piece of work for each trial: that of a trial which went with an earlier batch finds it gone.
        _thread.Post(() => RunWith(waiting));
        return await waiting.Completion.Task;
    }

    /// <summary>On the engine's thread: runs a trial and those that can go with it.</summary>
    private void RunWith(Waiting first)
    {
        var batch = Take(first);
        if (batch.Count == 0)
            return;

        IReadOnlyList<EngineResult> results;
        _pulse.Begin();
        try
        {
            results = _engine.Run([.. batch.Select(waiting => waiting.Request)]);
        }
#pragma warning disable CA1031 // What the engine throws belongs to who asked for it; the thread lives on.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            results = [.. batch.Select(_ => new EngineResult(null, exception))];
        }
        finally
        {
            _pulse.End();
        }

        foreach (var (waiting, result) in batch.Zip(results))
        {
            Complete(waiting, result);
            Computed?.Invoke(waiting.Request.Trial.Id);
        }
    }

    private List<Waiting> Take(Waiting first)
    {
        var began = _clock.GetTimestamp();
        while (true)
        {
            lock (_gate)
            {
                foreach (var cancelled in _waiting.Where(waiting => waiting.Request.Cancellation.IsCancellationRequested).ToList())
                {
                    _waiting.Remove(cancelled);
                    cancelled.Completion.SetCanceled(cancelled.Request.Cancellation);
                }

                if (!_waiting.Contains(first))
                    return [];
                List<Waiting> batch = [first, .. _waiting.Where(waiting => waiting != first && waiting.Key == first.Key).Take(_size - 1)];
                if (batch.Count == _size || _clock.GetElapsedTime(began) >= Gathering)
                {
                    _waiting.RemoveAll(batch.Contains);
                    return batch;
                }
            }

            // The engine's thread has nothing better to do.
            Thread.Sleep(TimeSpan.FromMilliseconds(5));
        }
    }

    private static void Complete(Waiting waiting, EngineResult result)
    {
        if (result.Image is { } image)
            waiting.Completion.SetResult(image);
        else if (result.Failure is OperationCanceledException cancelled)
            waiting.Completion.SetCanceled(cancelled.CancellationToken);
        else
            waiting.Completion.SetException(result.Failure!);
    }

    private sealed class Waiting(EngineRequest request)
    {
        public EngineRequest Request => request;

        public BatchKey Key { get; } = BatchKey.Of(request.Trial);

        public TaskCompletionSource<TrialImage> Completion { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
