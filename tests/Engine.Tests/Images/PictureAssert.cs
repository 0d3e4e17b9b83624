using NeuralStyle.Engine.Images;

namespace NeuralStyle.Engine.Tests.Images;

/// <summary>Compares pictures, and says how far apart they are in steps of 1/255.</summary>
internal static class PictureAssert
{
    internal static void Pixel(Picture picture, int x, int y, double red, double green, double blue, double tolerance = 0)
    {
        double[] expected = [red, green, blue];
        double[] actual = [.. Enumerable.Range(0, 3).Select(channel => picture.At(channel, x, y) * 255.0)];
        Assert.True(expected.Zip(actual).All(pair => Math.Abs(pair.First - pair.Second) <= tolerance + 1e-4),
            $"({x}, {y}) is {string.Join(", ", actual.Select(value => value.ToString("0.###")))}, expected "
            + $"{string.Join(", ", expected)} within {tolerance}, all in 1/255.");
    }

    internal static void Near(Picture expected, Picture actual, double tolerance)
    {
        Assert.Equal(expected.Size, actual.Size);
        var differences = expected.Planes.ToArray().Zip(actual.Planes.ToArray(), (a, b) => Math.Abs(a - b) * 255.0).ToArray();
        var worst = Array.IndexOf(differences, differences.Max());
        Assert.True(differences[worst] <= tolerance,
            $"Largest difference {differences[worst]:0.####}, mean {differences.Average():0.####}, allowed {tolerance}, all in 1/255; "
            + $"worst at plane {worst / (expected.Width * expected.Height)}, x {worst % expected.Width}, "
            + $"y {worst / expected.Width % expected.Height}.");
    }
}
