using static NeuralStyle.Engine.Tests.Images.Hostile.Malformed;

namespace NeuralStyle.Engine.Tests.Images.Hostile;

/// <summary>TIFFs with something wrong.</summary>
internal static class MalformedTiff
{
    internal static IEnumerable<Malformed> All()
    {
        var plain = new TiffParts(16, 16) { Strip = ZeroStream.OfAtLeast(768) };
        var sound = plain.ToArray();
        foreach (var length in (int[])[4, 7, 8, 12, sound.Length / 2, sound.Length - 30, sound.Length - 5])
            yield return new($"tiff, cut at {length}", sound[..length], MayBeRead: length == sound.Length - 5);
        yield return new("tiff, its directory at the end of 4 GiB", With(sound, 4, 0xFF, 0xFF, 0xFF, 0xFF));
        yield return new("tiff, its directory nowhere", With(sound, 4, 0, 0, 0, 0));
        yield return new("tiff, its directory in its header", With(sound, 4, 2, 0, 0, 0));
        yield return new("tiff, a directory of 65535", (plain with { ClaimedEntries = 60_000 }).ToArray());
        yield return new("tiff, pages in a loop", (plain with { Next = here => here }).ToArray());
        yield return new("tiff, the next page beyond the end", (plain with { Next = _ => 0xFFFFFFF0 }).ToArray());
        foreach (var (width, height) in ((uint, uint)[])[(0, 16), (16, 0), (uint.MaxValue, 16), (16, uint.MaxValue), (uint.MaxValue, uint.MaxValue)])
            yield return new($"tiff of {width} x {height}", new TiffParts(width, height) { Strip = plain.Strip }.ToArray());
        foreach (ushort compression in (ushort[])[0, 2, 3, 4, 6, 9, 32_766, 34_712, 34_925, 50_000, 50_001, 65_535])
            yield return new($"tiff of compression {compression}", (plain with { Compression = compression }).ToArray());
        foreach (ushort bits in (ushort[])[0, 3, 32, 64, 65_535])
            yield return new($"tiff of {bits} bits", (plain with { Bits = bits }).ToArray());
        foreach (ushort samples in (ushort[])[0, 255, 65_535])
            yield return new($"tiff of {samples} channels", (plain with { Samples = samples }).ToArray());
        yield return new("tiff, pixels that are no zlib", (plain with { Strip = new byte[500] }).ToArray());
        yield return new("tiff, too few pixels", (plain with { Strip = plain.Strip[..6] }).ToArray());
        foreach (var tile in ((uint, uint)[])[(0, 0), (1, 1), (15, 17), (uint.MaxValue, uint.MaxValue), (16, 1 << 30)])
            yield return new($"tiff, tiles of {tile.Item1} x {tile.Item2}", (plain with { Tile = tile }).ToArray());
        yield return new("tiff, a profile beyond the end", (plain with { More = [(34_675, 7, 4000, 0xFFFFFF00)] }).ToArray(), MayBeRead: true);
        yield return new("tiff, a profile of 4 GiB", (plain with { More = [(34_675, 7, uint.MaxValue, 8)] }).ToArray(), MayBeRead: true);
        yield return new("tiff, pictures within in a loop", (plain with { More = [(330, 4, 1, 8)] }).ToArray(), MayBeRead: true);
        yield return new("tiff, a type to come", (plain with { More = [(274, 99, 1, 6)] }).ToArray(), MayBeRead: true);
        yield return new("tiff, an orientation of 65535", (plain with { More = [(274, 3, 1, 65_535)] }).ToArray(), MayBeRead: true);
        yield return new("tiff, fax and then no compression", (plain with { Compression = 4, More = [(259, 3, 1, 1)] }).ToArray());
        yield return new("tiff, JPEG 2000 and then no compression", (plain with { Compression = 33_005, More = [(259, 3, 1, 1)] }).ToArray());
        yield return new("tiff, fax of each channel", (plain with { Strip = [.. plain.Strip, .. new byte[65_515 - plain.Strip.Length]], Changed = [(259, 3, [4, 4, 4])] }).ToArray());
        yield return new("tiff, a large tile and then a small one", (plain with { Tile = (9984, 9984), More = [(322, 3, 1, 16), (323, 3, 1, 16)] }).ToArray());
        foreach (var (isBig, isBigEndian) in ((bool, bool)[])[(false, false), (false, true), (true, false), (true, true)])
            yield return new($"tiff, tiles of eight bytes, {(isBig ? "big" : "classic")}, {(isBigEndian ? "highest" : "lowest")} first", (plain with { Tile = (9984, 9984), Changed = [(322, 16, [9984]), (323, 16, [9984])], IsBig = isBig, IsBigEndian = isBigEndian }).ToArray());
        yield return new("tiff, JPEGs that lie over one another", (plain with { Compression = 7, Strips = [Sound("jpeg"), Sound("jpeg")], Changed = [(278, 3, [8]), (279, 4, [5000, 5000])] }).ToArray());
        yield return new("tiff, planes apart of one strip", (plain with { More = [(284, 3, 1, 2)] }).ToArray());
    }
}
