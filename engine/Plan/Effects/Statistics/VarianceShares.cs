namespace NeuralStyle.Plan.Effects.Statistics;

/// <summary>How the variance of a grid's values divides among its axes and their interactions.</summary>
/// <param name="Axes">The share of each axis, by index; null where it can't be told.</param>
/// <param name="Interactions">The share of each pair of axes, the largest first.</param>
/// <param name="Rest">What remains; null where the shares can't be told.</param>
/// <param name="Notes">What limits them.</param>
internal sealed record VarianceShares(
    IReadOnlyList<double?> Axes, IReadOnlyList<(int First, int Second, double Share)> Interactions, double? Rest, IReadOnlyList<string> Notes)
{
    /// <summary>The shares of the axes that vary among some cells.</summary>
    /// <param name="values">The cells.</param>
    /// <param name="axes">Number of axes.</param>
    public static VarianceShares Of(IReadOnlyList<GridValue> values, int axes)
    {
        var varied = Enumerable.Range(0, axes).Where(axis => Levels(values, axis) > 1).ToList();
        var mean = values.Count == 0 ? 0 : values.Average(value => value.Value);
        var total = values.Sum(value => (value.Value - mean) * (value.Value - mean));
        // A thousand times the rounding of the sum: what is left of equal values is no variance.
        if (total <= 1e-24 * values.Sum(value => value.Value * value.Value) || varied.Count == 0)
            return None(axes, values.Count < 2 ? "Fewer than two cells have it." : "It is the same in all cells.");
        if (varied.Count == 1)
            return None(axes, "Only one axis varies: it accounts for all the variance there is, so that a share would say nothing.");

        return IsComplete(values, axes) ? CompleteShares.Of(values, axes, varied, total) : FittedShares.Of(values, axes, varied, total);
    }

    /// <summary>Whether there is a cell for each combination of the values that some cell has.</summary>
    public static bool IsComplete(IReadOnlyList<GridValue> values, int axes) =>
        values.Count == Enumerable.Range(0, axes).Aggregate(1L, (product, axis) => product * Levels(values, axis));

    /// <summary>Shares that can't be told.</summary>
    public static VarianceShares None(int axes, string note) => new(new double?[axes], [], null, [note]);

    private static int Levels(IReadOnlyList<GridValue> values, int axis) => values.Select(value => value.Coordinates[axis]).Distinct().Count();
}
