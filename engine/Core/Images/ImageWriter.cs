using NetVips;

namespace NeuralStyle.Engine.Images;

/// <summary>
/// Encodes pictures, in 8 bits a channel: values are clamped to 0..1 and rounded to the nearest of 256. Files carry no metadata, and
/// are to be read as sRGB. The same picture gives the same bytes.
/// </summary>
public static class ImageWriter
{
    /// <summary>The longest side that a WebP may have, in pixels.</summary>
    public const int MaxWebPSidePixels = 16_383;

    /// <summary>The longest side that a JPEG may have, in pixels.</summary>
    public const int MaxJpegSidePixels = 65_500;

    /// <summary>A PNG, which <see cref="ImageReader"/> reads back to the same 8-bit values.</summary>
    /// <param name="picture">What to write.</param>
    /// <returns>The content of the file.</returns>
    public static byte[] Png(Picture picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        using var image = PictureImages.ToByteImage(picture);
        return image.PngsaveBuffer(compression: 6, filter: Enums.ForeignPngFilter.All, keep: Enums.ForeignKeep.None);
    }

    /// <summary>A JPEG, for pages that show the picture.</summary>
    /// <param name="picture">What to write; no side above <see cref="MaxJpegSidePixels"/>.</param>
    /// <param name="quality">1 (smallest) to 100 (best). Default: 90.</param>
    /// <returns>The content of the file.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The quality is not 1 to 100.</exception>
    /// <exception cref="ImageException">The picture is too large for the format.</exception>
    public static byte[] Jpeg(Picture picture, int quality = 90)
    {
        Check(picture, quality, "JPEG", MaxJpegSidePixels);
        using var image = PictureImages.ToByteImage(picture);
        return image.JpegsaveBuffer(q: quality, optimizeCoding: true, keep: Enums.ForeignKeep.None);
    }

    /// <summary>A lossy WebP, for pages that show the picture: about two thirds of a JPEG that looks as good.</summary>
    /// <param name="picture">What to write; no side above <see cref="MaxWebPSidePixels"/>.</param>
    /// <param name="quality">1 (smallest) to 100 (best). Default: 80.</param>
    /// <returns>The content of the file.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The quality is not 1 to 100.</exception>
    /// <exception cref="ImageException">The picture is too large for the format.</exception>
    public static byte[] WebP(Picture picture, int quality = 80)
    {
        Check(picture, quality, "WebP", MaxWebPSidePixels);
        using var image = PictureImages.ToByteImage(picture);
        return image.WebpsaveBuffer(q: quality, keep: Enums.ForeignKeep.None);
    }

    /// <summary>A small WebP of the whole picture.</summary>
    /// <param name="picture">What to write; a picture that is smaller keeps its size.</param>
    /// <param name="longestSide">In pixels, 1 to <see cref="MaxWebPSidePixels"/>. Default: 256.</param>
    /// <param name="quality">1 (smallest) to 100 (best). Default: 80.</param>
    /// <returns>The content of the file.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The side or the quality is out of its range.</exception>
    public static byte[] Thumbnail(Picture picture, int longestSide = 256, int quality = 80)
    {
        ArgumentNullException.ThrowIfNull(picture);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(longestSide, MaxWebPSidePixels);
        return WebP(picture.ResizeToLongestSide(longestSide), quality);
    }

    private static void Check(Picture picture, int quality, string format, int maxSide)
    {
        ArgumentNullException.ThrowIfNull(picture);
        if (quality is < 1 or > 100)
            throw new ArgumentOutOfRangeException(nameof(quality), quality, "The quality must be 1 to 100.");
        if (picture.Size.LongestSide > maxSide)
        {
            throw new ImageException(
                $"A picture of {picture.Size} pixels cannot be written as {format}: allowed are {maxSide} pixels a side.");
        }
    }
}
