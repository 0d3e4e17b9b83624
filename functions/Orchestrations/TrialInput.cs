namespace NeuralStyle.Functions.Orchestrations;

/// <summary>Input of <see cref="TrialOrchestration"/>.</summary>
/// <param name="Sweep">The sweep.</param>
/// <param name="TrialId">The trial.</param>
/// <param name="Dispatch">How it is handed out.</param>
public sealed record TrialInput(string Sweep, string TrialId, DispatchOptions Dispatch)
{
    /// <summary>What caused it, as W3C trace context; null where nobody traces.</summary>
    public string? TraceParent { get; init; }

    /// <summary>Where its orchestration goes on; null where it begins.</summary>
    public TrialCourse? Course { get; init; }
}
