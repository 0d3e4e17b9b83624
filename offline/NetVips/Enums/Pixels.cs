namespace NetVips;

/// <summary>libvips' enumerations: what pixels are and how they are read and rescaled.</summary>
public static partial class Enums
{
    /// <summary>The number format of one band of a pixel.</summary>
    public enum BandFormat
    {
        Notset = -1,
        Uchar = 0,
        Char = 1,
        Ushort = 2,
        Short = 3,
        Uint = 4,
        Int = 5,
        Float = 6,
        Complex = 7,
        Double = 8,
        Dpcomplex = 9,
    }

    /// <summary>How pixels are packed.</summary>
    public enum Coding
    {
        Error = -1,
        None = 0,
        Labq = 2,
        Rad = 6,
    }

    /// <summary>What the bands of a pixel mean.</summary>
    public enum Interpretation
    {
        Error = -1,
        Multiband = 0,
        Bw = 1,
        Histogram = 10,
        Xyz = 12,
        Lab = 13,
        Cmyk = 15,
        Labq = 16,
        Rgb = 17,
        Cmc = 18,
        Lch = 19,
        Labs = 21,
        Srgb = 22,
        Yxy = 23,
        Fourier = 24,
        Rgb16 = 25,
        Grey16 = 26,
        Matrix = 27,
        Scrgb = 28,
        Hsv = 29,
        Oklab = 30,
        Oklch = 31,
    }

    /// <summary>In which order pixels will be asked for.</summary>
    public enum Access
    {
        Random = 0,
        Sequential = 1,
        SequentialUnbuffered = 2,
    }

    /// <summary>Which problems of a file stop its loader; each includes those before it.</summary>
    public enum FailOn
    {
        None = 0,
        Truncated = 1,
        Error = 2,
        Warning = 3,
    }

    /// <summary>The filter of a change of size.</summary>
    public enum Kernel
    {
        Nearest = 0,
        Linear = 1,
        Cubic = 2,
        Mitchell = 3,
        Lanczos2 = 4,
        Lanczos3 = 5,
        Mks2013 = 6,
        Mks2021 = 7,
    }

    /// <summary>In which directions a thumbnail may change size.</summary>
    public enum Size
    {
        Both = 0,
        Up = 1,
        Down = 2,
        Force = 3,
    }

    /// <summary>Which part of an image a crop keeps.</summary>
    public enum Interesting
    {
        None = 0,
        Centre = 1,
        Entropy = 2,
        Attention = 3,
        Low = 4,
        High = 5,
        All = 6,
    }

    /// <summary>How colors outside the target's range are mapped.</summary>
    public enum Intent
    {
        Perceptual = 0,
        Relative = 1,
        Saturation = 2,
        Absolute = 3,
        Auto = 32,
    }

    /// <summary>The space in which two color profiles meet.</summary>
    public enum PCS
    {
        Lab = 0,
        Xyz = 1,
    }
}
