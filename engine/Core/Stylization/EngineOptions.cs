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

    /// <summary>
    /// Least time from one checkpoint of a trial to the next; 30 seconds by default, null for none. One is also made when the trial is
    /// cancelled; within a line search it is of where the search began. A checkpoint holds all that the optimizer remembers, for
    /// L-BFGS two images a pair; a trial that would need more than 2 GB for it makes none.
    /// </summary>
    public TimeSpan? CheckpointInterval { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Whether memory that an evaluation frees is kept for the next one, until the trial ends; true by default. A setting of the whole
    /// process, on Linux with glibc only.
    /// </summary>
    public bool KeepFreedMemory { get; init; } = true;

    /// <summary>Bytes that a trial may take of the device's memory; null, the default, for what the machine has free.</summary>
    public long? MemoryBytes { get; init; }
}
