using NeuralStyle.Engine.Images;

namespace NeuralStyle.Engine.Tests.Images;

public sealed class PlotPictureTests
{
    [Fact]
    public void Png_ADrawing_HasItsSizeOnWhite()
    {
        const string Svg = """<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"><rect x="10" width="20" height="20" fill="#204060"/></svg>""";

        var picture = new ImageReader().Read("plot.png", PlotPicture.Png(Svg));

        Assert.Equal(new PictureSize(30, 20), picture.Size);
        Assert.Null(picture.Alpha);
        PictureAssert.Pixel(picture, 5, 10, 255, 255, 255);
        PictureAssert.Pixel(picture, 20, 10, 0x20, 0x40, 0x60);
    }

    [Fact]
    public void Png_NoSvg_ThrowsWhatIsAllowed() => Assert.Contains(
        "Allowed is SVG", Assert.Throws<ImageException>(() => PlotPicture.Png("no drawing")).Message, StringComparison.Ordinal);
}
