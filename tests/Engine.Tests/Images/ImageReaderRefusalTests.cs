using System.Text;
using NetVips;
using NeuralStyle.Engine.Images;

namespace NeuralStyle.Engine.Tests.Images;

public sealed class ImageReaderRefusalTests
{
    private static readonly ImageReader Reader = new();

    public static TheoryData<string> Formats { get; } = ["jpeg", "png", "webp", "tiff"];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Read_TruncatedAnywhere_Throws(string format)
    {
        var bytes = TestFiles.Save(TestFiles.Noise(60, 40), format);

        for (var tenths = 1; tenths < 10; tenths++)
        {
            var error = Refusal(bytes[..(bytes.Length * tenths / 10)]);

            Assert.Contains("damaged or truncated", error, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', error);
        }
    }

    [Fact]
    public void Read_JpegCutAndClosed_Throws()
    {
        var bytes = TestFiles.Save(TestFiles.Noise(60, 40), "jpeg");

        Assert.Contains("damaged or truncated", Refusal([.. bytes[..(bytes.Length / 2)], 0xFF, 0xD9]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("png")]
    [InlineData("tiff")]
    public void Read_OneBitWrongWhereTheFormatChecksIt_Throws(string format)
    {
        var bytes = TestFiles.Save(TestFiles.Noise(60, 40), format);

        bytes[bytes.Length / 2] ^= 1;

        Assert.Contains("damaged or truncated", Refusal(bytes), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_PngWithAWrongChecksum_ThrowsEachTime()
    {
        var bytes = TestFiles.Save(TestFiles.Noise(60, 40), "png");
        bytes[^16] ^= 1; // in the checksum of the last chunk of pixels

        for (var round = 0; round < 500; round++)
            Assert.Contains("the chunk IDAT at byte", Refusal(bytes), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Read_RandomDamage_ThrowsNothingButImageException(string format)
    {
        var bytes = TestFiles.Save(TestFiles.Noise(20, 20), format);
        var random = new Random(3);

        for (var round = 0; round < 60; round++)
        {
            var damaged = bytes.ToArray();
            for (var i = 0; i < 5; i++)
                damaged[random.Next(8, damaged.Length)] = (byte)random.Next(256);

            var error = Record.Exception(() => Reader.Read("a.bin", damaged));

            Assert.True(error is null or ImageException, error?.ToString());
        }
    }

    [Fact]
    public void Read_RandomBytes_ThrowsNamingTheBytesSeen()
    {
        var bytes = new byte[1000];
        new Random(1).NextBytes(bytes);

        Assert.Equal($"Image 'a.bin' has a format that is not read: unknown, beginning with the bytes {Convert.ToHexString(bytes[..8])}. "
            + "Allowed are JPEG, PNG, WebP and TIFF.", Refusal(bytes));
    }

    [Fact]
    public void Read_Svg_ThrowsNamingIt() => Assert.Equal(
        "Image 'a.bin' has a format that is not read: SVG. Allowed are JPEG, PNG, WebP and TIFF.",
        Refusal(Encoding.UTF8.GetBytes("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>")));

    [Fact]
    public void Read_SvgThatPretendsToBeAnImage_IsNotRendered() =>
        Assert.Contains("damaged or truncated",
            Refusal([0xFF, 0xD8, 0xFF, .. "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>"u8]), StringComparison.Ordinal);

    [Fact]
    public void Read_Nothing_ThrowsSayingSo() => Assert.Equal("Image 'a.bin' is empty: it has 0 bytes.", Refusal([]));

    [Fact]
    public void Read_HugeHeader_ThrowsAllThatIsWrongBeforeDecoding() => Assert.Equal(
        "Image 'a.bin' is refused: it is 100000 pixels wide, allowed are 32768; it is 100000 pixels high, allowed are 32768; "
        + "it has 10000000000 pixels, allowed are 100000000.", Refusal(PngHeader.Claiming(100_000, 100_000)));

    [Fact]
    public void Read_MoreBytesThanAllowed_ThrowsBeforeLookingAtThem()
    {
        var reader = new ImageReader(new ImageLimits { MaxBytes = 9 });

        Assert.Equal("Image 'a.bin' is too large: it has 10 bytes, allowed are 9.",
            Assert.Throws<ImageException>(() => reader.Read("a.bin", new byte[10])).Message);
    }

    [Theory]
    [InlineData(33, 10, "it is 33 pixels wide, allowed are 32")]
    [InlineData(10, 33, "it is 33 pixels high, allowed are 32")]
    [InlineData(31, 20, "it has 620 pixels, allowed are 600")]
    public void Read_JustOverALimit_Throws(int width, int height, string expected)
    {
        var reader = new ImageReader(new ImageLimits { MaxPixels = 600, MaxSidePixels = 32 });
        var bytes = TestFiles.Save(TestFiles.Noise(width, height), "png");

        Assert.Equal($"Image 'a.png' is refused: {expected}.", Assert.Throws<ImageException>(() => reader.Read("a.png", bytes)).Message);
    }

    [Fact]
    public void Read_AtTheLimits_IsRead()
    {
        var bytes = TestFiles.Save(TestFiles.Noise(30, 20), "png");
        var reader = new ImageReader(new ImageLimits { MaxBytes = bytes.Length, MaxPixels = 600, MaxSidePixels = 30 });

        Assert.Equal(new PictureSize(30, 20), reader.Read("a.png", bytes).Size);
    }

    [Theory]
    [InlineData("tiff")]
    [InlineData("webp")]
    public void Read_SeveralPages_ThrowsTheirNumber(string format)
    {
        using var pages = TestFiles.Noise(20, 60);
        var bytes = format == "tiff" ? pages.TiffsaveBuffer(pageHeight: 20) : pages.WebpsaveBuffer(pageHeight: 20);

        Assert.Equal("Image 'a.bin' is refused: it has 3 pages, allowed is 1.", Refusal(bytes));
    }

    [Fact]
    public void Read_FloatingPointTiff_ThrowsTheType()
    {
        using var image = TestFiles.Plain(Enums.Interpretation.Srgb, 1, 2, 3);
        using var floats = image.Cast(Enums.BandFormat.Float);

        Assert.Contains("its channels are of the type Float, allowed are whole numbers of 8 or 16 bits", Refusal(floats.TiffsaveBuffer()),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Read_TooManyChannels_ThrowsTheirNumber()
    {
        using var image = TestFiles.Plain(Enums.Interpretation.Multiband, 1, 2, 3, 4, 5, 6, 7);

        Assert.Contains("it has 7 channels", Refusal(image.TiffsaveBuffer()), StringComparison.Ordinal);
    }

    private static string Refusal(byte[] bytes) => Assert.Throws<ImageException>(() => Reader.Read("a.bin", bytes)).Message;
}
