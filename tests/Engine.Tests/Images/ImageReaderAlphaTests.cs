using NetVips;
using NeuralStyle.Engine.Images;

namespace NeuralStyle.Engine.Tests.Images;

public sealed class ImageReaderAlphaTests
{
    private static readonly ImageReader Reader = new();

    [Theory]
    [InlineData("png")]
    [InlineData("webp")]
    [InlineData("tiff")]
    public void Read_Transparency_IsKeptBesideColorsOnWhite(string format)
    {
        var file = TestFiles.Save(TestFiles.Bytes(16, 16, Enums.Interpretation.Srgb, (x, _) => [0, 0, 0, (byte)(x * 17)]), format);

        var picture = Reader.Read("a", file);

        for (var x = 0; x < 16; x++)
        {
            Assert.Equal(x / 15f, picture.Alpha!.Value.Span[x], 1e-6f);
            PictureAssert.Pixel(picture, x, 3, 255 - (17 * x), 255 - (17 * x), 255 - (17 * x), 1e-3);
        }
    }

    [Fact]
    public void Read_TransparencyOfGray16_IsKept() => Assert.All(
        Reader.Read("a", TestFiles.Save(TestFiles.Plain16(Enums.Interpretation.Grey16, 65535, 13107), "png")).Alpha!.Value.ToArray(),
        value => Assert.Equal(0.2f, value, 1e-6f));

    [Fact]
    public void Read_TransparencyBesideAnotherProfile_IsKept()
    {
        // The profile makes 16 bits of the colors, but not of the transparency.
        using var image = TestFiles.Plain(Enums.Interpretation.Srgb, 200, 100, 50, 51);

        var picture = Reader.Read("a", image.PngsaveBuffer(profile: "p3"));

        Assert.All(picture.Alpha!.Value.ToArray(), value => Assert.Equal(0.2f, value, 1e-5f));
    }

    [Theory]
    [InlineData("srgb", true)]
    [InlineData("p3", false)]
    public void SrgbProfile_EmbeddedProfile_IsKnownByItsBytes(string profile, bool expected)
    {
        using var image = TestFiles.Plain(Enums.Interpretation.Srgb, 200, 100, 50);
        using var file = Image.NewFromBuffer(image.PngsaveBuffer(profile: profile));

        Assert.Equal(expected, SrgbProfile.IsIn(file));
    }

    [Fact]
    public void Read_OpaqueAlphaChannel_IsNone() =>
        Assert.Null(Reader.Read("a", TestFiles.Save(TestFiles.Plain(Enums.Interpretation.Srgb, 10, 20, 30, 255), "png")).Alpha);

    [Fact]
    public void Read_Smaller_ResizesTransparencyToo()
    {
        var file = TestFiles.Save(TestFiles.Bytes(64, 32, Enums.Interpretation.Srgb, (x, _) => [9, 9, 9, x < 32 ? (byte)0 : (byte)255]), "png");

        var picture = Reader.Read("a", file, longestSide: 16);

        Assert.Equal(16 * 8, picture.Alpha!.Value.Length);
        Assert.Equal([0f, 1f], [picture.Alpha.Value.Span[2], picture.Alpha.Value.Span[13]]);
    }
}
