namespace NeuralStyle.Plan.Effects.Statistics;

/// <summary>
/// Shares in a grid with holes, by least squares: an axis has what it adds to all the other axes in an additive fit (sums of squares of
/// type II), two axes have what a value for each of their combinations adds to the fit of all axes. Without holes these are those of
/// <see cref="CompleteShares"/>; with holes they need not add up to 1, and what could be of either of two is of none.
/// </summary>
internal static class FittedShares
{
    // Multiply-adds of one fit; about a quarter of a second.
    private const double MostWork = 2e8;

    public static VarianceShares Of(IReadOnlyList<GridValue> values, int axes, IReadOnlyList<int> varied, double total)
    {
        var levels = varied.ToDictionary(axis => axis, axis => values.Select(value => value.Coordinates[axis]).Distinct().Count());
        if (Work(values.Count, varied.OrderByDescending(axis => levels[axis]).Skip(1)) > MostWork)
            return VarianceShares.None(axes, "The grid has holes and too many values for a fit: shares are left out.");

        var target = values.Select(value => value.Value).ToArray();
        var (outside, rank) = Additive(varied);
        var shares = new double?[axes];
        foreach (var axis in varied)
            shares[axis] = Share(Additive([.. varied.Where(other => other != axis)]).Outside - outside, total);

        var interactions = new List<(int First, int Second, double Share)>();
        foreach (var first in varied)
        {
            foreach (var second in varied.Where(axis => axis > first))
            {
                var others = varied.Where(axis => axis != first && axis != second);
                // Two small axes may leave large ones to fit.
                if (Work(values.Count, others) > MostWork)
                    continue;
                var together = Fit(values, target, value => (value.Coordinates[first], value.Coordinates[second]), others);
                // Where no combination has more to tell than its two values, there is no interaction to be told.
                if (together.Rank > rank)
                    interactions.Add((first, second, Share(outside - together.Outside, total)));
            }
        }

        const string Note = "The grid has holes: a share is what an axis adds to the others in an additive fit, and shares need not add up to 100 %.";
        return new VarianceShares(shares, [.. interactions.OrderByDescending(interaction => interaction.Share)], null, [Note]);

        // The axis with the most values costs nothing.
        (double Outside, int Rank) Additive(IReadOnlyList<int> of)
        {
            var largest = of.MaxBy(axis => levels[axis]);
            return Fit(values, target, value => value.Coordinates[largest], of.Where(axis => axis != largest));
        }

        double Work(int rows, IEnumerable<int> columns)
        {
            double width = columns.Sum(axis => levels[axis]);
            return 4 * rows * width * width;
        }
    }

    /// <summary>
    /// Fits a value for each group plus one for each value of further axes. Taking each group's mean off all columns leaves the further ones
    /// to fit (Frisch, Waugh, Lovell), however many groups there are.
    /// </summary>
    /// <returns>The sum of squares that remains, and the number of independent columns.</returns>
    private static (double Outside, int Rank) Fit<T>(IReadOnlyList<GridValue> values, double[] target, Func<GridValue, T> group, IEnumerable<int> further)
        where T : notnull
    {
        var members = values.Select((value, row) => (Group: group(value), Row: row)).GroupBy(item => item.Group, item => item.Row).Select(rows => rows.ToArray()).ToList();
        var columns = further.SelectMany(axis => values.Select(value => value.Coordinates[axis]).Distinct()
            .Select(level => WithoutMeans([.. values.Select(value => value.Coordinates[axis] == level ? 1.0 : 0.0)], members)));
        var space = ColumnSpace.Of(columns);
        return (space.SquaresOutside(WithoutMeans([.. target], members)), members.Count + space.Rank);
    }

    private static double[] WithoutMeans(double[] column, List<int[]> groups)
    {
        foreach (var rows in groups)
        {
            var mean = rows.Average(row => column[row]);
            foreach (var row in rows)
                column[row] -= mean;
        }

        return column;
    }

    // Rounding may make a difference of equal sums a hair negative.
    private static double Share(double squares, double total) => Math.Clamp(squares / total, 0, 1);
}
