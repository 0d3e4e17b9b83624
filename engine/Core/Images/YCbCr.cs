namespace NeuralStyle.Engine.Images;

/// <summary>
/// Luminance and chroma as in JPEG and PIL: ITU-R BT.601, full range, on sRGB values. Y is 0 to 1; Cb and Cr are -0.5 to 0.5, 0 for gray.
/// </summary>
internal static class YCbCr
{
    /// <summary>Luminance.</summary>
    public static float Luminance(float red, float green, float blue) => (0.299f * red) + (0.587f * green) + (0.114f * blue);

    /// <summary>Chroma.</summary>
    public static (float Cb, float Cr) Chroma(float red, float green, float blue)
    {
        var luminance = Luminance(red, green, blue);
        return ((blue - luminance) / 1.772f, (red - luminance) / 1.402f);
    }

    /// <summary>The color; a luminance with a chroma that it can't have gives values outside of 0 to 1.</summary>
    public static (float Red, float Green, float Blue) Color(float luminance, float cb, float cr)
    {
        var (red, blue) = (luminance + (1.402f * cr), luminance + (1.772f * cb));
        return (red, (luminance - (0.299f * red) - (0.114f * blue)) / 0.587f, blue);
    }
}
