using NetVips;
using NeuralStyle.Engine.Images;

namespace NeuralStyle.Engine.Tests.Images;

public sealed class ImageReaderColorTests
{
    private static readonly ImageReader Reader = new();

    [Theory]
    [InlineData("png")]
    [InlineData("webp")]
    [InlineData("tiff")]
    public void Read_EightBits_IsTheValueDividedBy255Exactly(string format)
    {
        var picture = Reader.Read("ramp", TestFiles.Save(
            TestFiles.Bytes(256, 1, Enums.Interpretation.Srgb, (x, _) => [(byte)x, (byte)(255 - x), 7]), format));

        for (var x = 0; x < 256; x++)
            Assert.Equal((x / 255f, (255 - x) / 255f, 7 / 255f), (picture.At(0, x, 0), picture.At(1, x, 0), picture.At(2, x, 0)));
    }

    [Fact]
    public void Read_Jpeg_IsNearTheColor() =>
        PictureAssert.Pixel(ReadPlain("jpeg", Enums.Interpretation.Srgb, 200, 100, 50), 8, 8, 200, 100, 50, tolerance: 2);

    [Theory]
    [InlineData("jpeg")]
    [InlineData("png")]
    [InlineData("tiff")]
    public void Read_Gray_HasThreeEqualChannels(string format) =>
        PictureAssert.Pixel(ReadPlain(format, Enums.Interpretation.Bw, 77), 8, 8, 77, 77, 77);

    [Theory]
    [InlineData("png")]
    [InlineData("webp")]
    [InlineData("tiff")]
    public void Read_Alpha_IsLaidOnWhite(string format)
    {
        PictureAssert.Pixel(ReadPlain(format, Enums.Interpretation.Srgb, 10, 20, 30, 255), 8, 8, 10, 20, 30);
        PictureAssert.Pixel(ReadPlain(format, Enums.Interpretation.Srgb, 10, 20, 30, 0), 8, 8, 255, 255, 255);
        PictureAssert.Pixel(ReadPlain(format, Enums.Interpretation.Srgb, 10, 20, 30, 51), 8, 8, 206, 208, 210);
    }

    [Theory]
    [InlineData("png")]
    [InlineData("tiff")]
    public void Read_GrayWithAlpha_IsLaidOnWhite(string format) =>
        PictureAssert.Pixel(ReadPlain(format, Enums.Interpretation.Bw, 100, 51), 8, 8, 224, 224, 224);

    [Fact]
    public void Read_PremultipliedAlpha_IsLaidOnWhiteOnce()
    {
        using var image = TestFiles.Plain(Enums.Interpretation.Srgb, 10, 20, 30, 51);

        PictureAssert.Pixel(Reader.Read("a.tif", image.TiffsaveBuffer(premultiply: true)), 8, 8, 206, 208, 210, tolerance: 1);
    }

    [Theory]
    [InlineData("png")]
    [InlineData("tiff")]
    public void Read_SixteenBits_KeepsThePrecision(string format)
    {
        var picture = Reader.Read("deep", TestFiles.Save(TestFiles.Plain16(Enums.Interpretation.Rgb16, 1, 32769, 65535), format));
        var gray = Reader.Read("deep", TestFiles.Save(TestFiles.Plain16(Enums.Interpretation.Grey16, 7777), format));
        var alpha = Reader.Read("deep", TestFiles.Save(TestFiles.Plain16(Enums.Interpretation.Rgb16, 0, 0, 0, 13107), format));

        Assert.Equal((1 / 65535f, 32769 / 65535f, 1f), (picture.At(0, 8, 8), picture.At(1, 8, 8), picture.At(2, 8, 8)));
        Assert.Equal(7777 / 65535f, gray.At(2, 8, 8));
        Assert.Equal(0.8f, alpha.At(0, 8, 8), 6);
    }

    [Theory]
    [InlineData("jpeg")]
    [InlineData("png")]
    [InlineData("webp")]
    [InlineData("tiff")]
    public void Read_DisplayP3Profile_IsConvertedToSrgb(string format)
    {
        using var srgb = TestFiles.Plain(Enums.Interpretation.Srgb, 150, 120, 100);
        using var p3 = srgb.IccTransform("p3", inputProfile: "srgb");
        var stored = p3[8, 8];

        var picture = Reader.Read("p3", TestFiles.Save(p3.Copy(), format));

        Assert.NotEqual(150, stored[0]);
        var (red, green, blue) = P3ToSrgb(stored);
        PictureAssert.Pixel(picture, 8, 8, red, green, blue, tolerance: format == "jpeg" ? 2 : 0.2);
    }

    [Fact]
    public void Read_ProfileAndAlpha_ConvertsBeforeLayingOnWhite()
    {
        using var srgb = TestFiles.Plain(Enums.Interpretation.Srgb, 150, 120, 100);
        using var p3 = srgb.IccTransform("p3", inputProfile: "srgb");
        var (red, green, blue) = P3ToSrgb(p3[8, 8]);

        var picture = Reader.Read("p3", TestFiles.Save(p3.Bandjoin(51), "png"));

        PictureAssert.Pixel(picture, 8, 8, 204 + (red / 5), 204 + (green / 5), 204 + (blue / 5), tolerance: 0.3);
    }

    [Fact]
    public void Read_SrgbProfile_LeavesTheColorAlmostExactly()
    {
        using var plain = TestFiles.Plain(Enums.Interpretation.Srgb, 10, 128, 250);
        using var tagged = plain.IccTransform("srgb", inputProfile: "srgb");
        var stored = tagged[8, 8];

        var picture = Reader.Read("srgb", TestFiles.Save(tagged.Copy(), "png"));

        PictureAssert.Pixel(picture, 8, 8, stored[0], stored[1], stored[2], tolerance: 0.5);
    }

    [Theory]
    [InlineData("jpeg", true)]
    [InlineData("jpeg", false)]
    [InlineData("tiff", true)]
    [InlineData("tiff", false)]
    public void Read_Cmyk_ComesBackNearTheColor(string format, bool withProfile)
    {
        using var srgb = TestFiles.Plain(Enums.Interpretation.Srgb, 150, 90, 60);
        using var cmyk = srgb.IccTransform("cmyk", inputProfile: "srgb", intent: Enums.Intent.Relative, blackPointCompensation: true);
        var keep = withProfile ? Enums.ForeignKeep.All : Enums.ForeignKeep.None;
        var bytes = format == "jpeg" ? cmyk.JpegsaveBuffer(q: 100, keep: keep) : cmyk.TiffsaveBuffer(keep: keep);
        using var stored = Image.NewFromBuffer(bytes);

        Assert.Equal((4, withProfile), (stored.Bands, stored.Contains("icc-profile-data")));
        PictureAssert.Pixel(Reader.Read("cmyk", bytes), 8, 8, 150, 90, 60, tolerance: 5);
    }

    [Theory]
    [InlineData("rubbish")]
    [InlineData("cmyk")]
    public void Read_ProfileThatDoesNotFit_IsIgnored(string profile)
    {
        using var srgb = TestFiles.Plain(Enums.Interpretation.Srgb, 150, 90, 60);
        using var cmyk = srgb.IccTransform("cmyk", inputProfile: "srgb");
        var content = profile == "cmyk" ? (byte[])cmyk.Get("icc-profile-data") : "no profile at all"u8.ToArray();
        var tagged = srgb.Mutate(image => image.Set(NetVips.NetVips.TypeFromName("VipsBlob"), "icc-profile-data", content));

        PictureAssert.Pixel(Reader.Read("odd", TestFiles.Save(tagged, "tiff")), 8, 8, 150, 90, 60);
    }

    private static Picture ReadPlain(string format, Enums.Interpretation interpretation, params byte[] color) =>
        Reader.Read("plain", TestFiles.Save(TestFiles.Plain(interpretation, color), format));

    // Both spaces have sRGB's transfer curve and white; the matrix is that of CSS Color 4 (P3 to XYZ to sRGB, linear light).
    private static (double Red, double Green, double Blue) P3ToSrgb(double[] color)
    {
        var (r, g, b) = (Linear(color[0]), Linear(color[1]), Linear(color[2]));
        return (Encoded((1.22494018 * r) - (0.22494018 * g)), Encoded((-0.04205695 * r) + (1.04205695 * g)),
            Encoded((-0.01963755 * r) - (0.07863605 * g) + (1.0982736 * b)));
    }

    private static double Linear(double value) =>
        value / 255 <= 0.04045 ? value / 255 / 12.92 : Math.Pow(((value / 255) + 0.055) / 1.055, 2.4);

    private static double Encoded(double value) =>
        255 * (value <= 0.0031308 ? 12.92 * value : (1.055 * Math.Pow(value, 1 / 2.4)) - 0.055);
}
