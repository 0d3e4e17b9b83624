using System.IO.Compression;
using System.Text;

namespace NeuralStyle.Engine.Tests.Images.Hostile;

/// <summary>A small file that asks for much memory or time.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Make">Its bytes.</param>
/// <param name="Says">What its error must say; null where it is within the limits and must be read.</param>
internal sealed record Bomb(string Name, Func<byte[]> Make, string? Says)
{
    private const string Damaged = "damaged or truncated";

    /// <summary>All of them.</summary>
    internal static IReadOnlyList<Bomb> All { get; } =
    [
        new("png-of-ten-gigapixels", () => PngParts.Black(32_768, 32_768, color: 0), "it has 1073741824 pixels, allowed are 100000000"),
        new("png-of-the-largest-size", () => PngParts.Black(10_000, 10_000), null),
        new("png-interlaced-of-the-largest-size", () => PngParts.Black(10_000, 10_000, bits: 16, color: 6, interlaced: true), "when decoded, allowed are 400000000"),
        new("png-one-pixel-wide", () => PngParts.Black(1, 20_000_000, color: 0), "it is 20000000 pixels high, allowed are 32768"),
        new("png-one-pixel-wide-within-the-limits", () => PngParts.Black(1, 32_768, color: 0), null),
        new("png-text-of-gigabytes", () => PngParts.Black(8, 8, more: [.. Enumerable.Range(0, 900).Select(number => ("zTXt", Text(number, 7_900_000)))]), null),
        new("png-profile-of-gigabytes", () => PngParts.Black(8, 8, more: ("iCCP", [.. "p\0\0"u8, .. ZeroStream.OfAtLeast(1_000_000_000)])), null),
        new("png-of-many-frames", () => PngParts.Black(8, 8, more: [("acTL", [0, 0, 0x7F, 0xFF, 0, 0, 0, 0])]), "it is animated"),
        new("png-interlaced-within-the-limits", () => PngParts.Black(10_000, 10_000, color: 6, interlaced: true), null),
        new("webp-of-268-megapixels", () => WebPBomb.Of(16_383, 16_383), "it has 268402689 pixels"),
        new("webp-of-the-largest-size", () => WebPBomb.Of(10_000, 10_000), null),
        new("jpeg-of-many-scans", () => JpegBomb.Of(10_000, 10_000, 800), "it has 801 scans, allowed are 64"),
        new("jpeg-of-hidden-scans", () => JpegBomb.Of(2_000, 2_000, 800, _ => [0xFF, 0x02, 0xFE, 0xFE]), "it has 801 scans, allowed are 64"),
        new("jpeg-of-allowed-scans", () => JpegBomb.Of(10_000, 10_000, 63), null),
        new("jpeg-of-allowed-scans-in-color", () => JpegBomb.Of(10_000, 10_000, 3, 63), null),
        new("jpeg-of-allowed-scans-in-cmyk", () => JpegBomb.Of(8_660, 8_660, 4, 63), null),
        new("jpeg-of-one-scan-in-cmyk", () => JpegBomb.Of(10_000, 10_000, 4, 0), "its coefficients take 800000000 bytes, allowed are 600000000"),
        new("jpeg-of-the-largest-size", () => JpegBomb.Of(65_500, 65_500, 1), "it is 65500 pixels wide, allowed are 32768"),
        new("tiff-of-the-largest-size", () => new TiffParts(10_000, 10_000) { Strip = ZeroStream.OfAtLeast(300_000_000) }.ToArray(), null),
        new("tiff-of-an-enormous-strip", () => new TiffParts(10_000, 10_000) { Bits = 16, Samples = 4, Strip = ZeroStream.OfAtLeast(800_000_000), More = [(338, 3, 1, 2)] }.ToArray(), "when decoded, allowed are 400000000"),
        new("tiff-of-an-enormous-tile", () => new TiffParts(8, 8) { Tile = (16_384, 16_384), Strip = ZeroStream.OfAtLeast(805_306_368) }.ToArray(), "a tile of it has 268435456 pixels, allowed are 16777216"),
        new("tiff-of-tiles-much-higher-than-it", () => Tiles(32_768, 16, 16, 8_192, 4, 16), "two rows of its tiles take 2147483648 bytes when decoded, allowed are 400000000"),
        new("tiff-of-the-largest-tiles", () => Tiles(12_192, 8_128, 4_064, 4_064, 4, 8), null),
        new("tiff-of-three-planes-apart", () => Planes(3), null),
        new("tiff-of-four-planes-apart", () => Planes(4), null),
        new("tiff-of-one-strip-of-ycbcr", YCbCr, null),
        new("tiff-of-a-tile-of-many-scans", () => JpegTile(4_096, 800), "a strip or tile of it has 801 scans, allowed are 64"),
        new("tiff-of-a-tile-of-allowed-scans", () => JpegTile(4_096, 63), null),
        new("tiff-of-a-loop", () => new TiffParts(8, 8) { Strip = ZeroStream.OfAtLeast(192), Next = here => here }.ToArray(), "pages"),
        new("tiff-of-four-gigapixels", () => new TiffParts(65_535, 65_535) { Strip = ZeroStream.OfAtLeast(1000) }.ToArray(), "it is 65535 pixels wide, allowed are 32768"),
        new("gif-of-many-frames", Gif, "GIF"),
        new("svg-of-laughs", () => Encoding.UTF8.GetBytes(Svg), "SVG"),
        new("svg-compressed", () => Compressed(Svg), "unknown, beginning with the bytes 1F8B"),
        new("pdf", () => "%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj"u8.ToArray(), "PDF"),
        new("nothing-but-a-signature", () => [0xFF, 0xD8, 0xFF], Damaged),
    ];

    private const string Svg = """
        <?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>
        <svg xmlns="http://www.w3.org/2000/svg" width="30000" height="30000"><image href="file:///etc/passwd"/><text>&c;</text></svg>
        """;

    private static byte[] Text(int number, int zeros) => [.. Encoding.ASCII.GetBytes($"k{number}"), 0, 0, .. ZeroStream.OfAtLeast(zeros)];

    private static byte[] Tiles(uint width, uint height, uint tileWidth, uint tileHeight, ushort samples, ushort bits)
    {
        var count = (int)(((width + tileWidth - 1) / tileWidth) * ((height + tileHeight - 1) / tileHeight));
        var tile = ZeroStream.OfAtLeast((long)tileWidth * tileHeight * samples * bits / 8);
        return new TiffParts(width, height) { Tile = (tileWidth, tileHeight), Samples = samples, Bits = bits, Strips = [.. Enumerable.Repeat(tile, count)], More = [(338, 3, 1, 2)] }.ToArray();
    }

    private static byte[] Planes(ushort samples) => new TiffParts(10_000, 10_000)
    {
        Samples = samples,
        Strips = [.. Enumerable.Repeat(ZeroStream.OfAtLeast(100_000_000), samples)],
        Changed = [(284, 3, [2]), (262, 3, [samples == 4 ? 5u : 2u])],
    }.ToArray();

    private static byte[] YCbCr() => new TiffParts(10_000, 10_000) { Strip = ZeroStream.OfAtLeast(300_000_000), Changed = [(262, 3, [6]), (530, 3, [1, 1])] }.ToArray();

    private static byte[] JpegTile(ushort side, int scans) =>
        new TiffParts(side, side) { Compression = 7, Samples = 1, Tile = (side, side), Strip = JpegBomb.Of(side, side, scans) }.ToArray();

    private static byte[] Gif()
    {
        List<byte> file = [.. "GIF89a"u8, 0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0];
        for (var frame = 0; frame < 10_000; frame++)
            file.AddRange([0x2C, 0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0, 2, 1, 0x44, 0]);
        return [.. file, 0x3B];
    }

    private static byte[] Compressed(string text)
    {
        using var file = new MemoryStream();
        using (var gzip = new GZipStream(file, CompressionLevel.Optimal))
            gzip.Write(Encoding.UTF8.GetBytes(text));
        return file.ToArray();
    }
}
