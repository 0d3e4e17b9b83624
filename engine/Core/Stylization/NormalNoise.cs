namespace NeuralStyle.Engine.Stylization;

/// <summary>
/// Normal values of mean 0 and deviation 1 from a seed, the same on every machine: Marsaglia's polar method (1964) on
/// <see cref="SplitMix64"/>. It needs a square root, which IEEE 754 defines to the last bit, and a logarithm, which mathematics
/// libraries round as they please and which is therefore computed here, of sums, products and quotients alone.
/// </summary>
internal static class NormalNoise
{
    private const double Ln2 = 0.693147180559945309417232121458;
    private const double SquareRootOfHalf = 0.707106781186547524400844362105;
    private const int FractionBits = 52;
    private const int ExponentBias = 1023;

    // |z| is at most 0.1716, and so the first term left out is below 2e-17 of the sum.
    private const int SeriesTerms = 10;

    public static float[] Values(long seed, long count)
    {
        var values = new float[count];
        var random = new SplitMix64(seed);
        for (long i = 0; i < count;)
        {
            // A point in the unit circle, by trying points of the square around it.
            var (x, y) = (Symmetric(ref random), Symmetric(ref random));
            var square = (x * x) + (y * y);
            if (square >= 1 || square == 0)
                continue;

            var factor = Math.Sqrt(-2 * Logarithm(square) / square);
            values[i++] = (float)(x * factor);
            if (i < count)
                values[i++] = (float)(y * factor);
        }

        return values;
    }

    /// <summary>The natural logarithm of a positive normal number, within 1e-15 of it: x = m 2^e, ln m = 2 atanh((m - 1) / (m + 1)).</summary>
    internal static double Logarithm(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var exponent = (int)(bits >> FractionBits) - ExponentBias + 1;
        var mantissa = BitConverter.Int64BitsToDouble((bits & ((1L << FractionBits) - 1)) | ((long)(ExponentBias - 1) << FractionBits));
        if (mantissa < SquareRootOfHalf)
            (mantissa, exponent) = (2 * mantissa, exponent - 1);

        var z = (mantissa - 1) / (mantissa + 1);
        var square = z * z;
        var sum = 0.0;
        for (var term = SeriesTerms - 1; term >= 0; term--)
            sum = (sum * square) + (1.0 / ((2 * term) + 1));
        return (exponent * Ln2) + (2 * z * sum);
    }

    // -1 to below 1, of 53 bits.
    private static double Symmetric(ref SplitMix64 random) => ((random.Next() >> 11) * (2.0 / (1L << 53))) - 1;
}
