using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Plan.Effects;

/// <summary>The values of an axis as numbers, where they are.</summary>
/// <param name="Spacing">How they are spaced.</param>
/// <param name="Values">One a value of the axis; empty for a categorical one.</param>
public sealed record AxisNumbers(AxisSpacing Spacing, IReadOnlyList<double> Values)
{
    // Two values tell no spacing: those of a tenfold or more are meant as a ratio.
    private const double RatioOfTwo = 10;

    // Over less than this, ratios and differences are hardly told apart.
    private const double SmallestRatio = 4;

    // 1, 2, 5, 10 is meant as ratios (1.3), and so is 1, 3, 10, 30 (1.1).
    private const double MostUneven = 2;

    // Over more than this, unevenness is of values drawn at random.
    private const double WideRatio = 100;

    /// <summary>
    /// The numbers of a planned axis: of a numeric parameter, but the seed, whose numbers are names. They are spaced by ratio when their
    /// ratios are more even than their differences, and nearly even or over a wide range.
    /// </summary>
    /// <param name="axis">The axis.</param>
    public static AxisNumbers Of(PlannedAxis axis)
    {
        ArgumentNullException.ThrowIfNull(axis);
        if (axis.Parameters.Count > 1 || ParameterCatalog.Find(axis.Name) is not NumericParameter parameter || parameter == ParameterCatalog.Seed)
            return new AxisNumbers(AxisSpacing.Categorical, []);

        var values = axis.Labels.Select(label => parameter.Parse(label, [])).ToList();
        return values.Contains(null)
            ? new AxisNumbers(AxisSpacing.Categorical, [])
            : Of([.. values.Select(value => Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture))]);
    }

    /// <summary>Finds the spacing of numbers.</summary>
    /// <param name="values">The numbers, in any order.</param>
    public static AxisNumbers Of(IReadOnlyList<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var sorted = values.Distinct().Order().ToList();
        return new AxisNumbers(IsLog(sorted) ? AxisSpacing.Log : AxisSpacing.Linear, values);
    }

    private static bool IsLog(List<double> sorted)
    {
        if (sorted.Count < 2 || sorted[0] <= 0)
            return false;
        if (sorted.Count == 2)
            return sorted[1] / sorted[0] >= RatioOfTwo;

        var ofRatios = Unevenness([.. sorted.Select(value => Math.Log(value))]);
        var ratio = sorted[^1] / sorted[0];
        return Unevenness(sorted) > ofRatios && ratio >= (ofRatios <= MostUneven ? SmallestRatio : WideRatio);
    }

    /// <summary>The largest gap over the smallest.</summary>
    private static double Unevenness(List<double> sorted)
    {
        var gaps = sorted.Zip(sorted.Skip(1), (low, high) => high - low).ToList();
        return gaps.Max() / gaps.Min();
    }
}
