using NeuralStyle.Plan.Records;

namespace NeuralStyle.Functions.Orchestrations;

/// <summary>Input of the activity ComposeSheet.</summary>
/// <param name="Sweep">The sweep.</param>
/// <param name="InstanceId">The orchestration that asks.</param>
/// <param name="StartedAt">When the sweep began, UTC.</param>
/// <param name="Outcomes">How each trial ended; none for a sheet of what is done so far, which is drawn from the sweep's status.</param>
public sealed record ComposeRequest(string Sweep, string InstanceId, DateTimeOffset StartedAt, IReadOnlyList<TrialOutcome> Outcomes)
{
    /// <summary>Whether the sweep goes on: the sheet shows what is done so far.</summary>
    public bool IsPartial { get; init; }

    /// <summary>What caused it, as W3C trace context; null where nobody traces.</summary>
    public string? TraceParent { get; init; }
}
