namespace NeuralStyle.Functions.Orchestrations;

/// <summary>Input of the activities ProbeTrial, EnqueueTrial and RunTrialActivity.</summary>
/// <param name="Sweep">The sweep.</param>
/// <param name="TrialId">The trial.</param>
/// <param name="InstanceId">The trial orchestration that waits for the outcome.</param>
public sealed record TrialRequest(string Sweep, string TrialId, string InstanceId)
{
    /// <summary>When the sweep asked for it: what ended before is an earlier run's. Null where an earlier version asked.</summary>
    public DateTimeOffset? AskedAt { get; init; }

    /// <summary>What caused it, as W3C trace context; null where nobody traces.</summary>
    public string? TraceParent { get; init; }

    /// <summary>By when its newest message was on the queue, UTC; null for a trial that was not queued.</summary>
    public DateTimeOffset? QueuedBy { get; init; }
}
