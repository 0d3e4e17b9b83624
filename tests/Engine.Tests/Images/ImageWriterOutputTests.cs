using NetVips;
using NeuralStyle.Engine.Images;
using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Engine.Tests.Images;

/// <summary>Files that trials ask for: depth, transparency, profile, names.</summary>
public sealed class ImageWriterOutputTests
{
    private static readonly ImageReader Reader = new();

    [Theory]
    [InlineData(OutputFormat.Png16)]
    [InlineData(OutputFormat.Tiff16)]
    public void Write_SixteenBits_ReadsBackToThePrecisionOf16Bits(OutputFormat format)
    {
        var picture = Ramp(64, 48);

        var read = Reader.Read("a", ImageWriter.Write(picture, format, 95));

        PictureAssert.Near(picture, read, 0.5 * 255 / 65535 * 1.01);
        Assert.Null(read.Alpha);
    }

    [Theory]
    [InlineData(OutputFormat.Png, 255)]
    [InlineData(OutputFormat.Png16, 65535)]
    [InlineData(OutputFormat.Tiff16, 65535)]
    public void Write_Transparency_ReadsBack(OutputFormat format, int steps)
    {
        var alpha = Enumerable.Range(0, 64 * 48).Select(i => i % 64 / 63f).ToArray();
        var white = new Picture(64, 48, [.. Enumerable.Repeat(1f, 3 * 64 * 48)]).WithAlpha(alpha);

        var read = Reader.Read("a", ImageWriter.Write(white, format, 95));

        Assert.NotNull(read.Alpha);
        Assert.All(alpha.Zip(read.Alpha.Value.ToArray()), pair => Assert.Equal(pair.First, pair.Second, 0.501f / steps));
        Assert.All(read.Planes.ToArray(), value => Assert.Equal(1, value, 1e-6f));
    }

    [Fact]
    public void Write_JpegOfATransparentPicture_IsOpaque() => Assert.Null(
        Reader.Read("a", ImageWriter.Write(Ramp(8, 8).WithAlpha(new float[64]), OutputFormat.Jpeg, 95)).Alpha);

    [Theory]
    [InlineData(OutputFormat.Png)]
    [InlineData(OutputFormat.Png16)]
    [InlineData(OutputFormat.Tiff16)]
    [InlineData(OutputFormat.Jpeg)]
    public void Write_AnyFormat_CarriesTheProfileOfSrgb(OutputFormat format)
    {
        using var file = Image.NewFromBuffer(ImageWriter.Write(Ramp(16, 16), format, 95));

        var profile = Assert.IsType<byte[]>(file.Get("icc-profile-data"));
        // Bytes 16 to 19 of a profile's header name its color space, 36 to 39 are its signature (ICC.1:2022, 7.2).
        Assert.Equal("RGB "u8.ToArray(), profile[16..20]);
        Assert.Equal("acsp"u8.ToArray(), profile[36..40]);
        Assert.Equal((byte[])Operation.Call("profile_load", "srgb"), profile);
    }

    [Fact]
    public void Write_Profile_MeansTheValuesThatAFileWithoutOneHas()
    {
        // Through the color management that other programs use, which the reader spares itself.
        using var file = Image.NewFromBuffer(ImageWriter.Png(Ramp(64, 48)));
        using var converted = file.IccTransform("srgb", embedded: true, intent: Enums.Intent.Relative);

        var (before, after) = (file.WriteToMemory<byte>(), converted.WriteToMemory<byte>());
        Assert.InRange(before.Zip(after, (a, b) => Math.Abs(a - b)).Max(), 0, 1);
    }

    [Theory]
    [InlineData(89, 0.04, 1.0)]
    [InlineData(90, 0.0, 0.03)]
    public void Write_JpegOfColorEdges_IsFullColorFromQuality90(int quality, double least, double most)
    {
        // Columns of red and blue by turns, of one luminance: a quarter of the color would mix them.
        var picture = new Picture(32, 32, [.. Enumerable.Range(0, 3 * 32 * 32).Select(i => (i / 1024, i % 2) switch
        {
            (0, 0) => 0.6f,
            (2, 1) => 0.6f,
            (1, 1) => 0.23f,
            _ => 0.1f,
        })]);

        var read = Reader.Read("a", ImageWriter.Write(picture, OutputFormat.Jpeg, quality));

        var error = picture.Planes.ToArray().Zip(read.Planes.ToArray(), (a, b) => Math.Abs(a - b)).Average();
        Assert.InRange(error, least, most);
    }

    [Theory]
    [InlineData(OutputFormat.Png, "png", "image/png")]
    [InlineData(OutputFormat.Png16, "png", "image/png")]
    [InlineData(OutputFormat.Tiff16, "tif", "image/tiff")]
    [InlineData(OutputFormat.Jpeg, "jpg", "image/jpeg")]
    public void OutputFormats_Each_HaveTheirNames(OutputFormat format, string extension, string mediaType) =>
        Assert.Equal((extension, mediaType), (OutputFormats.ExtensionOf(format), OutputFormats.MediaTypeOf(format)));

    private static Picture Ramp(int width, int height) =>
        new(width, height, [.. Enumerable.Range(0, 3 * width * height).Select(i => i / (3f * width * height))]);
}
