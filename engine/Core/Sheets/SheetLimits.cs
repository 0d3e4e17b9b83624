namespace NeuralStyle.Engine.Sheets;

/// <summary>How large a page may be.</summary>
public static class SheetLimits
{
    /// <summary>The longest side, pixels: what viewers and graphics cards commonly open.</summary>
    public const int LongestSide = 16_384;

    /// <summary>The most pixels: 300 MB while it is painted.</summary>
    public const long MostPixels = 100_000_000;

    internal const string Text = "16,384 pixels a side and 100,000,000 pixels in all";

    /// <summary>Whether a page of a size may be painted.</summary>
    public static bool Allow(PixelSize size) =>
        size.Width <= LongestSide && size.Height <= LongestSide && (long)size.Width * size.Height <= MostPixels;
}
