namespace NeuralStyle.Engine.Sheets.Painting;

/// <summary>The place that each cell of a sheet has for its image; all cells are alike.</summary>
/// <param name="Size">Its size.</param>
internal sealed record CellBox(PixelSize Size)
{
    /// <summary>A cell's longer side is at most this long; larger results are shrunk. The trial's own file keeps every pixel.</summary>
    public const int LongestSide = 1024;

    // Below this no reason or label could be read; tiny results are enlarged by a whole number.
    private const int ShortestLongSide = 96;

    private const int ShortestSide = 64;

    private static readonly PixelSize WithoutImages = new(256, 192);

    /// <summary>The box for a sheet whose largest result is given; 0 x 0 when there is none.</summary>
    public static CellBox For(PixelSize largest)
    {
        if (largest.Width <= 0 || largest.Height <= 0)
            return new CellBox(WithoutImages);

        var side = Math.Max(largest.Width, largest.Height);
        if (side > LongestSide)
            return AtLeast(Shrink(largest.Width, side), Shrink(largest.Height, side));

        var factor = Math.Max(1, (ShortestLongSide + side - 1) / side);
        return AtLeast(largest.Width * factor, largest.Height * factor);
    }

    /// <summary>How an image of a size is shown: a whole number of times its size where it fits, otherwise below 1.</summary>
    public double ScaleOf(PixelSize image)
    {
        var whole = Math.Min(Size.Width / image.Width, Size.Height / image.Height);
        return whole >= 1 ? whole : Math.Min((double)Size.Width / image.Width, (double)Size.Height / image.Height);
    }

    // Of a very long image the box keeps some height, in which it lies centered.
    private static CellBox AtLeast(int width, int height) => new(new PixelSize(Math.Max(width, ShortestSide), Math.Max(height, ShortestSide)));

    private static int Shrink(int length, int side) => Math.Max(1, (int)Math.Round((double)length * LongestSide / side));
}
