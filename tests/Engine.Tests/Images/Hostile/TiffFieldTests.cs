using NetVips;
using NeuralStyle.Engine.Images;

namespace NeuralStyle.Engine.Tests.Images.Hostile;

/// <summary>Fields of a TIFF that say one thing to libtiff and could say another to who reads them before it.</summary>
public sealed class TiffFieldTests
{
    private static readonly TiffParts Plain = new(16, 16) { Strip = ZeroStream.OfAtLeast(768) };

    private static readonly TiffParts Tiled = Plain with { Tile = (16, 16) };

    // So long that what stands behind it, and behind the bits of the channels, begins at 65537: as a number of two bytes, at 1.
    private static readonly byte[] Padded = [.. Plain.Strip, .. new byte[65_537 - 22 - Plain.Strip.Length]];

    private static Dictionary<string, (TiffParts File, string Says)> Named { get; } = new()
    {
        ["compression twice"] = (Plain with { More = [(259, 3, 1, 1)] }, "its field 259 stands there twice, allowed is once"),
        ["width of a tile twice"] = (Tiled with { More = [(322, 3, 1, 32)] }, "its field 322 stands there twice, allowed is once"),
        ["height of a tile twice"] = (Tiled with { More = [(323, 3, 1, 32)] }, "its field 323 stands there twice, allowed is once"),
        ["planes twice"] = (Plain with { More = [(284, 3, 1, 1), (284, 3, 1, 2)] }, "its field 284 stands there twice, allowed is once"),
        ["compression of each channel"] = (Plain with { Strip = Padded, Changed = [(259, 3, [8, 8, 8])] }, "its field 259 has 3 values of type 3, allowed is 1 of type 3 or 4"),
        ["compression of eight bytes"] = (Plain with { Changed = [(259, 16, [8])] }, "its field 259 has 1 values of type 16, allowed is 1 of type 3 or 4"),
        ["compression of eight bytes, the highest first"] = (Plain with { Changed = [(259, 16, [8])], IsBig = true, IsBigEndian = true }, "its field 259 has 1 values of type 16"),
        ["tile of eight bytes"] = (Tiled with { Changed = [(322, 16, [16]), (323, 16, [16])] }, "its field 323 has 1 values of type 16, allowed is 1 of type 3 or 4"),
        ["tile of eight bytes, the highest first"] = (Tiled with { Changed = [(322, 16, [16]), (323, 16, [16])], IsBig = true, IsBigEndian = true }, "its field 322 has 1 values of type 16"),
    };

    /// <summary>All of them.</summary>
    public static TheoryData<string> Tricks { get; } = [.. Named.Keys];

    /// <summary>Each byte is 0 as libtiff reads it; as a file without compression it would begin with 78.</summary>
    [Theory]
    [MemberData(nameof(Tricks))]
    public void Read_FieldThatSaysTwoThings_IsRefusedAlthoughLibtiffReadsIt(string trick)
    {
        var (parts, says) = Named[trick];
        var file = parts.ToArray();

        Assert.All(Decoded(file), value => Assert.Equal(0, value));
        Assert.Contains(says, Assert.Throws<ImageException>(() => new ImageReader().Read("a.tif", file)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_DirectoriesOfEveryOrderAndSize_AreRead()
    {
        foreach (var (isBig, isBigEndian) in ((bool, bool)[])[(false, false), (false, true), (true, false), (true, true)])
        {
            foreach (var parts in (TiffParts[])[Plain, Tiled])
            {
                var file = parts with { IsBig = isBig, IsBigEndian = isBigEndian };

                Assert.Equal(new PictureSize(16, 16), new ImageReader().Read("a.tif", file.ToArray()).Size);
                Assert.Equal(new PictureSize(16, 16), new ImageReader().Read("a.tif", (file with { Changed = [(259, 4, [8]), (256, 3, [16]), (257, 3, [16])] }).ToArray()).Size);
            }
        }
    }

    [Fact]
    public void Read_EightByteOffsets_AreRead()
    {
        var length = (ulong)Plain.Strip.Length;

        Assert.Equal(new PictureSize(16, 16), new ImageReader().Read("a.tif", (Plain with { IsBig = true, Changed = [(273, 16, [16]), (279, 16, [length])] }).ToArray()).Size);
    }

    [Fact]
    public void Read_TileOfManyScans_IsRefusedAlthoughLibvipsReadsIt()
    {
        var file = new TiffParts(64, 64) { Compression = 7, Samples = 1, Tile = (64, 64), Strip = JpegBomb.Of(64, 64, 300) }.ToArray();

        Assert.Equal(64 * 64, Decoded(file).Length);
        Assert.Contains("a strip or tile of it has 301 scans, allowed are 64", Assert.Throws<ImageException>(() => new ImageReader().Read("a.tif", file)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_TilesThatLieOverOneAnother_AreRefused()
    {
        const int Tiles = 20;
        var tile = JpegBomb.Of(64, 64, 0);
        var file = new TiffParts(64, 64 * Tiles)
        {
            Compression = 7,
            Samples = 1,
            Tile = (64, 64),
            Strip = tile,
            Changed = [(324, 4, [.. Enumerable.Repeat(16UL, Tiles)]), (325, 4, [.. Enumerable.Repeat((ulong)tile.Length, Tiles)])],
        }.ToArray();

        Assert.Equal(64 * 64 * Tiles, Decoded(file).Length);
        Assert.Contains($"its {Tiles} strips or tiles take {Tiles * tile.Length} bytes, allowed are those of the file, {file.Length}",
            Assert.Throws<ImageException>(() => new ImageReader().Read("a.tif", file)).Message, StringComparison.Ordinal);
    }

    private static byte[] Decoded(byte[] file)
    {
        ImageLibrary.EnsureReady();
        using var image = (Image)Operation.Call("tiffload_buffer", new VOption { { "fail_on", Enums.FailOn.Error } }, file);
        return image.WriteToMemory<byte>();
    }
}
