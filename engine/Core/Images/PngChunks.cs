using System.Buffers.Binary;

namespace NeuralStyle.Engine.Images;

/// <summary>The chunks of a PNG that <see cref="PngIntegrity"/> found whole.</summary>
internal static class PngChunks
{
    private const int SignatureLength = 8;
    private const int FrameLength = 12;
    private const int TypeOffset = 4;
    private const int TypeLength = 4;

    // A chunk whose type begins with a small letter may be left out (PNG specification, 5.4).
    private const byte AncillaryBit = 0x20;

    /// <summary>Width and height as its header says; null where it does not begin with one.</summary>
    internal static (long Width, long Height)? SizeOf(ReadOnlySpan<byte> png) =>
        png.Length >= SignatureLength + FrameLength + 8 && png.Slice(SignatureLength + TypeOffset, TypeLength).SequenceEqual("IHDR"u8)
            ? (BinaryPrimitives.ReadUInt32BigEndian(png[(SignatureLength + 8)..]), BinaryPrimitives.ReadUInt32BigEndian(png[(SignatureLength + 12)..]))
            : null;

    /// <summary>Whether it says that it is animated (APNG).</summary>
    internal static bool IsAnimated(ReadOnlySpan<byte> png)
    {
        for (var start = SignatureLength; start < png.Length; start += LengthAt(png, start))
        {
            var type = png.Slice(start + TypeOffset, TypeLength);
            if (type.SequenceEqual("acTL"u8))
                return true;
            if (type.SequenceEqual("IDAT"u8) || type.SequenceEqual("IEND"u8))
                return false;
        }

        return false;
    }

    /// <summary>
    /// The file with nothing but what its pixels need: no texts, which libpng would decompress, up to eight megabytes of each,
    /// nothing that it need not parse, and nothing after the end.
    /// </summary>
    internal static byte[] OfPixels(ReadOnlySpan<byte> png)
    {
        using var kept = new MemoryStream(png.Length);
        kept.Write(png[..SignatureLength]);
        for (var start = SignatureLength; start < png.Length; start += LengthAt(png, start))
        {
            var type = png.Slice(start + TypeOffset, TypeLength);
            if ((type[0] & AncillaryBit) == 0 || BelongsToPixels(type))
                kept.Write(png.Slice(start, LengthAt(png, start)));
            if (type.SequenceEqual("IEND"u8))
                break;
        }

        return kept.ToArray();
    }

    // Transparency, color profile and the like, and the orientation in EXIF.
    private static bool BelongsToPixels(ReadOnlySpan<byte> type) =>
        type.SequenceEqual("tRNS"u8) || type.SequenceEqual("iCCP"u8) || type.SequenceEqual("sRGB"u8) || type.SequenceEqual("gAMA"u8)
        || type.SequenceEqual("cHRM"u8) || type.SequenceEqual("sBIT"u8) || type.SequenceEqual("eXIf"u8);

    private static int LengthAt(ReadOnlySpan<byte> png, int start) =>
        FrameLength + (int)BinaryPrimitives.ReadUInt32BigEndian(png[start..]);
}
