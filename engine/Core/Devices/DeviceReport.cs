namespace NeuralStyle.Engine.Devices;

/// <summary>Whether the device that is needed is there.</summary>
/// <param name="Device">The device: <c>cpu</c>, <c>cuda</c> or <c>cuda:N</c>.</param>
/// <param name="IsPresent">Whether this process can open it.</param>
public sealed record DeviceReport(string Device, bool IsPresent)
{
    /// <summary>Why not; null where it is there.</summary>
    public string? Reason { get; init; }

    /// <summary>What the driver says of it; null for a CPU, and where the driver doesn't answer.</summary>
    public GpuFacts? Gpu { get; init; }

    /// <summary>The tensor library and its version.</summary>
    public required string Tensors { get; init; }
}
