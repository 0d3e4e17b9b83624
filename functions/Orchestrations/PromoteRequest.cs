using NeuralStyle.Plan.Records;

namespace NeuralStyle.Functions.Orchestrations;

/// <summary>Input of the activity PromoteTrials.</summary>
/// <param name="Sweep">The sweep.</param>
/// <param name="InstanceId">The orchestration that asks.</param>
/// <param name="Rung">The rung whose trials have ended, from 0; not the last.</param>
/// <param name="Outcomes">How each trial of the rung ended.</param>
public sealed record PromoteRequest(string Sweep, string InstanceId, int Rung, IReadOnlyList<TrialOutcome> Outcomes)
{
    /// <summary>What caused it, as W3C trace context; null where nobody traces.</summary>
    public string? TraceParent { get; init; }
}
