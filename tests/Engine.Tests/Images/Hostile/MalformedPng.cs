using static NeuralStyle.Engine.Tests.Images.Hostile.Malformed;

namespace NeuralStyle.Engine.Tests.Images.Hostile;

/// <summary>PNGs with something wrong.</summary>
internal static class MalformedPng
{
    internal static IEnumerable<Malformed> All()
    {
        var sound = Sound("png");
        var chunks = PngParts.Of(sound);
        var at = PngParts.Signature.Length;
        for (var index = 0; index < chunks.Count; index++)
        {
            var (type, content) = chunks[index];
            var what = $"png {type} {index}";
            yield return new($"{what}, cut before", sound[..at]);
            yield return new($"{what}, cut within its length", sound[..(at + 2)]);
            yield return new($"{what}, cut within", sound[..(at + 8 + (content.Length / 2))]);
            yield return new($"{what}, length of 4 GiB", With(sound, at, 0xFF, 0xFF, 0xFF, 0xFF));
            yield return new($"{what}, length of 2 GiB", With(sound, at, 0x7F, 0xFF, 0xFF, 0xFF));
            yield return new($"{what}, length one less", With(sound, at + 3, (byte)(content.Length - 1)));
            yield return new($"{what}, wrong checksum", With(sound, at + 8 + content.Length, (byte)~sound[at + 8 + content.Length]));
            yield return new($"{what}, twice", PngParts.Join([.. chunks[..(index + 1)], .. chunks[index..]]), MayBeRead: type != "IHDR");
            // Without the last it is cut before it.
            if (type != "IEND")
                yield return new($"{what}, left out", PngParts.Join([.. chunks[..index], .. chunks[(index + 1)..]]), MayBeRead: type is not ("IHDR" or "IDAT"));
            at += 12 + content.Length;
        }

        yield return new("png, chunks in reverse", PngParts.Join(Enumerable.Reverse(chunks)));
        yield return new("png, pixels before the header", PngParts.Join([chunks[^2], .. chunks]));
        foreach (var (width, height) in ((int, int)[])[(0, 8), (8, 0), (-1, 8), (int.MinValue, int.MinValue), (int.MaxValue, 1)])
            yield return new($"png of {width} x {height}", PngParts.Join([PngParts.Header(width, height), .. chunks[1..]]));
        yield return new("png, larger than its pixels", PngParts.Join([PngParts.Header(480, 320), .. chunks[1..]]));
        foreach (var (bits, color) in ((byte, byte)[])[(0, 2), (3, 2), (255, 2), (8, 1), (8, 5), (8, 255), (16, 3), (1, 6)])
            yield return new($"png of {bits} bits of color {color}", PngParts.Join([PngParts.Header(48, 32, bits, color), .. chunks[1..]]));
        yield return new("png without a palette that it needs", PngParts.Join([PngParts.Header(48, 32, 8, 3), .. chunks[1..]]));
        yield return new("png, pixels that are no zlib", PngParts.Join([chunks[0], ("IDAT", new byte[100]), chunks[^1]]));
        yield return new("png, an unknown chunk that must be understood", PngParts.Join([chunks[0], ("ABCD", [1]), .. chunks[1..]]));
        yield return new("png, garbage for a profile", PngParts.Join([chunks[0], ("iCCP", [.. "p\0\0"u8, .. ZeroStream.OfAtLeast(4000)]), .. chunks[1..]]), MayBeRead: true);
        yield return new("png, EXIF in a loop", PngParts.Join([chunks[0], ("eXIf", LoopingExif()), .. chunks[1..]]), MayBeRead: true);
        yield return new("png, a palette of 257", PngParts.Join([chunks[0], ("PLTE", new byte[771]), .. chunks[1..]]), MayBeRead: true);
    }
}
