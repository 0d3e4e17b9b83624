using System.Collections.Concurrent;

namespace NeuralStyle.Functions.Trials;

/// <summary>
/// The one thread on which the engine works, one piece of work after another. The tensor library keeps state per thread (its dispose
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

    /// <summary>Has a piece of work done when the thread is free. It must not throw: nobody would hear of it, and the thread would end.</summary>
    public void Post(Action work) => _work.Add(work);

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
}
