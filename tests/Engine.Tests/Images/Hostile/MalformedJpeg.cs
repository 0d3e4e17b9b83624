using System.Buffers.Binary;
using static NeuralStyle.Engine.Tests.Images.Hostile.Malformed;

namespace NeuralStyle.Engine.Tests.Images.Hostile;

/// <summary>JPEGs with something wrong.</summary>
internal static class MalformedJpeg
{
    private const byte FrameMarker = 0xC0;
    private const byte ScanMarker = 0xDA;

    internal static IEnumerable<Malformed> All()
    {
        var sound = Sound("jpeg");
        foreach (var (at, marker) in Segments(sound))
        {
            var what = $"jpeg {marker:X2} at {at}";
            var isNeeded = marker is FrameMarker or ScanMarker or 0xC4 or 0xDB;
            var length = BinaryPrimitives.ReadUInt16BigEndian(sound.AsSpan(at + 2));
            yield return new($"{what}, cut before", sound[..at]);
            yield return new($"{what}, cut within", sound[..(at + 3)]);
            yield return new($"{what}, length 0", With(sound, at + 2, 0, 0));
            yield return new($"{what}, length 65535", With(sound, at + 2, 0xFF, 0xFF));
            yield return new($"{what}, left out", [.. sound[..at], .. sound[(at + 2 + length)..]], MayBeRead: !isNeeded || marker is 0xC4 or 0xDB);
        }

        var frame = Segments(sound).First(segment => segment.Marker == FrameMarker).At;
        yield return new("jpeg of no height", With(sound, frame + 5, 0, 0));
        yield return new("jpeg of no width", With(sound, frame + 7, 0, 0));
        yield return new("jpeg of 65535 x 65535", With(sound, frame + 5, 0xFF, 0xFF, 0xFF, 0xFF));
        yield return new("jpeg of no channels", With(sound, frame + 9, 0));
        yield return new("jpeg of 255 channels", With(sound, frame + 9, 0xFF));
        yield return new("jpeg of 12 bits", With(sound, frame + 4, 12));
        yield return new("jpeg, sampling of 0", With(sound, frame + 11, 0));
        yield return new("jpeg, sampling of 15 x 15", With(sound, frame + 11, 0xFF));
        yield return new("jpeg, a table that is not there", With(sound, frame + 12, 9));
        yield return new("jpeg, arithmetic coding claimed", With(sound, frame + 1, 0xC9), MayBeRead: true);
        yield return new("jpeg that ends at once", [0xFF, 0xD8, 0xFF, 0xD9]);
        yield return new("jpeg, its beginning only", [0xFF, 0xD8, 0xFF, 0xE0]);
        yield return new("jpeg, EXIF in a loop", Inserted(sound, 0xE1, [.. "Exif\0\0"u8, .. LoopingExif()]), MayBeRead: true);
        yield return new("jpeg, EXIF that ends at once", Inserted(sound, 0xE1, [.. "Exif\0\0II*\0"u8, 0xFF, 0xFF, 0xFF, 0xFF]), MayBeRead: true);
        yield return new("jpeg, garbage for a profile", Inserted(sound, 0xE2, [.. "ICC_PROFILE\0"u8, 1, 1, .. new byte[3000]]), MayBeRead: true);
        yield return new("jpeg, part 200 of 3 of a profile", Inserted(sound, 0xE2, [.. "ICC_PROFILE\0"u8, 200, 3, .. new byte[300]]), MayBeRead: true);
    }

    private static byte[] Inserted(byte[] sound, byte marker, byte[] content)
    {
        var length = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)(content.Length + 2));
        return [0xFF, 0xD8, 0xFF, marker, .. length, .. content, .. sound[2..]];
    }

    private static IEnumerable<(int At, byte Marker)> Segments(byte[] jpeg)
    {
        for (var at = 2; ; at += 2 + BinaryPrimitives.ReadUInt16BigEndian(jpeg.AsSpan(at + 2)))
        {
            yield return (at, jpeg[at + 1]);
            if (jpeg[at + 1] == ScanMarker)
                yield break;
        }
    }
}
