using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Plan.Reports;

/// <summary>The combinations of a sweep's axes that have no cell, because a rule of the manifest skips them.</summary>
internal static class SkippedCells
{
    // Where most combinations are holes, as in a random sample of many axes, naming each would say nothing.
    private const int MostTimes = 4;

    /// <summary>Their coordinates in order; none where they would be many times the cells.</summary>
    public static IEnumerable<IReadOnlyList<int>> Of(SweepPlan plan)
    {
        var combinations = plan.Axes.Aggregate(1.0, (product, axis) => product * axis.Labels.Count);
        if (combinations > plan.Cells.Count * (double)MostTimes)
            return [];
        var taken = plan.Cells.Select(cell => string.Join(',', cell.Coordinates)).ToHashSet(StringComparer.Ordinal);
        IEnumerable<IReadOnlyList<int>> all = [[]];
        foreach (var axis in plan.Axes)
            all = all.SelectMany(start => Enumerable.Range(0, axis.Labels.Count).Select(value => (IReadOnlyList<int>)[.. start, value]));
        return all.Where(coordinates => !taken.Contains(string.Join(',', coordinates)));
    }
}
