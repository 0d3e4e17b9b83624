namespace NeuralStyle.Functions.Orchestrations;

/// <summary>Input of the activity PlanSweep.</summary>
/// <param name="Sweep">The sweep.</param>
/// <param name="ManifestName">Name of its manifest under <c>sweeps/</c>.</param>
/// <param name="ManifestETag">The version to plan.</param>
public sealed record PlanRequest(string Sweep, string ManifestName, string ManifestETag)
{
    /// <summary>What caused it, as W3C trace context; null where nobody traces.</summary>
    public string? TraceParent { get; init; }
}
