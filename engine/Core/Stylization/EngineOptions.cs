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
}
