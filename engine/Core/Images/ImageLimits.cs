namespace NeuralStyle.Engine.Images;

/// <summary>How large an image may be before the engine refuses to decode it.</summary>
/// <remarks>The bytes are checked before anything is parsed, the rest on the header, before any pixel is decoded.</remarks>
public sealed record ImageLimits
{
    /// <summary>The largest file, in bytes. Allowed: 1 and up. Default: 50 MiB.</summary>
    public long MaxBytes { get; init; } = 50L << 20;

    /// <summary>The largest product of width and height, in pixels. Allowed: 1 and up. Default: 100 megapixels.</summary>
    public long MaxPixels { get; init; } = 100_000_000;

    /// <summary>The largest width and the largest height, in pixels. Allowed: 1 and up. Default: 32768.</summary>
    public int MaxSidePixels { get; init; } = 32_768;
}
