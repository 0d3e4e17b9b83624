using Microsoft.DurableTask;

namespace NeuralStyle.Functions.Orchestrations;

/// <summary>One timer at a time, kept until it fires: every timer is a line of the orchestration's history.</summary>
internal sealed class Alarm(TaskOrchestrationContext context, HistoryLength history) : IDisposable
{
    private CancellationTokenSource? _cancel;
    private DateTime _fireAt;
    private Task? _ringing;

    /// <summary>Sees to it that it rings then, or before.</summary>
    /// <returns>Ends when it rings.</returns>
    public Task Set(DateTime due)
    {
        if (_ringing is { IsCompleted: false } && _fireAt <= due)
            return _ringing;
        Dispose();
        _cancel = new CancellationTokenSource();
        _fireAt = due;
        history.Add();
        return _ringing = context.CreateTimer(due, _cancel.Token);
    }

    /// <summary>Takes the timer back: one that is left behind would keep the orchestration from ending.</summary>
    public void Dispose()
    {
        if (_ringing is { IsCompleted: false })
            _cancel!.Cancel();
        _cancel?.Dispose();
        (_cancel, _ringing) = (null, null);
    }
}
