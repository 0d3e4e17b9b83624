using NetVips;

namespace NeuralStyle.Engine.Tests.Images;

/// <summary>Image files made for a test.</summary>
internal static class TestFiles
{
    internal static Image Bytes(int width, int height, Enums.Interpretation interpretation, Func<int, int, byte[]> colorAt)
    {
        var pixels = Enumerable.Range(0, width * height).SelectMany(i => colorAt(i % width, i / width)).ToArray();
        using var raw = Image.NewFromMemory(pixels, width, height, pixels.Length / (width * height), Enums.BandFormat.Uchar);
        return raw.Copy(interpretation: interpretation);
    }

    internal static Image Plain(Enums.Interpretation interpretation, params byte[] color) =>
        Bytes(16, 16, interpretation, (_, _) => color);

    internal static Image Plain16(Enums.Interpretation interpretation, params ushort[] color)
    {
        var pixels = Enumerable.Range(0, 16 * 16).SelectMany(_ => color).ToArray();
        using var raw = Image.NewFromMemory(pixels, 16, 16, color.Length, Enums.BandFormat.Ushort);
        return raw.Copy(interpretation: interpretation);
    }

    internal static Image Noise(int width, int height)
    {
        var pixels = new byte[width * height * 3];
        new Random(5).NextBytes(pixels);
        using var raw = Image.NewFromMemory(pixels, width, height, 3, Enums.BandFormat.Uchar);
        return raw.Copy(interpretation: Enums.Interpretation.Srgb);
    }

    /// <summary>The file's bytes; the image is disposed of.</summary>
    internal static byte[] Save(Image image, string format)
    {
        using (image)
        {
            return format switch
            {
                "jpeg" => image.JpegsaveBuffer(q: 100, subsampleMode: Enums.ForeignSubsample.Off),
                "png" => image.PngsaveBuffer(),
                "webp" => image.WebpsaveBuffer(lossless: true),
                "tiff" => image.TiffsaveBuffer(compression: Enums.ForeignTiffCompression.Deflate),
                _ => throw new ArgumentOutOfRangeException(nameof(format), format, "Allowed are jpeg, png, webp and tiff."),
            };
        }
    }
}
