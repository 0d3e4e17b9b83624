using System.Buffers.Binary;

namespace NeuralStyle.Engine.Tests.Images.Hostile;

/// <summary>A progressive JPEG of many scans: each has some bytes, and makes the decoder go over all of the picture.</summary>
internal static class JpegBomb
{
    private const int BlockSide = 8;

    // Category 14 of a run of blocks that end here: 2^14 blocks and more, the count in 14 further bits (ITU T.81, G.1.2.2).
    private const byte LongestRun = 0xE0;
    private const int RunBits = 14;

    /// <summary>A file of so many scans and one before them.</summary>
    /// <param name="width">Pixels across.</param>
    /// <param name="height">Pixels down.</param>
    /// <param name="scans">Scans, at most 882 that say each bit of a coefficient once.</param>
    /// <param name="beforeRestart">What stands in the data of the first scan, before the only restart, given how many bytes follow before the end;
    /// null where there is no restart. It takes at most 65,535 blocks.</param>
    /// <param name="beforeEnd">What stands before the end.</param>
    internal static byte[] Of(int width, int height, int scans, Func<int, byte[]>? beforeRestart = null, params byte[] beforeEnd) =>
        Of(width, height, 1, scans, beforeRestart, beforeEnd);

    /// <summary>A file of several channels, none of them smaller than the picture: 3 for color, 4 for CMYK.</summary>
    internal static byte[] Of(int width, int height, byte channels, int scans) => Of(width, height, channels, scans, null, []);

    private static byte[] Of(int width, int height, byte channels, int scans, Func<int, byte[]>? beforeRestart, byte[] beforeEnd)
    {
        var blocks = (int)Math.Ceiling(width / (double)BlockSide) * (int)Math.Ceiling(height / (double)BlockSide);
        List<byte> file = [0xFF, 0xD8];
        Add(file, 0xDB, [0, .. Enumerable.Repeat((byte)1, 64)]);
        Add(file, 0xC2, [8, .. Short(height), .. Short(width), channels, .. Enumerable.Range(1, channels).SelectMany(channel => (byte[])[(byte)channel, 0x11, 0])]);
        Add(file, 0xC4, [0x00, 1, .. new byte[15], 0]); // one code of one bit: no difference
        Add(file, 0xC4, [0x10, 1, 1, .. new byte[14], LongestRun, 0x00]); // 0: a long run; 10: one block
        if (beforeRestart is not null)
            Add(file, 0xDD, Short(blocks - 1));
        Add(file, 0xDA, [channels, .. Enumerable.Range(1, channels).SelectMany(channel => (byte[])[(byte)channel, 0x00]), 0, 0, 0]);
        file.AddRange(new byte[((channels * blocks) + 7) / 8]);
        var rest = Scans(blocks, channels, scans);
        if (beforeRestart is not null)
            rest = [0xFF, 0xD0, 0, 0xFF, 0xDD, 0, 4, 0, 0, .. rest];
        return [.. file, .. beforeRestart?.Invoke(rest.Count + beforeEnd.Length) ?? [], .. rest, .. beforeEnd, 0xFF, 0xD9];
    }

    private static List<byte> Scans(int blocks, byte channels, int scans)
    {
        List<byte> file = [];
        for (var scan = 0; scan < scans; scan++)
        {
            // Each coefficient of each channel once, so that none is said twice.
            var round = scan / channels;
            var coefficient = (byte)(1 + (round % 63));
            var precision = (byte)(13 - (round / 63));
            var approximation = round < 63 ? precision : (byte)(((precision + 1) << 4) | precision);
            Add(file, 0xDA, [1, (byte)(1 + (scan % channels)), 0x00, coefficient, coefficient, approximation]);
            AddRuns(file, blocks);
        }

        return file;
    }

    private static void AddRuns(List<byte> file, int blocks)
    {
        var bits = new List<int>();
        while (blocks > 0)
        {
            if (blocks < 1 << RunBits)
            {
                bits.AddRange([1, 0]);
                blocks--;
                continue;
            }

            var more = Math.Min(blocks - (1 << RunBits), (1 << RunBits) - 1);
            bits.Add(0);
            bits.AddRange(Enumerable.Range(0, RunBits).Select(bit => (more >> (RunBits - 1 - bit)) & 1));
            blocks -= (1 << RunBits) + more;
        }

        while (bits.Count % 8 != 0)
            bits.Add(1);
        foreach (var octet in bits.Chunk(8))
        {
            var value = (byte)octet.Aggregate(0, (sum, bit) => (sum << 1) | bit);
            file.Add(value);
            if (value == 0xFF)
                file.Add(0);
        }
    }

    private static byte[] Short(int value)
    {
        var bytes = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(bytes, (ushort)value);
        return bytes;
    }

    private static void Add(List<byte> file, byte marker, byte[] content) => file.AddRange([0xFF, marker, .. Short(content.Length + 2), .. content]);
}
