using NeuralStyle.Engine.Images;

namespace NeuralStyle.Engine.Measures;

/// <summary>How steep the luminance of a picture is.</summary>
public static class Sharpness
{
    /// <summary>
    /// The mean of sqrt(dx^2 + dy^2) over all pixels but those of the last column and row, where dx and dy are the differences of the
    /// luminance (ITU-R BT.601 of sRGB values, 0 to 1) to the right and the lower neighbor. 0 for a picture of one color; a ramp has its slope
    /// per pixel. Noise counts as well as edges.
    /// </summary>
    /// <returns>0 to sqrt(2); 0 for a picture of a single row or column.</returns>
    public static double Of(Picture picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        var (width, height) = (picture.Width, picture.Height);
        if (width < 2 || height < 2)
            return 0;

        var luminance = PictureColors.LuminancePlane(picture);
        double sum = 0;
        for (var y = 0; y < height - 1; y++)
        {
            for (var i = y * width; i < ((y + 1) * width) - 1; i++)
            {
                double dx = luminance[i + 1] - luminance[i], dy = luminance[i + width] - luminance[i];
                sum += Math.Sqrt((dx * dx) + (dy * dy));
            }
        }

        return sum / ((double)(width - 1) * (height - 1));
    }
}
