using NeuralStyle.Engine.Images;

namespace NeuralStyle.Engine.Tests.Images;

public sealed class PictureSizeTests
{
    [Theory]
    [InlineData(400, 300, 200, 200, 150)]
    [InlineData(300, 400, 200, 150, 200)]
    [InlineData(512, 384, 256, 256, 192)]
    [InlineData(1000, 333, 100, 100, 33)] // 33.3
    [InlineData(1000, 335, 100, 100, 34)] // 33.5: halves up
    [InlineData(1000, 345, 100, 100, 35)] // 34.5: halves up, not to even
    [InlineData(1000, 1, 100, 100, 1)] // 0.1: at least 1
    [InlineData(32768, 32767, 1, 1, 1)]
    [InlineData(200, 100, 200, 200, 100)]
    public void WithLongestSide_Smaller_KeepsProportions(int width, int height, int pixels, int newWidth, int newHeight) =>
        Assert.Equal(new PictureSize(newWidth, newHeight), new PictureSize(width, height).WithLongestSide(pixels));

    [Fact]
    public void WithLongestSide_Larger_GrowsOnlyWhenAsked()
    {
        var size = new PictureSize(30, 20);

        Assert.Equal(size, size.WithLongestSide(60));
        Assert.Equal(new PictureSize(60, 40), size.WithLongestSide(60, enlarge: true));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    public void WithLongestSide_BelowOne_ThrowsTheValue(int pixels) => Assert.Equal(pixels,
        Assert.Throws<ArgumentOutOfRangeException>(() => new PictureSize(30, 20).WithLongestSide(pixels)).ActualValue);
}
