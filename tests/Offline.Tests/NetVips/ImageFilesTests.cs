using System.Text;
using NetVips;

namespace NeuralStyle.Offline.Tests.NetVipsStandIn;

public sealed class ImageFilesTests
{
    public static TheoryData<string, string> Formats { get; } = new()
    {
        { "png", "VipsForeignLoadPngBuffer" },
        { "jpeg", "VipsForeignLoadJpegBuffer" },
        { "webp", "VipsForeignLoadWebpBuffer" },
        { "tiff", "VipsForeignLoadTiffBuffer" },
    };

    [Theory]
    [MemberData(nameof(Formats))]
    public void SaveBuffer_EachFormat_LoadsBack(string format, string loader)
    {
        using var image = TestImages.Plain(40, 30, 200, 100, 50);

        var bytes = Save(image, format);
        using var loaded = Image.NewFromBuffer(bytes, access: Enums.Access.Sequential, failOn: Enums.FailOn.Error);

        Assert.Equal(loader, Image.FindLoadBuffer(bytes));
        Assert.Equal((40, 30, 3), (loaded.Width, loaded.Height, loaded.Bands));
        Assert.All(loaded.WriteToMemory<byte>().Chunk(3), pixel => Assert.True(
            Math.Abs(pixel[0] - 200) < 4 && Math.Abs(pixel[1] - 100) < 4 && Math.Abs(pixel[2] - 50) < 4, string.Join(' ', pixel)));
    }

    [Fact]
    public void JpegsaveBuffer_LowerQuality_IsSmaller()
    {
        using var noise = Image.NewFromMemory(Noise(64 * 64 * 3), 64, 64, 3, Enums.BandFormat.Uchar);

        Assert.True(noise.JpegsaveBuffer(q: 20).Length < noise.JpegsaveBuffer(q: 90).Length / 2);
    }

    [Fact]
    public void PngsaveBuffer_KeepNone_DropsTheProfile()
    {
        using var plain = TestImages.Plain(8, 8, 1, 2, 3);
        using var tagged = plain.IccTransform("p3", inputProfile: "srgb");

        using var kept = Image.NewFromBuffer(tagged.PngsaveBuffer(keep: Enums.ForeignKeep.All));
        using var profile = Image.NewFromBuffer(tagged.PngsaveBuffer(keep: Enums.ForeignKeep.Icc));
        using var stripped = Image.NewFromBuffer(tagged.PngsaveBuffer(keep: Enums.ForeignKeep.None));

        Assert.True(kept.Contains("icc-profile-data"));
        Assert.True(profile.Contains("icc-profile-data"));
        Assert.False(stripped.Contains("icc-profile-data"));
    }

    [Fact]
    public void PngsaveBuffer_KeepThatAnOlderLibvipsCannotDo_Throws()
    {
        if (NetVips.NetVips.AtLeastLibvips(8, 15))
            Assert.Skip("This libvips knows the option keep itself.");
        using var image = TestImages.Ramp();

        var error = Assert.Throws<VipsException>(() => image.PngsaveBuffer(keep: Enums.ForeignKeep.Exif));

        Assert.Contains("keep was Exif, allowed are None, Icc and All", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void NewFromBuffer_Garbage_ThrowsOnceAndClearsTheError()
    {
        var error = Assert.Throws<VipsException>(() => Image.NewFromBuffer("no image at all"u8.ToArray()));
        var next = new VipsException("next");

        Assert.Contains("buffer is not in a known format", error.Message, StringComparison.Ordinal);
        Assert.Equal("next", next.Message.Trim());
    }

    [Fact]
    public void FindLoadBuffer_Garbage_ReturnsNull() => Assert.Null(Image.FindLoadBuffer("no image at all"u8));

    [Fact]
    public void NewFromBuffer_TruncatedJpeg_FailsOnlyWhenAsked()
    {
        using var noise = Image.NewFromMemory(Noise(64 * 64 * 3), 64, 64, 3, Enums.BandFormat.Uchar);
        var bytes = noise.JpegsaveBuffer()[..2000];

        using var strict = Image.NewFromBuffer(bytes, failOn: Enums.FailOn.Truncated);

        Assert.Throws<VipsException>(() => strict.WriteToMemory<byte>());
    }

    [Fact]
    public void WriteToFile_WithOptionsInTheName_ReadsBack()
    {
        var path = Path.Combine(Path.GetTempPath(), $"stand-in-{Guid.NewGuid():N}.png");
        using var image = TestImages.Ramp();
        try
        {
            image.WriteToFile($"{path}[compression=1]");
            using var loaded = Image.NewFromFile(path, access: Enums.Access.Sequential);

            Assert.Equal("VipsForeignLoadPngFile", Image.FindLoad(path));
            Assert.Equal(path, loaded.Filename);
            Assert.Equal(image.WriteToMemory<byte>(), loaded.WriteToMemory<byte>());
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void WriteToBuffer_OptionsAsTextAndAsArguments_BothReachTheSaver()
    {
        using var noise = Image.NewFromMemory(Noise(64 * 64 * 3), 64, 64, 3, Enums.BandFormat.Uchar);

        var coarse = noise.WriteToBuffer(".jpg[Q=10]").Length;
        var fine = noise.WriteToBuffer(".jpg[Q=10]", new VOption { { "Q", 95 } }).Length;

        Assert.True(fine > 2 * coarse, $"{fine} and {coarse} bytes");
    }

    [Fact]
    public void SvgloadBuffer_Rectangle_IsRenderedAtTheScale()
    {
        var svg = Encoding.UTF8.GetBytes(
            "<svg xmlns='http://www.w3.org/2000/svg' width='10' height='5'><rect width='10' height='5' fill='#00ff00'/></svg>");

        using var image = Image.SvgloadBuffer(svg, scale: 2);

        Assert.Equal((20, 10, 4), (image.Width, image.Height, image.Bands));
        Assert.Equal([0, 255, 0, 255], image[3, 3]);
    }

    [Fact]
    public void ThumbnailBuffer_WithProfiles_FitsTheBox()
    {
        using var image = TestImages.Plain(100, 50, 10, 20, 30);

        using var small = Image.ThumbnailBuffer(image.PngsaveBuffer(), 20, height: 20, inputProfile: "srgb", outputProfile: "srgb");

        Assert.Equal((20, 10), (small.Width, small.Height));
    }

    private static byte[] Save(Image image, string format) => format switch
    {
        "png" => image.PngsaveBuffer(compression: 3),
        "jpeg" => image.JpegsaveBuffer(q: 95),
        "webp" => image.WebpsaveBuffer(q: 95),
        "tiff" => image.TiffsaveBuffer(compression: Enums.ForeignTiffCompression.Deflate),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "Allowed are png, jpeg, webp and tiff."),
    };

    private static byte[] Noise(int count)
    {
        var bytes = new byte[count];
        new Random(1).NextBytes(bytes);
        return bytes;
    }
}
