using NetVips;
using NeuralStyle.Engine.Images;

namespace NeuralStyle.Engine.Sheets.Painting;

/// <summary>A decoded image, ready to be copied onto the canvas.</summary>
/// <param name="Rgb">Pixels, three bytes each, row by row.</param>
/// <param name="Size">Size as shown.</param>
/// <param name="Scale">Pixels shown for a pixel of the file.</param>
internal sealed record CellPicture(byte[] Rgb, PixelSize Size, double Scale)
{
    /// <summary>Decodes a result for a cell: unchanged, or enlarged by a whole number, pixel by pixel, or shrunk (Lanczos) to fit.</summary>
    /// <exception cref="ImageException">The bytes are not a whole PNG.</exception>
    /// <exception cref="VipsException">It can't be decoded.</exception>
    public static CellPicture ForCell(byte[] png, CellBox box)
    {
        using var decoded = Decode(png);
        var scale = box.ScaleOf(new PixelSize(decoded.Width, decoded.Height));
        if (scale < 1)
            return Shrunk(decoded, box.Size);
        if (scale == 1)
            return Pixels(decoded, scale);
        using var enlarged = decoded.Resize(scale, kernel: Enums.Kernel.Nearest);
        return Pixels(enlarged, scale);
    }

    /// <summary>Decodes an input image for a place that it must fit; it is shrunk (Lanczos), never enlarged.</summary>
    /// <exception cref="ImageException">The bytes are not a whole PNG.</exception>
    /// <exception cref="VipsException">It can't be decoded.</exception>
    public static CellPicture Thumbnail(byte[] png, PixelSize room)
    {
        using var decoded = Decode(png);
        return Shrunk(decoded, room);
    }

    /// <summary>Decodes an image for a place that it fills as far as its proportions allow: shrunk (Lanczos) or enlarged (bicubic).</summary>
    /// <exception cref="ImageException">The bytes are not a whole PNG.</exception>
    /// <exception cref="VipsException">It can't be decoded.</exception>
    public static CellPicture Fitted(byte[] png, PixelSize room)
    {
        using var decoded = Decode(png);
        using var shown = decoded.ThumbnailImage(room.Width, height: room.Height, size: Enums.Size.Both);
        return Pixels(shown, shown.Width / (double)decoded.Width);
    }

    /// <summary>The size of an image.</summary>
    /// <exception cref="ImageException">The bytes are not a whole PNG.</exception>
    /// <exception cref="VipsException">It can't be decoded.</exception>
    public static PixelSize SizeOf(byte[] png)
    {
        using var decoded = Decode(png);
        return new PixelSize(decoded.Width, decoded.Height);
    }

    private static CellPicture Shrunk(Image decoded, PixelSize room)
    {
        using var shown = decoded.ThumbnailImage(room.Width, height: room.Height, size: Enums.Size.Down);
        return Pixels(shown, shown.Width / (double)decoded.Width);
    }

    private static CellPicture Pixels(Image shown, double scale) =>
        new(shown.WriteToMemory<byte>(), new PixelSize(shown.Width, shown.Height), scale);

    // The PNG loader by name: whatever the bytes are, no other loader is tried, such as SVG, which could refer to other files.
    private static Image Decode(byte[] png)
    {
        ImageLibrary.EnsureReady();
        if (FileSignature.Identify(png) != ImageFormat.Png)
            throw new ImageException("It is not a PNG.");
        if (PngIntegrity.Problem(png) is { } problem)
            throw new ImageException($"The PNG is damaged: {problem}.");

        var image = Image.PngloadBuffer(png, failOn: Enums.FailOn.Error);
        if (image.Interpretation != Enums.Interpretation.Srgb)
            image = Then(image, image.Colourspace(Enums.Interpretation.Srgb));
        if (image.HasAlpha())
            image = Then(image, image.Flatten([255, 255, 255]));
        return image.Format == Enums.BandFormat.Uchar ? image : Then(image, image.Cast(Enums.BandFormat.Uchar));
    }

    private static Image Then(Image before, Image after)
    {
        // libvips keeps what the later image is computed from.
        before.Dispose();
        return after;
    }
}
