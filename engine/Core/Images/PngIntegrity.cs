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

    private static readonly uint[] Table = MakeTable();

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
            if (Checksum(content) != BinaryPrimitives.ReadUInt32BigEndian(rest[(TypeOffset + content.Length)..]))
                return $"the chunk {type} at byte {start} does not have its checksum";
            if (type == "IEND")
                return null;
            start += FrameLength + (int)length;
        }
    }

    // CRC-32 of ISO 3309, reflected, as the specification's annex D.
    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
            crc = Table[(byte)(crc ^ value)] ^ (crc >> 8);
        return ~crc;
    }

    private static uint[] MakeTable()
    {
        var table = new uint[256];
        for (var i = 0u; i < table.Length; i++)
        {
            table[i] = i;
            for (var bit = 0; bit < 8; bit++)
                table[i] = (table[i] & 1) == 0 ? table[i] >> 1 : (table[i] >> 1) ^ 0xEDB88320;
        }

        return table;
    }
}
