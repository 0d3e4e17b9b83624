using NetVips;
using NeuralStyle.Engine.Images;

namespace NeuralStyle.Engine.Tests.Images.Hostile;

/// <summary>Scans of a JPEG that stand where only libjpeg would look for them.</summary>
public sealed class HiddenScansTests
{
    private const int Scans = 300;

    // A scan of a component that there is not, at which libjpeg gives up: whether it came so far tells what it reads.
    private static readonly byte[] WrongScan = [0xFF, 0xDA, 0, 8, 1, 99, 0, 1, 1, 0xD0];

    private static Dictionary<string, Func<int, byte[]>> Named { get; } = new()
    {
        ["a reserved marker"] = left => [0xFF, 0x02, .. Length(left)],
        ["the last reserved marker"] = left => [0xFF, 0xBF, .. Length(left)],
        ["a marker of arithmetic coding"] = left => [0xFF, 0x01, .. Length(left)],
        ["a reserved marker behind fill bytes"] = left => [0xFF, 0xFF, 0xFF, 0x4F, .. Length(left)],
        ["reserved markers in a row"] = left => [0xFF, 0x02, 0xFF, 0x10, 0xFF, 0x70, .. Length(left)],
        ["a restart that is over"] = left => [0xFF, 0xD7, .. Length(left)],
        ["an escaped byte"] = left => [0xFF, 0x00, 0xFE, .. Length(left)],
        ["garbage"] = left => [0xFE, .. Length(left)],
        ["nothing"] = _ => [],
    };

    /// <summary>What may stand before a restart, and libjpeg passes over in search of it.</summary>
    public static TheoryData<string> Tricks { get; } = [.. Named.Keys];

    [Theory]
    [MemberData(nameof(Tricks))]
    public void Read_ScansBehindWhatLibjpegPassesOver_AreCountedAndRefused(string trick)
    {
        var file = JpegBomb.Of(64, 64, Scans, Named[trick]);

        Assert.True(Decodes(file), "libjpeg does not read the file");
        Assert.False(Decodes(JpegBomb.Of(64, 64, Scans, Named[trick], WrongScan)), "libjpeg does not come to the end of the file");
        Assert.Equal(Scans + 1, JpegScans.Of(file).Count);
        Assert.Contains($"it has {Scans + 1} scans, allowed are 64",
            Assert.Throws<ImageException>(() => new ImageReader().Read("a.jpg", file)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("the end of the image")]
    [InlineData("a comment")]
    public void Of_ScansThatLibjpegNeverComesTo_AreNotCounted(string behind)
    {
        var file = JpegBomb.Of(64, 64, Scans, left => behind == "a comment" ? [0xFF, 0xFE, .. Length(left)] : [0xFF, 0xD9], WrongScan);

        Assert.True(Decodes(file), "libjpeg comes to the end of the file");
        Assert.Equal(1, JpegScans.Of(file).Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Of_ScansAfterASegmentOfAWrongLength_AreCounted(byte length)
    {
        var sound = JpegBomb.Of(64, 64, Scans);
        byte[] comment = [0xFF, 0xFE, 0, length];

        Assert.True(Decodes([.. sound[..2], .. comment, .. sound[2..]]), "libjpeg does not read the file");
        Assert.Equal(Scans + 1, JpegScans.Of([.. sound[..2], .. comment, .. sound[2..]]).Count);
    }

    // The length of a segment up to the end of the image; without a byte FF, which would be a marker of its own.
    private static byte[] Length(int left) => [(byte)((left + 2) >> 8), (byte)Math.Min((left + 2) & 0xFF, 0xFE)];

    /// <summary>Whether libvips gets to the end of the file, whatever warnings it has to pass.</summary>
    private static bool Decodes(byte[] file)
    {
        ImageLibrary.EnsureReady();
        try
        {
            using var image = (Image)Operation.Call("jpegload_buffer", new VOption { { "fail_on", Enums.FailOn.None } }, file);
            using var decoded = image.CopyMemory();
            return true;
        }
        catch (VipsException)
        {
            return false;
        }
    }
}
