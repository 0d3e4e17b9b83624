using NeuralStyle.Engine.Images;
using NeuralStyle.Engine.Measures;

namespace NeuralStyle.Engine.Tests.Measures;

public sealed class SharpnessTests
{
    [Fact]
    public void Of_OneColor_IsZero() => Assert.Equal(0, Sharpness.Of(Gray(5, 4, (_, _) => 0.7f)));

    [Fact]
    public void Of_Ramp_IsItsSlope()
    {
        Assert.Equal(0.02, Sharpness.Of(Gray(40, 7, (x, _) => 0.02f * x)), 1e-6);
        Assert.Equal(0.01, Sharpness.Of(Gray(7, 40, (_, y) => 0.01f * y)), 1e-6);
        Assert.Equal(0.05, Sharpness.Of(Gray(9, 9, (x, y) => (0.03f * x) + (0.04f * y))), 1e-6);
    }

    [Fact]
    public void Of_StepOfTwoByTwo_IsTheStep() =>
        // One pixel has both neighbors: 0 with 1 to the right and 0 below.
        Assert.Equal(1, Sharpness.Of(Gray(2, 2, (x, _) => x)), 1e-6);

    [Fact]
    public void Of_ChannelsOfOneLuminance_SeesNoEdgeBetweenThem()
    {
        // 0.299 of red, 0.587 of green.
        var picture = new Picture(2, 2, [0.587f, 0, 0.587f, 0, 0, 0.299f, 0, 0.299f, 0, 0, 0, 0]);

        Assert.Equal(0, Sharpness.Of(picture), 1e-6);
    }

    [Fact]
    public void Of_BlurredPicture_IsLess()
    {
        var picture = Gray(64, 64, (x, y) => ((x / 4) + (y / 4)) % 2);
        var blurred = picture.Resize(16, 16).Resize(64, 64);
        var moreBlurred = picture.Resize(8, 8).Resize(64, 64);

        Assert.InRange(Sharpness.Of(blurred), Sharpness.Of(moreBlurred) + 1e-3, Sharpness.Of(picture) * 0.8);
    }

    [Fact]
    public void Of_SingleRow_IsZero() => Assert.Equal(0, Sharpness.Of(Gray(9, 1, (x, _) => x % 2)));

    private static Picture Gray(int width, int height, Func<int, int, float> at)
    {
        float[] plane = [.. Enumerable.Range(0, width * height).Select(i => at(i % width, i / width))];
        return new Picture(width, height, [.. plane, .. plane, .. plane]);
    }
}
