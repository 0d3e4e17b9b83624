namespace NeuralStyle.Engine.Measures;

/// <summary>
/// CIE 1976 L*a*b* of sRGB colors (IEC 61966-2-1), white point D65: L* is 0 (black) to 100 (white); a* and b* are 0 for gray. One unit is
/// about the smallest difference that an eye sees.
/// </summary>
internal static class CieLab
{
    // The linear part of the curve below (6/29)^3, and its slope.
    private const double Epsilon = 216.0 / 24389;
    private const double Kappa = 24389.0 / 27;

    // D65 for the 2 degree observer, as the sum of the rows below, so that white has no color.
    private const double WhiteX = 0.4124564 + 0.3575761 + 0.1804375;
    private const double WhiteZ = 0.0193339 + 0.1191920 + 0.9503041;

    /// <summary>The color of sRGB values of 0 to 1.</summary>
    public static (double L, double A, double B) Of(double red, double green, double blue)
    {
        var (r, g, b) = (Linear(red), Linear(green), Linear(blue));
        var x = Root(((0.4124564 * r) + (0.3575761 * g) + (0.1804375 * b)) / WhiteX);
        var y = Root((0.2126729 * r) + (0.7151522 * g) + (0.0721750 * b));
        var z = Root(((0.0193339 * r) + (0.1191920 * g) + (0.9503041 * b)) / WhiteZ);
        return ((116 * y) - 16, 500 * (x - y), 200 * (y - z));
    }

    private static double Linear(double value) => value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);

    private static double Root(double value) => value > Epsilon ? Math.Cbrt(value) : ((Kappa * value) + 16) / 116;
}
