using NeuralStyle.Engine.Images;

namespace NeuralStyle.Engine.Tests.Images;

public sealed class PlotPictureTests
{
    [Fact]
    public void Png_ADrawing_IsTwiceItsSizeOnWhite()
    {
        const string Svg = """<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"><rect x="10" width="20" height="20" fill="#204060"/></svg>""";

        var picture = new ImageReader().Read("plot.png", PlotPicture.Png(Svg));

        Assert.Equal(new PictureSize(60, 40), picture.Size);
        Assert.Null(picture.Alpha);
        PictureAssert.Pixel(picture, 5, 20, 255, 255, 255);
        PictureAssert.Pixel(picture, 40, 20, 0x20, 0x40, 0x60);
    }

    [Fact]
    public void Png_NoSvg_ThrowsWhatIsAllowed() => Assert.Contains(
        "Allowed is SVG", Assert.Throws<ImageException>(() => PlotPicture.Png("no drawing")).Message, StringComparison.Ordinal);
}
