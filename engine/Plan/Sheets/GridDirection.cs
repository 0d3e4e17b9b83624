using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Plan.Sheets;

/// <summary>The axes laid along one direction, the first slowest.</summary>
/// <param name="AxisIndexes">Their places in the plan's list of axes.</param>
/// <param name="Counts">Their numbers of values.</param>
/// <param name="Headers">A header for each position.</param>
internal sealed record GridDirection(IReadOnlyList<int> AxisIndexes, IReadOnlyList<int> Counts, IReadOnlyList<GridHeader> Headers)
{
    /// <summary>The direction of some axes; one position with an empty header when there are none.</summary>
    public static GridDirection Of(SweepPlan plan, IReadOnlyList<string> names)
    {
        var indexes = names.Select(name => plan.Axes.TakeWhile(axis => axis.Name != name).Count()).ToList();
        IEnumerable<IReadOnlyList<GridLabel>> headers = [[]];
        foreach (var axis in indexes.Select(index => plan.Axes[index]))
        {
            headers = headers.SelectMany(header =>
                axis.Labels.Select(label => (IReadOnlyList<GridLabel>)[.. header, new GridLabel(axis.Name, label)]));
        }

        return new GridDirection(
            indexes, [.. indexes.Select(index => plan.Axes[index].Labels.Count)], [.. headers.Select(labels => new GridHeader(labels))]);
    }

    /// <summary>Where a cell lies along the direction, from 0.</summary>
    public int PositionOf(SweepCell cell) =>
        AxisIndexes.Zip(Counts).Aggregate(0, (position, axis) => (position * axis.Second) + cell.Coordinates[axis.First]);
}
