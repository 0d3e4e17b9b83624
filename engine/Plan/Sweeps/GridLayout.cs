using NeuralStyle.Plan.Manifests;

namespace NeuralStyle.Plan.Sweeps;

/// <summary>
/// Lays the axes on the sheet. What the manifest says is kept; the rest is laid so that a page stays readable: the axis with
/// the most values across, the next down, content images over pages when more than two axes vary, and the others nested where
/// the page grows least, or over pages when it would grow too large.
/// </summary>
internal static class GridLayout
{
    /// <summary>More columns or rows than this on a page, and cells are too small to compare on a screen.</summary>
    private const int MostAlong = 16;

    /// <summary>The layout; every axis of the plan is in it once.</summary>
    /// <param name="axes">The axes of the plan.</param>
    /// <param name="asked">What the manifest says; it may name axes that the plan hasn't, such as a single content image.</param>
    public static GridAxes Of(IReadOnlyList<PlannedAxis> axes, GridAxes? asked)
    {
        var rows = Known(asked?.Rows, axes);
        var columns = Known(asked?.Columns, axes);
        var pages = Known(asked?.Pages, axes);
        var free = axes.Where(axis => !rows.Contains(axis) && !columns.Contains(axis) && !pages.Contains(axis)).ToList();

        // A single value is a title, not a direction.
        Move(free, pages, axis => axis.Labels.Count == 1);
        var directions = (rows.Count == 0 ? 1 : 0) + (columns.Count == 0 ? 1 : 0);
        if (free.Count > directions)
            Move(free, pages, axis => axis.Name == AxisNames.Content);

        if (columns.Count == 0 && Largest(free) is { } across)
            Move(free, columns, axis => axis == across);
        if (rows.Count == 0 && Largest(free) is { } down)
            Move(free, rows, axis => axis == down);

        foreach (var axis in free)
            (Along(rows, axis) <= Along(columns, axis) ? Fitting(rows, axis, pages) : Fitting(columns, axis, pages)).Add(axis);

        // The manifest's order decides what is nested in what, except where the manifest says it.
        return new GridAxes(Names(rows, asked?.Rows), Names(columns, asked?.Columns), Names(pages, asked?.Pages));

        IReadOnlyList<string> Names(List<PlannedAxis> laid, IReadOnlyList<string>? first)
        {
            var said = laid.Where(axis => first?.Contains(axis.Name) == true).ToList();
            return [.. said.Concat(axes.Where(axis => laid.Contains(axis) && !said.Contains(axis))).Select(axis => axis.Name)];
        }
    }

    private static List<PlannedAxis> Known(IReadOnlyList<string>? names, IReadOnlyList<PlannedAxis> axes) =>
        [.. (names ?? []).Select(name => axes.FirstOrDefault(axis => axis.Name == name)).OfType<PlannedAxis>()];

    private static void Move(List<PlannedAxis> from, List<PlannedAxis> to, Func<PlannedAxis, bool> which)
    {
        to.AddRange(from.Where(which));
        from.RemoveAll(axis => which(axis));
    }

    /// <summary>The axis with the most values; of equals, the last.</summary>
    private static PlannedAxis? Largest(List<PlannedAxis> axes) =>
        axes.Aggregate((PlannedAxis?)null, (best, axis) => best is null || axis.Labels.Count >= best.Labels.Count ? axis : best);

    private static long Along(List<PlannedAxis> laid, PlannedAxis axis) =>
        laid.Append(axis).Aggregate(1L, (product, one) => product * one.Labels.Count);

    private static List<PlannedAxis> Fitting(List<PlannedAxis> side, PlannedAxis axis, List<PlannedAxis> pages) =>
        Along(side, axis) <= MostAlong ? side : pages;
}
