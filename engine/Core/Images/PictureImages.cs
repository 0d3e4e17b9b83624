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

    /// <summary>Three float bands of 0 to 1 over the picture's own memory, and a fourth of its transparency if it has one, to be disposed of by the scope.</summary>
    internal static Image ToFloatImage(Picture picture, ImageScope scope)
    {
        ImageLibrary.EnsureReady();
        var area = picture.Width * picture.Height;
        var bands = Enumerable.Range(0, Picture.Channels).Select(channel => picture.Planes.Slice(channel * area, area)).ToList();
        if (picture.Alpha is { } alpha)
            bands.Add(alpha);
        var images = bands.Select(band => Band(band, picture.Size, scope)).ToArray();
        return scope.Own(images[0].Bandjoin(images[1..]));
    }

    /// <summary>One float band over memory, to be disposed of by the scope.</summary>
    internal static Image Band(ReadOnlyMemory<float> values, PictureSize size, ImageScope scope)
    {
        ImageLibrary.EnsureReady();
        return scope.Own(Image.NewFromMemory(values, size.Width, size.Height, 1, Enums.BandFormat.Float));
    }

    /// <summary>Three bands of one byte, clamped and rounded to nearest, tagged as sRGB, to be disposed of by the caller.</summary>
    internal static Image ToByteImage(Picture picture) => FromInterleaved(
        Interleaved(picture, null, value => (byte)((value * byte.MaxValue) + 0.5f)),
        picture.Size, Enums.BandFormat.Uchar, Enums.Interpretation.Srgb);

    /// <summary>As <see cref="ToByteImage"/>, with a fourth band of the picture's transparency if it has one.</summary>
    internal static Image ToByteImageWithAlpha(Picture picture) => FromInterleaved(
        Interleaved(picture, picture.Alpha, value => (byte)((value * byte.MaxValue) + 0.5f)),
        picture.Size, Enums.BandFormat.Uchar, Enums.Interpretation.Srgb);

    /// <summary>As <see cref="ToByteImageWithAlpha"/>, of two bytes a band.</summary>
    internal static Image ToWordImageWithAlpha(Picture picture) => FromInterleaved(
        Interleaved(picture, picture.Alpha, value => (ushort)((value * ushort.MaxValue) + 0.5f)),
        picture.Size, Enums.BandFormat.Ushort, Enums.Interpretation.Rgb16);

    /// <summary>The picture in three float bands of 0 to <paramref name="maximum"/>, and perhaps a fourth of transparency; values beyond are clamped.</summary>
    /// <param name="image">An image in memory, for its rows are read in strips.</param>
    /// <param name="maximum">The value of white, and of opaque.</param>
    internal static Picture FromImage(Image image, float maximum)
    {
        var (size, bands) = (new PictureSize(image.Width, image.Height), image.Bands);
        var area = size.Width * size.Height;
        var planes = new float[(long)Picture.Channels * area];
        var alpha = bands > Picture.Channels ? new float[area] : null;
        for (var top = 0; top < size.Height; top += StripRows)
        {
            using var strip = image.ExtractArea(0, top, size.Width, Math.Min(StripRows, size.Height - top));
            var values = strip.WriteToMemory<float>();
            var start = top * size.Width;
            for (var channel = 0; channel < bands; channel++)
            {
                var plane = channel < Picture.Channels ? planes.AsSpan(channel * area, area) : alpha;
                for (var i = 0; i < values.Length / bands; i++)
                    plane[start + i] = Math.Clamp(values[(bands * i) + channel] / maximum, 0, 1);
            }
        }

        return Picture.Own(size, planes, alpha is null || Array.TrueForAll(alpha, value => value == 1) ? null : alpha);
    }

    internal static Picture Resize(Picture picture, PictureSize size)
    {
        using var scope = new ImageScope();
        var resized = Resize(ToFloatImage(picture, scope), size, scope);
        return FromImage(scope.Own(resized.CopyMemory()), maximum: 1);
    }

    /// <summary>The image at a given size, to be disposed of by the scope; itself where it has the size already.</summary>
    /// <param name="image">The image.</param>
    /// <param name="size">Its new size.</param>
    /// <param name="scope">Owns the steps.</param>
    /// <param name="kernel">The filter; where the image grows, libvips takes a bicubic one for <see cref="Enums.Kernel.Lanczos3"/>.</param>
    internal static Image Resize(Image image, PictureSize size, ImageScope scope, Enums.Kernel kernel = Enums.Kernel.Lanczos3)
    {
        if (size == new PictureSize(image.Width, image.Height))
            return image;
        return scope.Own(image.Resize((double)size.Width / image.Width, vscale: (double)size.Height / image.Height,
            kernel: kernel, gap: BlockFactor));
    }

    private static Image FromInterleaved<T>(T[] values, PictureSize size, Enums.BandFormat format, Enums.Interpretation interpretation)
        where T : unmanaged
    {
        ImageLibrary.EnsureReady();
        using var raw = Image.NewFromMemory(values, size.Width, size.Height, values.Length / (size.Width * size.Height), format);
        return raw.Copy(interpretation: interpretation);
    }

    // Not a number becomes 0.
    private static T[] Interleaved<T>(Picture picture, ReadOnlyMemory<float>? alpha, Func<float, T> round)
    {
        var (area, bands) = (picture.Width * picture.Height, alpha is null ? Picture.Channels : Picture.Channels + 1);
        var values = new T[(long)bands * area];
        for (var channel = 0; channel < bands; channel++)
        {
            var plane = channel < Picture.Channels ? picture.Plane(channel) : alpha!.Value.Span;
            for (var i = 0; i < area; i++)
                values[(bands * i) + channel] = round(float.IsNaN(plane[i]) ? 0 : Math.Clamp(plane[i], 0, 1));
        }

        return values;
    }
}
