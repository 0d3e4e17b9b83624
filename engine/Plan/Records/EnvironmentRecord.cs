namespace NeuralStyle.Plan.Records;

/// <summary>What a trial ran on.</summary>
public sealed record EnvironmentRecord
{
    /// <summary>Version of NeuralStyle, with the source revision where it is known.</summary>
    public required string Product { get; init; }

    /// <summary>Version of the engine's arithmetic.</summary>
    public required int NumericVersion { get; init; }

    /// <summary>The tensor library and its version.</summary>
    public required string Tensors { get; init; }

    /// <summary>The image library and its version.</summary>
    public required string Images { get; init; }

    /// <summary>The compute device, e.g. <c>cpu</c> or <c>cuda:0</c>.</summary>
    public required string Device { get; init; }

    /// <summary>Threads that the tensor library used.</summary>
    public required int Threads { get; init; }

    /// <summary>Operating system and processor architecture.</summary>
    public required string Platform { get; init; }
}
