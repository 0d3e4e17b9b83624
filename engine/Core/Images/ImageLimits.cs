namespace NeuralStyle.Engine.Images;

/// <summary>How large an image may be before the engine refuses to decode it, and how long decoding may take.</summary>
/// <remarks>The bytes are checked before anything is parsed, sizes, pages and scans before any pixel is decoded.</remarks>
public sealed record ImageLimits
{
    /// <summary>The most pixels of a tile of a TIFF, which is decoded whole, however small the picture is: 4096 by 4096.</summary>
    public const int MaxTilePixels = 4096 * 4096;

    /// <summary>
    /// The most bytes of the coefficients of a JPEG that are all kept until its last scan, two for each channel of a pixel: those of 100 megapixels
    /// in color, or of 75 in CMYK.
    /// </summary>
    public const long MaxGatheredBytes = 600_000_000;

    /// <summary>The largest file, in bytes. Allowed: 1 and up. Default: 50 MiB.</summary>
    public long MaxBytes { get; init; } = 50L << 20;

    /// <summary>The largest product of width and height, in pixels. Allowed: 1 and up. Default: 100 megapixels.</summary>
    public long MaxPixels { get; init; } = 100_000_000;

    /// <summary>The largest width and the largest height, in pixels. Allowed: 1 and up. Default: 32768.</summary>
    public int MaxSidePixels { get; init; } = 32_768;

    /// <summary>
    /// The most bytes that pixels may take as the file has them, that is width times height times channels times bytes of a channel:
    /// WebP and interlaced files are decoded whole; and that two rows of tiles of a TIFF may take, which are kept. Allowed: 1 and up. Default: 400 MB, 100 megapixels of four 8-bit channels.
    /// </summary>
    public long MaxDecodedBytes { get; init; } = 400_000_000;

    /// <summary>
    /// The most scans of a JPEG: a progressive file has about ten, and each makes the decoder go over the whole picture. Allowed: 1 and up.
    /// Default: 64.
    /// </summary>
    public int MaxScans { get; init; } = 64;

    /// <summary>The longest color profile, in bytes. Allowed: 1 and up. Default: 4 MiB; those of presses have up to 3.</summary>
    public long MaxProfileBytes { get; init; } = 4L << 20;

    /// <summary>
    /// How long decoding, conversion and resizing may take. It is looked at between strips of rows: what decodes a file in one step goes on to that
    /// step's end, which the other limits bound. Default: 30 seconds; of the largest
    /// allowed files none was seen to take longer than 11, on two busy cores.
    /// </summary>
    public TimeSpan MaxTime { get; init; } = TimeSpan.FromSeconds(30);
}
