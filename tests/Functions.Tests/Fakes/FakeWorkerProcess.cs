using NeuralStyle.Functions.Workers;

namespace NeuralStyle.Functions.Tests.Fakes;

/// <summary>A process that stays, and tells why it was to be left.</summary>
public sealed class FakeWorkerProcess : IWorkerProcess, IDisposable
{
    private readonly CancellationTokenSource _stop = new();

    public CancellationToken Stopping => _stop.Token;

    /// <summary>Why it was to be left, in order.</summary>
    public List<WorkerFault> Left { get; } = [];

    /// <summary>Whether an invocation is cancelled for nothing but that the process is to stop.</summary>
    public bool CancelsOnlyToStop { get; set; } = true;

    public bool IsToldToStop(CancellationToken invocation) =>
        Stopping.IsCancellationRequested || (CancelsOnlyToStop && invocation.IsCancellationRequested);

    public void Leave(WorkerFault fault)
    {
        lock (Left)
            Left.Add(fault);
    }

    /// <summary>Tells it to stop.</summary>
    public void Stop() => _stop.Cancel();

    public void Dispose() => _stop.Dispose();
}
