using System.Collections.Concurrent;
using NeuralStyle.Functions.Workers;

namespace NeuralStyle.Functions.Trials;

/// <summary>
/// The one thread on which the engine works, one piece of work after another. The tensor library keeps state per thread (its dispose
/// scopes, its own team of threads), so a trial must not move between threads, and every new thread would cost a new team.
/// </summary>
public sealed class EngineThread : IDisposable
{
    private readonly BlockingCollection<Action> _work = [];
    private readonly Thread _thread;
    private readonly WorkerCondition _condition;

    /// <param name="condition">Whether the process is at fault: then the thread may hang in the device's driver, and isn't waited for.</param>
    public EngineThread(WorkerCondition condition)
    {
        _condition = condition;
        _thread = new Thread(Loop) { IsBackground = true, Name = "engine" };
        _thread.Start();
    }

    /// <summary>Has a piece of work done when the thread is free. It must not throw: nobody would hear of it, and the thread would end.</summary>
    public void Post(Action work) => _work.Add(work);

    /// <summary>How long <see cref="Dispose"/> waits for the work at hand: longer than an evaluation, which can't be broken off, and not for ever, since a device may hang.</summary>
    public TimeSpan TimeToEnd { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Ends the thread after the work that it has, or leaves it to the end of a process that is at fault.</summary>
    public void Dispose()
    {
        _work.CompleteAdding();
        if (_thread.Join(_condition.Fault is null ? TimeToEnd : TimeSpan.Zero))
            _work.Dispose();
    }

    private void Loop()
    {
        foreach (var work in _work.GetConsumingEnumerable())
            work();
    }
}
