using NeuralStyle.Engine.Images;
using NeuralStyle.Engine.Measures;
using NeuralStyle.Engine.Tests.Stylization;

namespace NeuralStyle.Engine.Tests.Measures;

public sealed class ColorShiftTests
{
    // By Bruce Lindbloom's calculator (sRGB, D65, no adaptation), to four digits.
    [Theory]
    [InlineData(255, 255, 255, 100, 0, 0)]
    [InlineData(0, 0, 0, 0, 0, 0)]
    [InlineData(255, 0, 0, 53.2408, 80.0925, 67.2032)]
    [InlineData(0, 255, 0, 87.7347, -86.1827, 83.1793)]
    [InlineData(0, 0, 255, 32.2970, 79.1875, -107.8602)]
    [InlineData(119, 119, 119, 50.0344, 0, 0)]
    [InlineData(5, 5, 5, 1.3705, 0, 0)]
    public void Of_KnownColor_IsItsLab(int red, int green, int blue, double lightness, double a, double b)
    {
        var lab = CieLab.Of(red / 255.0, green / 255.0, blue / 255.0);

        Assert.Equal(lightness, lab.L, 0.01);
        Assert.Equal(a, lab.A, 0.01);
        Assert.Equal(b, lab.B, 0.01);
    }

    [Fact]
    public void Of_SamePicture_IsZero() => Assert.Equal(0, ColorShift.Of(TestPictures.Waves(), TestPictures.Waves()));

    [Fact]
    public void Of_BlackAndWhite_IsAHundred() => Assert.Equal(100, ColorShift.Of(Plain(0, 0, 0), Plain(1, 1, 1)), 1e-3);

    [Fact]
    public void Of_RedAndGreenOnHalfOfThePixels_IsHalfTheirDistance()
    {
        // sqrt((53.2408 - 87.7347)^2 + (80.0925 + 86.1827)^2 + (67.2032 - 83.1793)^2)
        var half = new Picture(2, 1, [1, 0, 0, 1, 0, 0]);

        Assert.Equal(170.565 / 2, ColorShift.Of(half, new Picture(2, 1, [1, 1, 0, 0, 0, 0])), 0.01);
    }

    [Fact]
    public void Of_OtherSizes_Throws() =>
        Assert.Contains("they have 1 and 2", Assert.Throws<ArgumentException>(() => ColorShift.Of(new Picture(1, 1, new float[3]), new Picture(2, 1, new float[6]))).Message, StringComparison.Ordinal);

    private static Picture Plain(float red, float green, float blue) => new(2, 1, [red, red, green, green, blue, blue]);
}
