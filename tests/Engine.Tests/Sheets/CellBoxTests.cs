using NeuralStyle.Engine.Sheets;
using NeuralStyle.Engine.Sheets.Painting;

namespace NeuralStyle.Engine.Tests.Sheets;

public sealed class CellBoxTests
{
    [Theory]
    [InlineData(192, 144, 192, 144)]
    [InlineData(32, 24, 96, 72)]
    [InlineData(40, 30, 120, 90)]
    [InlineData(2048, 1024, 1024, 512)]
    [InlineData(4096, 40, 1024, 64)]
    [InlineData(0, 0, 256, 192)]
    public void For_LargestResult_GivesTheBox(int width, int height, int boxWidth, int boxHeight) =>
        Assert.Equal(new PixelSize(boxWidth, boxHeight), CellBox.For(new PixelSize(width, height)).Size);

    [Theory]
    [InlineData(192, 144, 1)]
    [InlineData(100, 144, 1)]
    [InlineData(64, 48, 3)]
    [InlineData(384, 144, 0.5)]
    public void ScaleOf_Image_IsWholeUnlessItIsTooLarge(int width, int height, double scale) =>
        Assert.Equal(scale, CellBox.For(new PixelSize(192, 144)).ScaleOf(new PixelSize(width, height)));
}
