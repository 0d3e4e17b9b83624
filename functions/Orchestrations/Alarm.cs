using Microsoft.DurableTask;

namespace NeuralStyle.Functions.Orchestrations;

/// <summary>One timer at a time, kept until it fires: every timer is a line of the orchestration's history.</summary>
internal sealed class Alarm(TaskOrchestrationContext context) : IDisposable
{
    private CancellationTokenSource? _cancel;
    private DateTime _fireAt;

    /// <summary>The timer; null when none is set.</summary>
    public Task? Ringing { get; private set; }

    /// <summary>Sees to it that it rings then, or before.</summary>
    public void Set(DateTime due)
    {
        if (Ringing is { IsCompleted: false } && _fireAt <= due)
            return;
        Dispose();
        _cancel = new CancellationTokenSource();
        _fireAt = due;
        Ringing = context.CreateTimer(due, _cancel.Token);
    }

    /// <summary>Takes the timer back: one that is left behind would keep the orchestration from ending.</summary>
    public void Dispose()
    {
        if (Ringing is { IsCompleted: false })
            _cancel!.Cancel();
        _cancel?.Dispose();
        (_cancel, Ringing) = (null, null);
    }
}
