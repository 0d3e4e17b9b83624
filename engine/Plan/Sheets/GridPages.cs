using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Plan.Sheets;

/// <summary>Lays the cells of a plan on pages.</summary>
public static class GridPages
{
    /// <summary>The pages of a sweep, in order; at least one. All have the same rows and columns; nested ones that have a cell on no page are left out.</summary>
    /// <param name="plan">The plan; every axis of it is in its grid once.</param>
    public static IReadOnlyList<GridPage> Of(SweepPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var pages = GridDirection.Of(plan, plan.Grid.Pages);
        var rows = GridDirection.Of(plan, plan.Grid.Rows);
        var columns = GridDirection.Of(plan, plan.Grid.Columns);
        var trials = plan.Cells.ToDictionary(
            cell => (pages.PositionOf(cell), rows.PositionOf(cell), columns.PositionOf(cell)), cell => cell.TrialId);

        return [.. pages.Headers.Zip(pages.Positions, (header, page) => new GridPage(
            header,
            rows.Headers,
            columns.Headers,
            [.. rows.Positions.Select(row => (IReadOnlyList<string?>)
                [.. columns.Positions.Select(column => trials.GetValueOrDefault((page, row, column)))])]))];
    }

    /// <summary>Cuts a page into pages of limited size; each repeats the headers of its rows and columns.</summary>
    /// <param name="page">The page.</param>
    /// <param name="maxRows">Rows on a page; 1 or more.</param>
    /// <param name="maxColumns">Columns on a page; 1 or more.</param>
    /// <returns>The parts, left to right, then top to bottom; the page itself when it fits.</returns>
    public static IReadOnlyList<GridPage> Split(GridPage page, int maxRows, int maxColumns)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxRows, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxColumns, 1);
        if (page.Rows.Count <= maxRows && page.Columns.Count <= maxColumns)
            return [page];

        var parts = new List<GridPage>();
        for (var row = 0; row < page.Rows.Count; row += maxRows)
        {
            for (var column = 0; column < page.Columns.Count; column += maxColumns)
            {
                parts.Add(new GridPage(
                    page.Header,
                    Part(page.Rows, row, maxRows),
                    Part(page.Columns, column, maxColumns),
                    [.. Part(page.TrialIds, row, maxRows).Select(ids => Part(ids, column, maxColumns))]));
            }
        }

        return parts;
    }

    private static IReadOnlyList<T> Part<T>(IReadOnlyList<T> all, int start, int count) => [.. all.Skip(start).Take(count)];
}
