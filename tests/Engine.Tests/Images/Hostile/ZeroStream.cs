using System.Buffers.Binary;

namespace NeuralStyle.Engine.Tests.Images.Hostile;

/// <summary>Compressed zeros, made without making the zeros: what a decompression bomb is made of.</summary>
internal static class ZeroStream
{
    // A match of 258 bytes at distance 1 takes 13 bits with fixed codes (RFC 1951, 3.2.6): eight of them fill thirteen bytes.
    private const int MatchBytes = 258;
    private const int MatchesAGroup = 8;

    /// <summary>A zlib stream (RFC 1950) of at least so many zeros, a thousandth of their size.</summary>
    internal static byte[] OfAtLeast(long zeros)
    {
        var bits = new BitWriter();
        bits.Put(1, 1).Put(1, 2); // the last block, with fixed codes
        bits.PutCode(0b0011_0000, 8); // a literal 0
        var groups = (zeros + (MatchBytes * MatchesAGroup) - 1) / (MatchBytes * MatchesAGroup);
        for (var match = 0L; match < groups * MatchesAGroup; match++)
            bits.PutCode(0b1100_0101, 8).PutCode(0, 5); // length 258, distance 1
        bits.PutCode(0, 7); // the end
        var check = new byte[4];
        var length = 1 + (groups * MatchesAGroup * MatchBytes);
        BinaryPrimitives.WriteUInt32BigEndian(check, ((uint)(length % 65_521) << 16) | 1); // Adler-32 of zeros
        return [0x78, 0x9C, .. bits.ToArray(), .. check];
    }
}
