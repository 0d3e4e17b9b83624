using static NeuralStyle.Engine.Tests.Images.Hostile.Malformed;

namespace NeuralStyle.Engine.Tests.Images.Hostile;

/// <summary>WebPs with something wrong.</summary>
internal static class MalformedWebP
{
    internal static IEnumerable<Malformed> All()
    {
        var sound = Sound("webp");
        foreach (var length in (int[])[12, 16, 20, 21, 25, 30, sound.Length / 2, sound.Length - 2])
            yield return new($"webp, cut at {length}", sound[..length]);
        yield return new("webp, a file of 4 GiB", With(sound, 4, 0xFF, 0xFF, 0xFF, 0xFF));
        yield return new("webp, a file of no bytes", With(sound, 4, 0, 0, 0, 0));
        yield return new("webp, a chunk of 4 GiB", With(sound, 16, 0xFF, 0xFF, 0xFF, 0xFF));
        yield return new("webp, a chunk of no bytes", With(sound, 16, 0, 0, 0, 0));
        yield return new("webp, an unknown chunk alone", With(sound, 12, (byte)'X', (byte)'Y', (byte)'Z', (byte)'W'));
        yield return new("webp, larger than its pixels", With(sound, 21, 0xFF, 0xFF, 0xFF, 0x0F));
        yield return new("webp, a version to come", With(sound, 24, (byte)(sound[24] | 0xE0)));
        yield return new("webp, a canvas of 16 million a side", Extended(sound, 0x00, 0xFFFFFF, 0xFFFFFF));
        yield return new("webp, said to be animated", Extended(sound, 0x02, 47, 31), MayBeRead: true);
        yield return new("webp, all flags", Extended(sound, 0xFF, 47, 31), MayBeRead: true);
        yield return new("webp, a canvas of another size", Extended(sound, 0x00, 9, 9));
        yield return new("webp, a profile that is not there", Extended(sound, 0x20, 47, 31), MayBeRead: true);
    }

    private static byte[] Extended(byte[] sound, byte flags, int width, int height)
    {
        byte[] chunk = [.. "VP8X"u8, 10, 0, 0, 0, flags, 0, 0, 0, .. Three(width), .. Three(height)];
        var length = 4 + chunk.Length + sound.Length - 12;
        return [.. "RIFF"u8, .. Three(length), 0, .. "WEBP"u8, .. chunk, .. sound[12..]];
    }

    private static byte[] Three(int value) => [(byte)value, (byte)(value >> 8), (byte)(value >> 16)];
}
