namespace NeuralStyle.Engine.Optimization;

/// <summary>The cubic through two points with given values and slopes (Nocedal and Wright, "Numerical optimization", 2nd edition
/// 2006, equation 3.59).</summary>
internal static class CubicInterpolation
{
    /// <summary>Where the cubic through <paramref name="a"/> and <paramref name="b"/> has its local minimum, brought into
    /// <paramref name="from"/>..<paramref name="to"/>; the middle of that range when the cubic has none.</summary>
    public static double Minimizer(SearchPoint a, SearchPoint b, double from, double to)
    {
        var (left, right) = a.Step <= b.Step ? (a, b) : (b, a);
        var width = right.Step - left.Step;
        var theta = left.Slope + right.Slope - (3 * (right.Loss - left.Loss) / width);
        var discriminant = (theta * theta) - (left.Slope * right.Slope);
        var root = Math.Sqrt(Math.Max(discriminant, 0));
        var share = (right.Slope + root - theta) / (right.Slope - left.Slope + (2 * root));
        var minimizer = right.Step - (width * share);

        return discriminant >= 0 && double.IsFinite(minimizer) ? Math.Clamp(minimizer, from, to) : (from + to) / 2;
    }
}
