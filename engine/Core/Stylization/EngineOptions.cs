namespace NeuralStyle.Engine.Stylization;

/// <summary>What the engine computes on.</summary>
public sealed record EngineOptions
{
    /// <summary>The device: <c>cpu</c> (the default), <c>cuda</c> or <c>cuda:N</c>.</summary>
    public string Device { get; init; } = "cpu";

    /// <summary>Threads of the tensor library; null, the default, for one a processor. libtorch may leave itself at one.</summary>
    public int? Threads { get; init; }

    /// <summary>Bytes of targets kept for trials to share; 1 GiB by default.</summary>
    public long TargetCacheBytes { get; init; } = 1L << 30;

    /// <summary>Time between two checkpoints of a trial; 30 seconds by default, null for none.</summary>
    public TimeSpan? CheckpointInterval { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Bytes that a trial may take of the device's memory; null, the default, for what the machine has free.</summary>
    public long? MemoryBytes { get; init; }
}
