using NeuralStyle.Plan.Records;

namespace NeuralStyle.Functions.Messages;

/// <summary>How a trial ended, on the queue <c>trial-results</c>.</summary>
/// <param name="InstanceId">The trial orchestration that waits for it.</param>
/// <param name="Outcome">The outcome.</param>
public sealed record TrialResultMessage(string InstanceId, TrialOutcome Outcome)
{
    /// <summary>What ran it, as W3C trace context; null where nobody traces.</summary>
    public string? TraceParent { get; init; }
}
