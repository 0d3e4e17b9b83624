namespace NetVips;

/// <summary>libvips' enumerations: options of the file formats, and flags of operations.</summary>
public static partial class Enums
{
    /// <summary>Which metadata a saver writes.</summary>
    [Flags]
    public enum ForeignKeep
    {
        None = 0,
        Exif = 1,
        Xmp = 2,
        Iptc = 4,
        Icc = 8,
        Other = 16,
        All = Exif | Xmp | Iptc | Icc | Other,
    }

    /// <summary>The row filters that a PNG may use.</summary>
    [Flags]
    public enum ForeignPngFilter
    {
        None = 8,
        Sub = 16,
        Up = 32,
        Avg = 64,
        Paeth = 128,
        All = None | Sub | Up | Avg | Paeth,
    }

    /// <summary>Whether color is stored at half resolution.</summary>
    public enum ForeignSubsample
    {
        Auto = 0,
        On = 1,
        Off = 2,
    }

    /// <summary>The compression of a TIFF.</summary>
    public enum ForeignTiffCompression
    {
        None = 0,
        Jpeg = 1,
        Deflate = 2,
        Packbits = 3,
        Ccittfax4 = 4,
        Lzw = 5,
        Webp = 6,
        Zstd = 7,
        Jp2k = 8,
    }

    /// <summary>What a TIFF's compression predicts pixels from.</summary>
    public enum ForeignTiffPredictor
    {
        None = 1,
        Horizontal = 2,
        Float = 3,
    }

    /// <summary>The unit of a TIFF's resolution.</summary>
    public enum ForeignTiffResunit
    {
        Cm = 0,
        Inch = 1,
    }

    /// <summary>How many levels a pyramid has.</summary>
    public enum ForeignDzDepth
    {
        Onepixel = 0,
        Onetile = 1,
        One = 2,
    }

    /// <summary>What a WebP encoder is tuned for.</summary>
    public enum ForeignWebpPreset
    {
        Default = 0,
        Picture = 1,
        Photo = 2,
        Drawing = 3,
        Icon = 4,
        Text = 5,
    }

    /// <summary>How four pixels become one in a pyramid.</summary>
    public enum RegionShrink
    {
        Mean = 0,
        Median = 1,
        Mode = 2,
        Max = 3,
        Min = 4,
        Nearest = 5,
    }

    /// <summary>What libvips says of an operation.</summary>
    [Flags]
    public enum OperationFlags : uint
    {
        NONE = 0,
        SEQUENTIAL = 1,
        SEQUENTIAL_UNBUFFERED = 2,
        NOCACHE = 4,
        DEPRECATED = 8,
        UNTRUSTED = 16,
        BLOCKED = 32,
    }
}
