using NetVips;

namespace NeuralStyle.Engine.Tests.Sheets;

/// <summary>Images that no two trials share: noise from a seed, so that a cell shown in the wrong place is noticed.</summary>
internal static class SheetImages
{
    public static byte[] Noise(int width, int height, int seed)
    {
        var pixels = new byte[width * height * 3];
        new Random(seed).NextBytes(pixels);
        using var image = Image.NewFromMemory(pixels, width, height, 3, Enums.BandFormat.Uchar);
        using var srgb = image.Copy(interpretation: Enums.Interpretation.Srgb);
        return srgb.PngsaveBuffer();
    }

    /// <summary>The pixels of a PNG, three bytes each, row by row.</summary>
    public static Decoded Decode(byte[] png)
    {
        using var image = Image.PngloadBuffer(png);
        Assert.Equal((3, Enums.BandFormat.Uchar), (image.Bands, image.Format));
        return new Decoded(image.WriteToMemory<byte>(), image.Width, image.Height);
    }

    internal sealed record Decoded(byte[] Rgb, int Width, int Height)
    {
        public (byte Red, byte Green, byte Blue) At(int x, int y)
        {
            var start = ((y * Width) + x) * 3;
            return (Rgb[start], Rgb[start + 1], Rgb[start + 2]);
        }

        /// <summary>The pixels of a rectangle.</summary>
        public byte[] Area(int x, int y, int width, int height) =>
            [.. Enumerable.Range(y, height).SelectMany(row => Rgb.AsMemory(((row * Width) + x) * 3, width * 3).ToArray())];
    }
}
