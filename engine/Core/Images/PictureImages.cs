using NetVips;

namespace NeuralStyle.Engine.Images;

/// <summary>Moves pictures into libvips images and back.</summary>
internal static class PictureImages
{
    // Bounds the interleaved copy that exists beside the whole picture.
    private const int StripRows = 256;

    // Pixels are averaged in blocks before the filter until it has to shrink by less than twice this factor, for the filter alone takes
    // time and cannot shrink by more than 333. libvips' own choice of 2 is off by 3/255 at a sixth of the size; 4 is off by 0.3/255 there
    // and by 1.3/255 at a thirteenth.
    private const double BlockFactor = 4;

    /// <summary>Three float bands of 0 to 1 over the picture's own memory, to be disposed of by the scope.</summary>
    internal static Image ToFloatImage(Picture picture, ImageScope scope)
    {
        ImageLibrary.EnsureReady();
        var area = picture.Width * picture.Height;
        var bands = new Image[Picture.Channels];
        for (var channel = 0; channel < bands.Length; channel++)
        {
            bands[channel] = scope.Own(Image.NewFromMemory(
                picture.Planes.Slice(channel * area, area), picture.Width, picture.Height, 1, Enums.BandFormat.Float));
        }

        return scope.Own(bands[0].Bandjoin(bands[1], bands[2]));
    }

    /// <summary>Three bands of one byte, clamped and rounded to nearest, tagged as sRGB, to be disposed of by the caller.</summary>
    internal static Image ToByteImage(Picture picture)
    {
        ImageLibrary.EnsureReady();
        var planes = picture.Planes.Span;
        var area = picture.Width * picture.Height;
        var bytes = new byte[planes.Length];
        for (var i = 0; i < area; i++)
        {
            bytes[3 * i] = ToByte(planes[i]);
            bytes[(3 * i) + 1] = ToByte(planes[area + i]);
            bytes[(3 * i) + 2] = ToByte(planes[(2 * area) + i]);
        }

        using var raw = Image.NewFromMemory(bytes, picture.Width, picture.Height, Picture.Channels, Enums.BandFormat.Uchar);
        return raw.Copy(interpretation: Enums.Interpretation.Srgb);
    }

    /// <summary>The picture in three float bands of 0 to <paramref name="maximum"/>; values beyond are clamped.</summary>
    /// <param name="image">An image in memory, for its rows are read in strips.</param>
    /// <param name="maximum">The value of white.</param>
    internal static Picture FromImage(Image image, float maximum)
    {
        var size = new PictureSize(image.Width, image.Height);
        var area = size.Width * size.Height;
        var planes = new float[(long)Picture.Channels * area];
        for (var top = 0; top < size.Height; top += StripRows)
        {
            using var strip = image.ExtractArea(0, top, size.Width, Math.Min(StripRows, size.Height - top));
            var values = strip.WriteToMemory<float>();
            var start = top * size.Width;
            for (var i = 0; i < values.Length / Picture.Channels; i++)
            {
                planes[start + i] = Math.Clamp(values[3 * i] / maximum, 0, 1);
                planes[area + start + i] = Math.Clamp(values[(3 * i) + 1] / maximum, 0, 1);
                planes[(2 * area) + start + i] = Math.Clamp(values[(3 * i) + 2] / maximum, 0, 1);
            }
        }

        return Picture.Own(size, planes);
    }

    internal static Picture Resize(Picture picture, PictureSize size)
    {
        using var scope = new ImageScope();
        var resized = Resize(ToFloatImage(picture, scope), size, scope);
        return FromImage(scope.Own(resized.CopyMemory()), maximum: 1);
    }

    /// <summary>The image at a given size, to be disposed of by the scope; itself where it has the size already.</summary>
    internal static Image Resize(Image image, PictureSize size, ImageScope scope)
    {
        if (size == new PictureSize(image.Width, image.Height))
            return image;
        return scope.Own(image.Resize((double)size.Width / image.Width, vscale: (double)size.Height / image.Height,
            kernel: Enums.Kernel.Lanczos3, gap: BlockFactor));
    }

    // Not a number becomes 0.
    private static byte ToByte(float value) => (byte)((Math.Clamp(value, 0, 1) * 255) + 0.5f);
}
