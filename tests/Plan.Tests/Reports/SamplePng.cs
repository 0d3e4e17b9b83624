using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace NeuralStyle.Plan.Tests.Reports;

/// <summary>Writes small PNG files of one color, so that these tests need no image library.</summary>
internal static class SamplePng
{
    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static byte[] Of(int width, int height, byte red, byte green, byte blue) => Write(width, height, Plain(width, height, [red, green, blue]));

    /// <summary>Coarse noise on the color of a trial.</summary>
    public static byte[] Noisy(int width, int height, string trialId)
    {
        var rows = Plain(width, height, [Convert.ToByte(trialId[..2], 16), Convert.ToByte(trialId[2..4], 16), Convert.ToByte(trialId[4..6], 16)]);
        var random = new Random(Convert.ToInt32(trialId[..6], 16));
        for (var at = 0; at < rows.Length; at += 13)
        {
            if (at % ((width * 3) + 1) != 0)
                rows[at] ^= (byte)random.Next(64);
        }

        return Write(width, height, rows);
    }

    private static byte[] Write(int width, int height, byte[] rows)
    {
        using var file = new MemoryStream();
        file.Write(Signature);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 2);
        WriteChunk(file, "IHDR", header);
        WriteChunk(file, "IDAT", Compress(rows));
        WriteChunk(file, "IEND", []);
        return file.ToArray();
    }

    private static byte[] Plain(int width, int height, byte[] color)
    {
        var rows = new byte[height * ((width * 3) + 1)];
        for (var at = 0; at < rows.Length; at++)
        {
            var column = at % ((width * 3) + 1);
            rows[at] = column == 0 ? (byte)0 : color[(column - 1) % 3];
        }

        return rows;
    }

    private static byte[] Compress(byte[] rows)
    {
        using var data = new MemoryStream();
        using (var zlib = new ZLibStream(data, CompressionLevel.Fastest, leaveOpen: true))
            zlib.Write(rows);
        return data.ToArray();
    }

    private static void WriteChunk(MemoryStream file, string type, byte[] data)
    {
        byte[] typed = [.. Encoding.ASCII.GetBytes(type), .. data];
        var number = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        file.Write(typed);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(typed));
        file.Write(number);
    }

    private static uint Crc(byte[] data)
    {
        var crc = uint.MaxValue;
        foreach (var value in data)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
        }

        return ~crc;
    }
}
