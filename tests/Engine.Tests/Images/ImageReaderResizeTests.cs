using NeuralStyle.Engine.Images;

namespace NeuralStyle.Engine.Tests.Images;

public sealed class ImageReaderResizeTests
{
    private static readonly ImageReader Reader = new();

    [Theory]
    [InlineData("jpeg", 50)]
    [InlineData("png", 37)]
    [InlineData("webp", 7)]
    [InlineData("tiff", 1)]
    public void Read_LongestSide_EqualsReadingThenResizing(string format, int longestSide)
    {
        var bytes = TestFiles.Save(TestFiles.Noise(160, 90), format);

        var resized = Reader.Read("noise", bytes, longestSide);

        PictureAssert.Near(Reader.Read("noise", bytes).ResizeToLongestSide(longestSide), resized, 0.001);
    }

    [Fact]
    public void Read_LongestSideAboveItsOwn_GrowsOnlyWhenAsked()
    {
        var bytes = TestFiles.Save(TestFiles.Noise(30, 20), "png");

        Assert.Equal(new PictureSize(30, 20), Reader.Read("small", bytes, 60).Size);
        Assert.Equal(new PictureSize(60, 40), Reader.Read("small", bytes, 60, enlarge: true).Size);
    }

    [Fact]
    public void Read_LongestSideBelowOne_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Reader.Read("small", TestFiles.Save(TestFiles.Noise(3, 2), "png"), 0));

    [Fact]
    public void Read_TallerThanOneStrip_HasEveryRow()
    {
        var picture = Reader.Read("tall", TestFiles.Save(
            TestFiles.Bytes(2, 700, NetVips.Enums.Interpretation.Srgb, (x, y) => [(byte)y, (byte)(y / 4), (byte)x]), "png"));

        for (var y = 0; y < 700; y++)
            PictureAssert.Pixel(picture, 1, y, (byte)y, y / 4, 1);
    }
}
