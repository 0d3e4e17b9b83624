namespace NeuralStyle.Plan.Effects.Statistics;

/// <summary>
/// Shares in a grid without holes, where axes and interactions are orthogonal: eta squared, each one's sum of squares over the total.
/// </summary>
internal static class CompleteShares
{
    public static VarianceShares Of(IReadOnlyList<GridValue> values, int axes, IReadOnlyList<int> varied, double total)
    {
        var mean = values.Average(value => value.Value);
        var effects = varied.ToDictionary(axis => axis, axis => values.GroupBy(value => value.Coordinates[axis])
            .ToDictionary(level => level.Key, level => level.Average(value => value.Value) - mean));
        var shares = new double?[axes];
        foreach (var axis in varied)
            shares[axis] = values.Sum(value => Square(effects[axis][value.Coordinates[axis]])) / total;

        var interactions = new List<(int First, int Second, double Share)>();
        foreach (var first in varied)
        {
            foreach (var second in varied.Where(axis => axis > first))
            {
                var squares = values.GroupBy(value => (value.Coordinates[first], value.Coordinates[second]))
                    .Sum(pair => pair.Count() * Square(pair.Average(value => value.Value) - mean
                        - effects[first][pair.Key.Item1] - effects[second][pair.Key.Item2]));
                interactions.Add((first, second, squares / total));
            }
        }

        var rest = Math.Max(0, 1 - shares.Sum(share => share ?? 0) - interactions.Sum(interaction => interaction.Share));
        return new VarianceShares(shares, [.. interactions.OrderByDescending(interaction => interaction.Share)], rest, []);
    }

    private static double Square(double value) => value * value;
}
