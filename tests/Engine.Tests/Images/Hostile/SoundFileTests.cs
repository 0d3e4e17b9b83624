using NetVips;
using NeuralStyle.Engine.Images;
using NeuralStyle.Engine.Tests.Golden;

namespace NeuralStyle.Engine.Tests.Images.Hostile;

/// <summary>What ordinary tools write is read, whatever is refused of files made to harm.</summary>
public sealed class SoundFileTests
{
    private static readonly ImageReader Reader = new();

    private static Dictionary<string, Func<Image, byte[]>> Tiffs { get; } = new()
    {
        ["LZW"] = image => image.TiffsaveBuffer(compression: Enums.ForeignTiffCompression.Lzw, predictor: Enums.ForeignTiffPredictor.Horizontal),
        ["PackBits"] = image => image.TiffsaveBuffer(compression: Enums.ForeignTiffCompression.Packbits),
        ["none"] = image => image.TiffsaveBuffer(),
        ["BigTIFF"] = image => image.TiffsaveBuffer(compression: Enums.ForeignTiffCompression.Deflate, bigtiff: true),
        ["tiles"] = image => image.TiffsaveBuffer(compression: Enums.ForeignTiffCompression.Deflate, tile: true, tileWidth: 256, tileHeight: 256),
        ["tiles of a BigTIFF"] = image => image.TiffsaveBuffer(tile: true, tileWidth: 64, tileHeight: 512, bigtiff: true),
    };

    private static Dictionary<string, Func<Image, byte[]>> Lossy { get; } = new()
    {
        ["JPEG in strips of a TIFF"] = image => image.TiffsaveBuffer(compression: Enums.ForeignTiffCompression.Jpeg, q: 95),
        ["JPEG in tiles of a TIFF"] = image => image.TiffsaveBuffer(compression: Enums.ForeignTiffCompression.Jpeg, q: 95, tile: true),
        ["JPEG in tiles of a BigTIFF"] = image => image.TiffsaveBuffer(compression: Enums.ForeignTiffCompression.Jpeg, q: 95, tile: true, tileWidth: 512, tileHeight: 512, bigtiff: true),
        ["JPEG"] = image => image.JpegsaveBuffer(q: 95),
        ["JPEG with restarts"] = image => image.JpegsaveBuffer(q: 95, restartInterval: 3),
        ["progressive JPEG"] = image => image.JpegsaveBuffer(q: 95, interlace: true),
        ["progressive JPEG with restarts"] = image => image.JpegsaveBuffer(q: 95, interlace: true, restartInterval: 5),
    };

    /// <summary>The files without loss, and those with.</summary>
    public static TheoryData<string, bool> Kinds { get; } = new(Tiffs.Keys.Select(name => (name, true)).Concat(Lossy.Keys.Select(name => (name, false))));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Read_WrittenByOrdinaryTools_IsThePicture(string kind, bool isExact)
    {
        using var image = TestFiles.Bytes(700, 500, Enums.Interpretation.Srgb, (x, y) => [(byte)(x / 3), (byte)(y / 2), (byte)((x + y) / 5)]);
        var expected = Reader.Read("a.png", image.PngsaveBuffer());

        var file = (isExact ? Tiffs : Lossy)[kind](image);

        // In 1/255, as much as JPEG of that quality was seen to lose, and one more.
        PictureAssert.Near(expected, Reader.Read("a.bin", file), isExact ? 0 : 4);
    }

    /// <summary>As Photoshop stores channels one after the other, and others with few rows a strip.</summary>
    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 1)]
    [InlineData(false, 20)]
    [InlineData(true, 20)]
    public void Read_PlanesApart_AreThePicture(bool isBigEndian, int stripsOfAPlane)
    {
        const uint Width = 300;
        const uint Height = 200;
        byte[] plane(int channel) => [.. Enumerable.Range(0, (int)(Width * Height)).Select(i => (byte)((i * (channel + 3)) % 251))];
        var rows = (ulong)(Height / stripsOfAPlane);
        var file = new TiffParts(Width, Height)
        {
            Compression = 1,
            Strips = [.. Enumerable.Range(0, 3).SelectMany(channel => plane(channel).Chunk((int)(rows * Width)))],
            Changed = [(278, 3, [rows]), (284, 3, [2])],
            IsBigEndian = isBigEndian,
        };

        var picture = Reader.Read("a.tif", file.ToArray());

        for (var channel = 0; channel < 3; channel++)
            Assert.Equal(plane(channel).Select(value => value / 255f), picture.Plane(channel).ToArray());
    }

    [Fact]
    public void Read_SharedImages_AreRead()
    {
        var images = Directory.EnumerateFiles(SharedFolder.Path("images"), "*.jpg").ToList();

        Assert.NotEmpty(images);
        Assert.All(images, file => Assert.InRange(Reader.Read(file, File.ReadAllBytes(file)).Size.Width, 1, 32_768));
    }
}
