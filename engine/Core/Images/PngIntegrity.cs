using System.Buffers.Binary;
using System.Text;

namespace NeuralStyle.Engine.Images;

/// <summary>
/// Checks that a PNG is complete and that each of its chunks has its checksum (PNG specification, section 5). libpng checks
/// too, but libvips was seen to lose its error, and to return rows of black, in one of a hundred to one of a thousand reads.
/// </summary>
internal static class PngIntegrity
{
    private const int SignatureLength = 8;

    // A chunk is the length of its content, its type, the content, and the checksum of type and content.
    private const int TypeOffset = 4;
    private const int TypeLength = 4;
    private const int FrameLength = 12;

    /// <summary>What is wrong; null where nothing is.</summary>
    internal static string? Problem(ReadOnlySpan<byte> bytes)
    {
        for (var start = SignatureLength; ;)
        {
            var rest = bytes[start..];
            if (rest.Length < FrameLength)
                return $"it ends at byte {bytes.Length}, before its last chunk";
            var length = BinaryPrimitives.ReadUInt32BigEndian(rest);
            var type = Encoding.Latin1.GetString(rest.Slice(TypeOffset, TypeLength));
            if (length > rest.Length - FrameLength)
                return $"it ends at byte {bytes.Length}, within a chunk {type} that began at {start}";
            var content = rest.Slice(TypeOffset, TypeLength + (int)length);
            if (PngChecksum.Of(content) != BinaryPrimitives.ReadUInt32BigEndian(rest[(TypeOffset + content.Length)..]))
                return $"the chunk {type} at byte {start} does not have its checksum";
            if (type == "IEND")
                return null;
            start += FrameLength + (int)length;
        }
    }
}
