using System.Buffers.Binary;
using System.Text;
using NeuralStyle.Engine.Images;

namespace NeuralStyle.Engine.Tests.Images.Hostile;

/// <summary>A PNG taken apart and put together again, whatever its chunks say.</summary>
internal static class PngParts
{
    internal static readonly byte[] Signature = [0x89, .. "PNG\r\n"u8, 0x1A, (byte)'\n'];

    /// <summary>The chunks of a sound PNG.</summary>
    internal static List<(string Type, byte[] Content)> Of(byte[] png)
    {
        var chunks = new List<(string, byte[])>();
        for (var at = Signature.Length; at < png.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            chunks.Add((Encoding.Latin1.GetString(png, at + 4, 4), png[(at + 8)..(at + 8 + length)]));
            at += 12 + length;
        }

        return chunks;
    }

    internal static byte[] Join(IEnumerable<(string Type, byte[] Content)> chunks) =>
        [.. Signature, .. chunks.SelectMany(chunk => Chunk(chunk.Type, chunk.Content))];

    internal static byte[] Chunk(string type, byte[] content)
    {
        var chunk = new byte[12 + content.Length];
        BinaryPrimitives.WriteInt32BigEndian(chunk, content.Length);
        Encoding.Latin1.GetBytes(type).CopyTo(chunk, 4);
        content.CopyTo(chunk, 8);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(8 + content.Length), PngChecksum.Of(chunk.AsSpan(4, 4 + content.Length)));
        return chunk;
    }

    internal static (string Type, byte[] Content) Header(int width, int height, byte bits = 8, byte color = 2, bool interlaced = false)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = bits;
        header[9] = color;
        header[12] = interlaced ? (byte)1 : (byte)0;
        return ("IHDR", header);
    }

    /// <summary>A black PNG whose pixels are all there, a thousandth of their size.</summary>
    internal static byte[] Black(int width, int height, byte bits = 8, byte color = 2, bool interlaced = false, params (string, byte[])[] more)
    {
        var channels = color switch { 0 => 1, 2 => 3, 6 => 4, _ => throw new ArgumentOutOfRangeException(nameof(color), color, "Allowed are 0, 2 and 6.") };
        // With interlacing there are up to two rows for one, each with a filter's byte.
        var raw = ((long)width * height * channels * bits / 8) + (2L * height) + 16;
        return Join([Header(width, height, bits, color, interlaced), .. more, ("IDAT", ZeroStream.OfAtLeast(raw)), ("IEND", [])]);
    }
}
