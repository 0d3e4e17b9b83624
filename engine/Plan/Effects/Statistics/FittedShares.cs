namespace NeuralStyle.Plan.Effects.Statistics;

/// <summary>
/// Shares in a grid with holes, by least squares: an axis has what it adds to all the other axes in an additive fit (sums of squares of
/// type II), two axes have what a value for each of their combinations adds to the fit of all axes. Without holes these are those of
/// <see cref="CompleteShares"/>; with holes they need not add up to 1, and what could be of either of two is of none.
/// </summary>
internal static class FittedShares
{
    // Multiply-adds of one fit; about a second.
    private const double MostWork = 1e9;

    public static VarianceShares Of(IReadOnlyList<GridValue> values, int axes, IReadOnlyList<int> varied, double total)
    {
        var target = values.Select(value => value.Value).ToArray();
        var columns = varied.ToDictionary(axis => axis, axis => Indicators(values, value => value.Coordinates[axis]));
        double[] constant = [.. values.Select(_ => 1.0)];
        var width = 1 + columns.Values.Sum(indicators => indicators.Count);
        if (IsTooMuch(values.Count, width))
            return VarianceShares.None(axes, "The grid has holes and too many values for a fit: shares are left out.");

        var main = ColumnSpace.Of([constant, .. columns.Values.SelectMany(indicators => indicators)]);
        var outside = main.SquaresOutside(target);
        var shares = new double?[axes];
        foreach (var axis in varied)
        {
            var others = ColumnSpace.Of([constant, .. columns.Where(column => column.Key != axis).SelectMany(column => column.Value)]);
            shares[axis] = Share(others.SquaresOutside(target) - outside, total);
        }

        var notes = new List<string>
        {
            "The grid has holes: a share is what an axis adds to the others in an additive fit, and shares need not add up to 100 %.",
        };
        var interactions = new List<(int First, int Second, double Share)>();
        var left = 0;
        foreach (var first in varied)
        {
            foreach (var second in varied.Where(axis => axis > first))
            {
                var combinations = Indicators(values, value => (value.Coordinates[first], value.Coordinates[second]));
                if (IsTooMuch(values.Count, width + combinations.Count))
                {
                    left++;
                    continue;
                }

                var wider = main.With(combinations);
                // Where each cell has a combination of its own, or none has company, there is nothing to tell an interaction from.
                if (wider.Rank > main.Rank)
                    interactions.Add((first, second, Share(outside - wider.SquaresOutside(target), total)));
            }
        }

        if (left > 0)
            notes.Add($"Interactions of {left} pairs of axes are left out: they have too many values for a fit.");
        return new VarianceShares(shares, [.. interactions.OrderByDescending(interaction => interaction.Share)], null, notes);
    }

    private static List<double[]> Indicators<T>(IReadOnlyList<GridValue> values, Func<GridValue, T> of)
        where T : notnull =>
        [.. values.Select(of).Distinct().Select(level => values.Select(value => of(value).Equals(level) ? 1.0 : 0.0).ToArray())];

    private static bool IsTooMuch(int rows, int columns) => 4.0 * rows * columns * columns > MostWork;

    // Rounding may make a difference of equal sums a hair negative.
    private static double Share(double squares, double total) => Math.Clamp(squares / total, 0, 1);
}
