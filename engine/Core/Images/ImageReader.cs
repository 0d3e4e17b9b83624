using NetVips;

namespace NeuralStyle.Engine.Images;

/// <summary>
/// Decodes JPEG, PNG, WebP and TIFF, told apart by their first bytes, into upright sRGB pictures.
/// </summary>
/// <remarks>
/// EXIF orientation is applied. An embedded color profile is applied; CMYK without one is read by a generic profile; a profile that
/// does not fit is ignored. Alpha is laid on white. Gray becomes three equal channels. Channels of 16 bits keep their precision.
/// Files of several pages or frames are refused rather than read in part. Damaged and truncated files are errors as far as
/// the format lets them be noticed.
/// </remarks>
/// <param name="limits">How large an image may be; the defaults of <see cref="ImageLimits"/> where null.</param>
/// <param name="clock">Counts the time that decoding takes; the system's where null.</param>
public sealed class ImageReader(ImageLimits? limits = null, TimeProvider? clock = null)
{
    private const string OrientationField = "orientation";

    // EXIF orientations from here on turn the picture by a quarter.
    private const int FirstQuarterTurn = 5;

    private readonly ImageLimits _limits = limits ?? new ImageLimits();
    private readonly TimeProvider _clock = clock ?? TimeProvider.System;

    /// <summary>Decodes an image at its own size.</summary>
    /// <param name="name">What messages call the image.</param>
    /// <param name="bytes">The content of the file.</param>
    /// <returns>A picture of values 0 to 1; an 8-bit value v is v / 255 exactly.</returns>
    /// <exception cref="ImageException">The image is of another format, over a limit, damaged or truncated.</exception>
    public Picture Read(string name, byte[] bytes) => Read(name, bytes, size => size);

    /// <summary>Decodes an image and resizes it on the way, so that no picture of its full size is ever in memory.</summary>
    /// <param name="name">What messages call the image.</param>
    /// <param name="bytes">The content of the file.</param>
    /// <param name="longestSide">The longest side of the result, in pixels, 1 or more, see
    /// <see cref="PictureSize.WithLongestSide"/>.</param>
    /// <param name="enlarge">Whether a smaller image grows; if not, it keeps its size. Default: it keeps its size.</param>
    /// <returns>A picture of values 0 to 1, filtered as <see cref="Picture.Resize"/> does.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="longestSide"/> is below 1.</exception>
    /// <exception cref="ImageException">The image is of another format, over a limit, damaged or truncated.</exception>
    public Picture Read(string name, byte[] bytes, int longestSide, bool enlarge = false)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(longestSide, 1);
        return Read(name, bytes, size => size.WithLongestSide(longestSide, enlarge));
    }

    private Picture Read(string name, byte[] bytes, Func<PictureSize, PictureSize> resize)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        ImageLibrary.EnsureReady();
        var format = ImageFile.Identify(name, bytes, _limits);
        if (format == ImageFormat.Png && PngIntegrity.Problem(bytes) is { } problem)
            throw new ImageException(Damage(name, format, bytes, problem));
        ImageFile.CheckStructure(name, format, bytes, _limits);
        try
        {
            using var file = ImageFile.Open(format, format == ImageFormat.Png ? PngChunks.OfPixels(bytes) : bytes);
            ImageFile.CheckHeader(name, file, _limits);
            return Decode(name, file, resize);
        }
        catch (VipsException error)
        {
            var lines = error.Message.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            throw new ImageException(Damage(name, format, bytes, string.Join("; ", lines)), error);
        }
    }

    private Picture Decode(string name, Image file, Func<PictureSize, PictureSize> resize)
    {
        using var deadline = new DecodingDeadline(file, _limits.MaxTime, _clock);
        try
        {
            return Decode(file, resize);
        }
        catch (VipsException error) when (deadline.HasPassed)
        {
            throw new ImageException($"Image '{name}' is refused: it was not decoded within {_limits.MaxTime.TotalSeconds} seconds, which is allowed.", error);
        }
    }

    private static string Damage(string name, ImageFormat format, byte[] bytes, string problem) =>
        $"Image '{name}' ({format}, {bytes.Length} bytes) is damaged or truncated: {problem}. Allowed are complete files.";

    private static Picture Decode(Image file, Func<PictureSize, PictureSize> resize)
    {
        using var scope = new ImageScope();
        var (color, white) = SrgbConversion.Apply(file, scope);

        // Turning needs pixels in any order, which a file does not give; so it comes last, when the picture is small and in memory.
        var size = resize(UprightSize(file));
        var resized = PictureImages.Resize(color, IsTurned(file) ? new PictureSize(size.Height, size.Width) : size, scope);
        var inMemory = scope.Own(resized.CopyMemory());
        return PictureImages.FromImage(scope.Own(inMemory.Autorot()), white);
    }

    private static PictureSize UprightSize(Image file) =>
        IsTurned(file) ? new PictureSize(file.Height, file.Width) : new PictureSize(file.Width, file.Height);

    private static bool IsTurned(Image file) => file.Contains(OrientationField) && file.Get(OrientationField) is >= FirstQuarterTurn;
}
