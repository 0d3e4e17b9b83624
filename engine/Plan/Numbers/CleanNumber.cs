using System.Globalization;

namespace NeuralStyle.Plan.Numbers;

/// <summary>Removes the dust of floating-point arithmetic: 0.30000000000000004 means 0.3, 999.9999999999998 means 1000.</summary>
public static class CleanNumber
{
    /// <summary>How far, relative to the value, the clean number may lie from it.</summary>
    public const double Tolerance = 1e-12;

    /// <summary>The number with the fewest decimal digits within the tolerance of a value, or the value when there is none.</summary>
    /// <param name="value">The value.</param>
    /// <param name="scale">Size of the numbers that it was computed from: what is within the tolerance of 0 at this scale is 0.</param>
    public static double Of(double value, double scale)
    {
        if (Math.Abs(value) <= Tolerance * Math.Abs(scale))
            return 0;

        for (var digits = 1; digits <= 13; digits++)
        {
            var format = string.Create(CultureInfo.InvariantCulture, $"E{digits - 1}");
            var rounded = double.Parse(value.ToString(format, CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
            if (Math.Abs(rounded - value) <= Tolerance * Math.Abs(value))
                return rounded;
        }

        return value;
    }
}
