namespace NeuralStyle.Functions.Orchestrations;

/// <summary>Input of <see cref="SweepOrchestration"/>.</summary>
public sealed record SweepInput
{
    /// <summary>The sweep.</summary>
    public required string Sweep { get; init; }

    /// <summary>Name of its manifest under <c>sweeps/</c>.</summary>
    public required string ManifestName { get; init; }

    /// <summary>The manifest's version.</summary>
    public required string ManifestETag { get; init; }

    /// <summary>How trials are handed out.</summary>
    public required DispatchOptions Dispatch { get; init; }

    /// <summary>What caused it, as W3C trace context; null where nobody traces.</summary>
    public string? TraceParent { get; init; }

    /// <summary>Where its orchestration goes on; null where it begins.</summary>
    public SweepCourse? Course { get; init; }
}
