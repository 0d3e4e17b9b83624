namespace NeuralStyle.Engine.Images;

/// <summary>The checksum of a PNG's chunks: CRC-32 of ISO 3309, reflected (PNG specification, annex D).</summary>
internal static class PngChecksum
{
    private static readonly uint[] Table = MakeTable();

    /// <summary>The checksum of a chunk's type and content.</summary>
    internal static uint Of(ReadOnlySpan<byte> bytes)
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
