using NetVips;

namespace NeuralStyle.Offline.Tests.NetVipsStandIn;

/// <summary>Small images whose pixels are known.</summary>
internal static class TestImages
{
    /// <summary>Three bands, the value of band b at (x, y) being 10 x + 20 y + b.</summary>
    internal static Image Ramp(int width = 4, int height = 3)
    {
        var pixels = new byte[width * height * 3];
        for (var i = 0; i < pixels.Length; i++)
            pixels[i] = (byte)((10 * (i / 3 % width)) + (20 * (i / 3 / width)) + (i % 3));
        using var raw = Image.NewFromMemory(pixels, width, height, 3, Enums.BandFormat.Uchar);
        return raw.Copy(interpretation: Enums.Interpretation.Srgb);
    }

    /// <summary>One color everywhere.</summary>
    internal static Image Plain(int width, int height, params byte[] color)
    {
        var pixels = new byte[width * height * color.Length];
        for (var i = 0; i < pixels.Length; i++)
            pixels[i] = color[i % color.Length];
        using var raw = Image.NewFromMemory(pixels, width, height, color.Length, Enums.BandFormat.Uchar);
        return raw.Copy(interpretation: color.Length < 3 ? Enums.Interpretation.Bw : Enums.Interpretation.Srgb);
    }
}
