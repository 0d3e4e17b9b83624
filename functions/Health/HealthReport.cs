using NeuralStyle.Engine.Devices;

namespace NeuralStyle.Functions.Health;

/// <summary>Whether this process can do its work.</summary>
public sealed record HealthReport
{
    /// <summary>Whether it can.</summary>
    public bool Healthy => Reasons.Count == 0;

    /// <summary>Why it can't; empty where it can.</summary>
    public required IReadOnlyList<string> Reasons { get; init; }

    /// <summary>The device that the settings ask for.</summary>
    public required string Device { get; init; }

    /// <summary>What the driver says of the GPU; absent for a CPU, and where no driver answers.</summary>
    public GpuFacts? Gpu { get; init; }

    /// <summary>The tensor library and its version; absent where it was not needed yet.</summary>
    public string? Tensors { get; init; }

    /// <summary>Whether the storage account answers; absent where that was not asked.</summary>
    public bool? Storage { get; init; }

    /// <summary>Seconds since the engine last got on; absent while it has nothing to do.</summary>
    public double? SilentSeconds { get; init; }
}
