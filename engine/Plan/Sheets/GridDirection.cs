using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Plan.Sheets;

/// <summary>The axes laid along one direction, the first slowest.</summary>
/// <param name="AxisIndexes">Their places in the plan's list of axes.</param>
/// <param name="Counts">Their numbers of values.</param>
/// <param name="Positions">The combinations of their values, numbered from 0, that are shown, in order.</param>
/// <param name="Headers">A header for each of these positions.</param>
internal sealed record GridDirection(IReadOnlyList<int> AxisIndexes, IReadOnlyList<int> Counts, IReadOnlyList<int> Positions, IReadOnlyList<GridHeader> Headers)
{
    /// <summary>
    /// The direction of some axes; one position with an empty header when there are none. A combination of several axes' values that was
    /// skipped wherever it could be has no position: a row of nothing but holes says nothing.
    /// </summary>
    public static GridDirection Of(SweepPlan plan, IReadOnlyList<string> names)
    {
        var indexes = names.Select(name => plan.Axes.TakeWhile(axis => axis.Name != name).Count()).ToList();
        IEnumerable<IReadOnlyList<GridLabel>> headers = [[]];
        foreach (var axis in indexes.Select(index => plan.Axes[index]))
        {
            headers = headers.SelectMany(header =>
                axis.Labels.Select(label => (IReadOnlyList<GridLabel>)[.. header, new GridLabel(axis.Name, label)]));
        }

        var labels = headers.ToList();
        var all = new GridDirection(indexes, [.. indexes.Select(index => plan.Axes[index].Labels.Count)], [], []);
        var positions = indexes.Count < 2 ? [.. Enumerable.Range(0, labels.Count)] : plan.Cells.Select(all.PositionOf).Distinct().Order().ToList();
        return all with { Positions = positions, Headers = [.. positions.Select(position => new GridHeader(labels[position]))] };
    }

    /// <summary>Where a cell lies along the direction among all combinations, from 0.</summary>
    public int PositionOf(SweepCell cell) =>
        AxisIndexes.Zip(Counts).Aggregate(0, (position, axis) => (position * axis.Second) + cell.Coordinates[axis.First]);
}
