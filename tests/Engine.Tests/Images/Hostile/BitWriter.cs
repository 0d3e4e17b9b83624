namespace NeuralStyle.Engine.Tests.Images.Hostile;

/// <summary>Writes bits, the lowest of a byte first, as deflate and lossless WebP have them.</summary>
internal sealed class BitWriter
{
    private readonly List<byte> _bytes = [];
    private int _free;

    /// <summary>A number, its lowest bit first.</summary>
    internal BitWriter Put(int value, int bits)
    {
        for (var bit = 0; bit < bits; bit++)
            PutBit((value >> bit) & 1);
        return this;
    }

    /// <summary>A Huffman code, its highest bit first.</summary>
    internal BitWriter PutCode(int code, int bits)
    {
        for (var bit = bits - 1; bit >= 0; bit--)
            PutBit((code >> bit) & 1);
        return this;
    }

    internal byte[] ToArray() => [.. _bytes];

    private void PutBit(int bit)
    {
        if (_free == 0)
        {
            _bytes.Add(0);
            _free = 8;
        }

        _bytes[^1] |= (byte)(bit << (8 - _free--));
    }
}
