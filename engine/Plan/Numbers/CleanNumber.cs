using System.Globalization;

namespace NeuralStyle.Plan.Numbers;

/// <summary>The number that a computed one stands for: 0.30000000000000004 means 0.3, 999.9999999999998 means 1000.</summary>
public static class CleanNumber
{
    /// <summary>The dust of floating-point arithmetic, relative to the numbers that went into it.</summary>
    public const double Dust = 1e-12;

    private const int MostDigits = 17;

    /// <summary>The number with the fewest decimal digits near a value; the value itself when there is none.</summary>
    /// <param name="value">The value.</param>
    /// <param name="tolerance">How far the number may lie from it; 0 or more.</param>
    public static double Of(double value, double tolerance)
    {
        if (Math.Abs(value) <= tolerance)
            return 0;

        for (var digits = 1; digits < MostDigits; digits++)
        {
            var format = string.Create(CultureInfo.InvariantCulture, $"E{digits - 1}");
            var rounded = double.Parse(value.ToString(format, CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
            if (Math.Abs(rounded - value) <= tolerance)
                return rounded;
        }

        return value;
    }
}
