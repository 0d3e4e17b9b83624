using System.Buffers.Binary;
using System.IO.Compression;

namespace NeuralStyle.Samples.Render.Imaging;

/// <summary>Writes 8-bit RGB PNG files (W3C PNG specification), with the row filter that leaves the smallest residuals.</summary>
internal static class PngFile
{
    private const int BytesPerPixel = 3;
    private static readonly uint[] CrcTable = MakeCrcTable();

    /// <summary>
    /// Writes the picture with values rounded to so many bits (1 to 8) per channel: each bit less saves about an eighth
    /// of the file, and rich texture hides the loss.
    /// </summary>
    public static void Write(string path, Picture picture, int bits)
    {
        using var file = File.Create(path);
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, picture.Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), picture.Height);
        header[8] = 8; // bits per channel
        header[9] = 2; // truecolor
        WriteChunk(file, "IHDR"u8, header);
        WriteChunk(file, "sRGB"u8, [0]);
        WriteChunk(file, "IDAT"u8, Compress(picture, bits));
        WriteChunk(file, "IEND"u8, []);
    }

    private static byte[] Compress(Picture picture, int bits)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize))
        {
            var above = new byte[picture.Width * BytesPerPixel];
            for (var y = 0; y < picture.Height; y++)
            {
                var row = EncodeRow(picture, y, bits);
                zlib.Write(BestFilter(row, above));
                above = row;
            }
        }
        return packed.ToArray();
    }

    private static byte[] EncodeRow(Picture picture, int y, int bits)
    {
        // Whole multiples of one step, so that differences between neighbors repeat and pack well.
        var step = 1 << 8 - bits;
        var row = new byte[picture.Width * BytesPerPixel];
        for (var x = 0; x < picture.Width; x++)
            for (var c = 0; c < BytesPerPixel; c++)
                row[x * BytesPerPixel + c] = (byte)Math.Min((int)MathF.Round(Srgb.Encode(picture[x, y][c]) * 255 / step) * step, 255);
        return row;
    }

    private static byte[] BestFilter(byte[] row, byte[] above)
    {
        byte[]? best = null;
        var leastCost = long.MaxValue;
        for (byte filter = 0; filter < 5; filter++)
        {
            var candidate = Filter(row, above, filter);
            var cost = candidate.Skip(1).Sum(b => (long)Math.Abs((int)(sbyte)b));
            if (cost >= leastCost)
                continue;
            (best, leastCost) = (candidate, cost);
        }
        return best!;
    }

    private static byte[] Filter(byte[] row, byte[] above, byte filter)
    {
        var result = new byte[row.Length + 1];
        result[0] = filter;
        for (var i = 0; i < row.Length; i++)
        {
            int left = i >= BytesPerPixel ? row[i - BytesPerPixel] : 0;
            int corner = i >= BytesPerPixel ? above[i - BytesPerPixel] : 0;
            int up = above[i];
            var guess = filter switch
            {
                0 => 0,
                1 => left,
                2 => up,
                3 => (left + up) / 2,
                _ => Paeth(left, up, corner),
            };
            result[i + 1] = (byte)(row[i] - guess);
        }
        return result;
    }

    private static int Paeth(int left, int up, int corner)
    {
        var estimate = left + up - corner;
        var (toLeft, toUp, toCorner) = (Math.Abs(estimate - left), Math.Abs(estimate - up), Math.Abs(estimate - corner));
        return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
    }

    private static void WriteChunk(FileStream file, ReadOnlySpan<byte> type, byte[] data)
    {
        Span<byte> word = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(word, data.Length);
        file.Write(word);
        file.Write(type);
        file.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(word, ~Crc(Crc(uint.MaxValue, type), data));
        file.Write(word);
    }

    private static uint Crc(uint crc, ReadOnlySpan<byte> bytes)
    {
        foreach (var b in bytes)
            crc = CrcTable[(crc ^ b) & 255] ^ crc >> 8;
        return crc;
    }

    private static uint[] MakeCrcTable()
    {
        var table = new uint[256];
        for (uint n = 0; n < 256; n++)
        {
            var c = n;
            for (var bit = 0; bit < 8; bit++)
                c = (c & 1) != 0 ? 0xEDB88320u ^ c >> 1 : c >> 1;
            table[n] = c;
        }
        return table;
    }
}
