namespace NeuralStyle.Plan.Simulation;

/// <summary>What a worker is, and what it costs. Rates that aren't known have no defaults: then seconds are told.</summary>
public sealed record ReplicaRates
{
    /// <summary>Processors of a worker. Default: 8, of the profile Consumption-GPU-NC8as-T4.</summary>
    public double Processors { get; init; } = 8;

    /// <summary>Memory of a worker, GiB. Default: 56, of the same profile.</summary>
    public double Gibibytes { get; init; } = 56;

    /// <summary>Price of a second of a GPU; null where it isn't known.</summary>
    public double? GpuSecond { get; init; }

    /// <summary>Price of a second of a processor.</summary>
    public double? ProcessorSecond { get; init; }

    /// <summary>Price of a second of a GiB.</summary>
    public double? GibibyteSecond { get; init; }

    /// <summary>The cost of so many seconds of workers; null where a rate isn't known.</summary>
    public double? CostOf(double replicaSeconds) =>
        replicaSeconds * (GpuSecond + (Processors * ProcessorSecond) + (Gibibytes * GibibyteSecond));
}
