using NeuralStyle.Engine.Images;

namespace NeuralStyle.Engine.Tests.Images;

public sealed class PictureResizeTests
{
    [Theory]
    [InlineData(97, 61, 13, 7)]
    [InlineData(97, 61, 1, 1)]
    [InlineData(61, 97, 60, 96)]
    [InlineData(3, 5, 40, 90)]
    [InlineData(1, 1, 9, 4)]
    [InlineData(1000, 1, 37, 1)]
    [InlineData(8, 600, 16, 5)]
    public void Resize_OneColor_KeepsItAtExactlyTheSize(int width, int height, int newWidth, int newHeight)
    {
        var picture = Draw(width, height, (channel, _, _) => 0.2f + (0.3f * channel));

        var resized = picture.Resize(newWidth, newHeight);

        PictureAssert.Near(Draw(newWidth, newHeight, (channel, _, _) => 0.2f + (0.3f * channel)), resized, 0.01);
    }

    [Theory]
    [InlineData(40, 30, 0.5)]
    [InlineData(10, 8, 0.5)]
    [InlineData(5, 4, 1.5)] // first averaged in blocks
    public void Resize_SmoothPicture_IsTheLanczosFilterOfThreeLobes(int width, int height, double tolerance)
    {
        var picture = Draw(64, 48, (channel, x, y) => 0.5f + (0.4f * MathF.Sin((0.31f * x) + (0.17f * y) + channel)));

        var resized = picture.Resize(width, height);

        var columns = Lanczos(64, width);
        var rows = Lanczos(48, height);
        PictureAssert.Near(Draw(width, height, (channel, x, y) => (float)Enumerable.Range(0, 48).Sum(sourceY => rows[y, sourceY]
            * Enumerable.Range(0, 64).Sum(sourceX => columns[x, sourceX] * picture.At(channel, sourceX, sourceY)))), resized, tolerance);
    }

    [Fact]
    public void Resize_FineCheckerboard_BecomesGrayWithoutMoire()
    {
        var picture = Draw(200, 200, (_, x, y) => (x + y) % 2);

        var resized = picture.Resize(50, 50);

        PictureAssert.Near(Draw(50, 50, (_, _, _) => 0.5f), resized, 3);
    }

    [Fact]
    public void Resize_HardEdge_StaysWithinZeroAndOne()
    {
        var picture = Draw(90, 20, (_, x, _) => x < 45 ? 0 : 1);

        var values = picture.Resize(40, 20).Planes.ToArray();

        Assert.Equal((0f, 1f), (values.Min(), values.Max()));
    }

    [Fact]
    public void ResizeToLongestSide_Smaller_IsReturnedAsItIs()
    {
        var picture = Draw(8, 6, (_, _, _) => 0);

        Assert.Same(picture, picture.ResizeToLongestSide(100));
        Assert.Equal(new PictureSize(100, 75), picture.ResizeToLongestSide(100, enlarge: true).Size);
    }

    [Fact]
    public void Resize_SidesBelowOne_Throw()
    {
        var picture = Draw(8, 6, (_, _, _) => 0);

        Assert.Throws<ArgumentOutOfRangeException>(() => picture.Resize(0, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => picture.Resize(5, -1));
    }

    private static Picture Draw(int width, int height, Func<int, int, int, float> valueAt)
    {
        var area = width * height;
        return new Picture(width, height,
            [.. Enumerable.Range(0, 3 * area).Select(i => valueAt(i / area, i % width, i % area / width))]);
    }

    // Row i: the weights of the source pixels in target pixel i. Pixels beyond an edge repeat the one at it.
    private static double[,] Lanczos(int from, int to)
    {
        var weights = new double[to, from];
        var scale = (double)from / to;
        for (var target = 0; target < to; target++)
        {
            var center = ((target + 0.5) * scale) - 0.5;
            var taps = Enumerable.Range((int)Math.Ceiling(center - (3 * scale)), (int)(6 * scale) + 1).ToArray();
            var values = taps.Select(tap => Lanczos3((tap - center) / scale)).ToArray();
            for (var i = 0; i < taps.Length; i++)
                weights[target, Math.Clamp(taps[i], 0, from - 1)] += values[i] / values.Sum();
        }

        return weights;
    }

    private static double Lanczos3(double x) =>
        x == 0 ? 1 : Math.Abs(x) >= 3 ? 0 : 3 * Math.Sin(Math.PI * x) * Math.Sin(Math.PI * x / 3) / (Math.PI * Math.PI * x * x);
}
