namespace NeuralStyle.Plan.Reports.Curves;

/// <summary>Steps between ticks that people count in: 1, 2 or 5 times a power of ten.</summary>
internal static class RoundStep
{
    /// <summary>The smallest round step that is not below a positive value.</summary>
    /// <returns>1, 2, 5 or 10, and the power of ten that it is multiplied by.</returns>
    public static (int Mantissa, int Exponent) Above(double value)
    {
        var exponent = (int)Math.Floor(Math.Log10(value));
        var scaled = value / Math.Pow(10, exponent);
        // A hair of tolerance: 2.0000000001 is meant to be 2.
        var mantissa = Array.Find([1, 2, 5, 10], candidate => scaled <= candidate * (1 + 1e-9));
        return (mantissa, exponent);
    }
}
