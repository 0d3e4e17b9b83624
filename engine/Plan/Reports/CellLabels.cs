using NeuralStyle.Plan.Sheets;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Plan.Reports;

/// <summary>What a cell is called: the value that each axis has there.</summary>
internal static class CellLabels
{
    /// <summary>Axis and value of each axis, in the plan's order.</summary>
    public static IEnumerable<GridLabel> Of(SweepPlan plan, IReadOnlyList<int> coordinates) =>
        plan.Axes.Select((axis, index) => new GridLabel(axis.Name, axis.Labels[coordinates[index]]));

    /// <summary>The same in words, e.g. <c>styleWeight 30, init gray</c>.</summary>
    public static string Text(SweepPlan plan, SweepCell cell) => string.Join(", ", Of(plan, cell.Coordinates).Select(label => $"{label.Axis} {label.Value}"));
}
