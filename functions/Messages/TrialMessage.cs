namespace NeuralStyle.Functions.Messages;

/// <summary>A trial to run, on the queue <c>trials</c>. Names only: the worker reads the rest from the store.</summary>
/// <param name="Sweep">The sweep that asks for it.</param>
/// <param name="TrialId">The trial.</param>
/// <param name="InstanceId">The trial orchestration that waits for the outcome.</param>
public sealed record TrialMessage(string Sweep, string TrialId, string InstanceId)
{
    /// <summary>When it was queued; null in messages of before that was told.</summary>
    public DateTimeOffset? QueuedAt { get; init; }

    /// <summary>When the sweep asked for it: what ended before is an earlier run's. Null where an earlier version asked.</summary>
    public DateTimeOffset? AskedAt { get; init; }

    /// <summary>What queued it, as W3C trace context; null where nobody traces.</summary>
    public string? TraceParent { get; init; }
}
