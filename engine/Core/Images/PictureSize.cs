namespace NeuralStyle.Engine.Images;

/// <summary>The size of a picture.</summary>
/// <param name="Width">Pixels from left to right, 1 or more.</param>
/// <param name="Height">Pixels from top to bottom, 1 or more.</param>
public readonly record struct PictureSize(int Width, int Height)
{
    /// <summary>The longer of width and height, in pixels.</summary>
    public int LongestSide => Math.Max(Width, Height);

    /// <summary>The size of the same proportions whose longest side has a given length.</summary>
    /// <param name="pixels">The longest side, in pixels, 1 or more.</param>
    /// <param name="enlarge">Whether a smaller picture grows; if not, it keeps its size. Default: it keeps its size.</param>
    /// <returns>The longest side is exactly <paramref name="pixels"/>; the other is rounded to the nearest pixel, halves up, and is at
    /// least 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="pixels"/> is below 1.</exception>
    public PictureSize WithLongestSide(int pixels, bool enlarge = false)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(pixels, 1);
        if (pixels == LongestSide || (pixels > LongestSide && !enlarge))
            return this;
        return new PictureSize(Scale(Width, pixels), Scale(Height, pixels));
    }

    /// <summary>Width by height.</summary>
    public override string ToString() => $"{Width} x {Height}";

    // Whole numbers throughout, so that no machine rounds a half differently: floor(side * pixels / longest + 1/2).
    private int Scale(int side, int pixels)
    {
        long twice = 2L * LongestSide;
        return (int)Math.Max(1, ((2L * side * pixels) + LongestSide) / twice);
    }
}
