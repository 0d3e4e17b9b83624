using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Plan.Reports;

/// <summary>The cells of a sweep whose settings are equal, so that they show one and the same trial.</summary>
public static class SharedCells
{
    /// <summary>One text a trial with several cells, e.g. <c>styleWeight 1, tvWeight 0 = styleWeight 2, tvWeight 0</c>, in the order of the cells.</summary>
    /// <param name="plan">The sweep.</param>
    public static IReadOnlyList<string> Of(SweepPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return
        [
            .. plan.Cells.GroupBy(cell => cell.TrialId)
                .Where(cells => cells.Count() > 1)
                .Select(cells => string.Join(" = ", cells.Select(cell => CellLabels.Text(plan, cell)))),
        ];
    }
}
