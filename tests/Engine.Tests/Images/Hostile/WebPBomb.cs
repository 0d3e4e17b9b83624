using System.Buffers.Binary;

namespace NeuralStyle.Engine.Tests.Images.Hostile;

/// <summary>A lossless WebP of one color: each of its five codes has one symbol, and so a pixel takes no bits at all.</summary>
internal static class WebPBomb
{
    internal static byte[] Of(int width, int height)
    {
        var bits = new BitWriter().Put(0x2F, 8).Put(width - 1, 14).Put(height - 1, 14).Put(0, 1).Put(0, 3);
        bits.Put(0, 1).Put(0, 1).Put(0, 1); // no transform, no color cache, one group of codes
        for (var code = 0; code < 5; code++)
            bits.Put(1, 1).Put(0, 1).Put(0, 1).Put(0, 1); // simple, one symbol, of one bit: 0
        byte[] data = bits.ToArray();
        byte[] chunk = [.. "VP8L"u8, .. Size(data.Length), .. data, .. new byte[data.Length % 2]];
        return [.. "RIFF"u8, .. Size(4 + chunk.Length), .. "WEBP"u8, .. chunk];
    }

    private static byte[] Size(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        return bytes;
    }
}
