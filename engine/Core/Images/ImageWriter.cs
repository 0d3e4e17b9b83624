using NetVips;
using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Engine.Images;

/// <summary>
/// Encodes pictures: values are clamped to 0..1 and rounded to the nearest of 256, or of 65,536 in formats of 16 bits a channel. PNG, TIFF
/// and JPEG carry the color profile of sRGB; a WebP is to be read as sRGB. PNG and TIFF have a picture's transparency; the others show it
/// on white. The same picture gives the same bytes.
/// </summary>
public static class ImageWriter
{
    /// <summary>The longest side that a WebP may have, in pixels.</summary>
    public const int MaxWebPSidePixels = 16_383;

    /// <summary>The longest side that a JPEG may have, in pixels.</summary>
    public const int MaxJpegSidePixels = 65_500;

    // crowsonkb writes 95 with full color; so does libvips itself from here on.
    private const int FullColorQuality = 90;

    /// <summary>A file of the form that a trial asks for.</summary>
    /// <param name="picture">What to write.</param>
    /// <param name="format">The form; see <see cref="OutputFormats"/> for what to call the file.</param>
    /// <param name="jpegQuality">Quality of a JPEG, 1 to 100; other forms have no use for it.</param>
    /// <returns>The content of the file.</returns>
    /// <exception cref="ArgumentOutOfRangeException">It is a JPEG, and the quality is not 1 to 100.</exception>
    /// <exception cref="ImageException">The picture is too large for the format.</exception>
    public static byte[] Write(Picture picture, OutputFormat format, int jpegQuality) => format switch
    {
        OutputFormat.Png => Png(picture),
        OutputFormat.Png16 => Png16(picture),
        OutputFormat.Tiff16 => Tiff16(picture),
        OutputFormat.Jpeg => Jpeg(picture, jpegQuality),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "Allowed are png, png16, tiff16 and jpeg."),
    };

    /// <summary>A PNG of 8 bits a channel, which <see cref="ImageReader"/> reads back to the same values.</summary>
    /// <param name="picture">What to write.</param>
    /// <returns>The content of the file.</returns>
    public static byte[] Png(Picture picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        using var image = PictureImages.ToByteImageWithAlpha(picture);
        return image.PngsaveBuffer(
            compression: 6, filter: Enums.ForeignPngFilter.All, keep: Enums.ForeignKeep.Icc, profile: SrgbProfile.Name);
    }

    /// <summary>A PNG of 16 bits a channel.</summary>
    /// <param name="picture">What to write.</param>
    /// <returns>The content of the file.</returns>
    public static byte[] Png16(Picture picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        using var image = PictureImages.ToWordImageWithAlpha(picture);
        return image.PngsaveBuffer(
            compression: 6, filter: Enums.ForeignPngFilter.All, keep: Enums.ForeignKeep.Icc, profile: SrgbProfile.Name);
    }

    /// <summary>A TIFF of 16 bits a channel, compressed without loss.</summary>
    /// <param name="picture">What to write.</param>
    /// <returns>The content of the file.</returns>
    public static byte[] Tiff16(Picture picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        using var image = PictureImages.ToWordImageWithAlpha(picture);
        return image.TiffsaveBuffer(compression: Enums.ForeignTiffCompression.Deflate, predictor: Enums.ForeignTiffPredictor.Horizontal,
            keep: Enums.ForeignKeep.Icc, profile: SrgbProfile.Name);
    }

    /// <summary>A JPEG; from quality 90 with color at full resolution (4:4:4), below with a quarter of it (4:2:0).</summary>
    /// <param name="picture">What to write; no side above <see cref="MaxJpegSidePixels"/>.</param>
    /// <param name="quality">1 (smallest) to 100 (best). Default: 90.</param>
    /// <returns>The content of the file.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The quality is not 1 to 100.</exception>
    /// <exception cref="ImageException">The picture is too large for the format.</exception>
    public static byte[] Jpeg(Picture picture, int quality = 90)
    {
        Check(picture, quality, "JPEG", MaxJpegSidePixels);
        using var image = PictureImages.ToByteImage(picture);
        var subsample = quality >= FullColorQuality ? Enums.ForeignSubsample.Off : Enums.ForeignSubsample.On;
        return image.JpegsaveBuffer(q: quality, optimizeCoding: true, subsampleMode: subsample,
            keep: Enums.ForeignKeep.Icc, profile: SrgbProfile.Name);
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
