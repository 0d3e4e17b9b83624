using NeuralStyle.Engine.Sheets.Layout;
using NeuralStyle.Engine.Sheets.Painting;
using NeuralStyle.Plan.Reports;
using NeuralStyle.Plan.Sheets;

namespace NeuralStyle.Engine.Sheets;

/// <summary>
/// Splits pages that would be larger than <see cref="SheetLimits"/> allows. The parts are nearly equal, keep nested groups together where
/// they can, and repeat their headers.
/// </summary>
public static class SheetPager
{
    /// <summary>The pages in order, each small enough for <see cref="SheetPainter"/>; parts of a page go left to right, then down.</summary>
    /// <exception cref="ArgumentException">A page is too large even with a single cell.</exception>
    public static IReadOnlyList<GridPage> Split(SheetFrame frame, IReadOnlyList<GridPage> pages)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(pages);
        var (setter, pictures) = (new TextSetter(), new InputPictures(frame));
        return [.. pages.SelectMany(Split)];

        IEnumerable<GridPage> Split(GridPage page)
        {
            var columns = Cut(page.Columns, range => SizeOf(Part(page, .., range)).Width <= SheetLimits.LongestSide);
            var rows = Cut(page.Rows, range => columns.All(across => SheetLimits.Allow(SizeOf(Part(page, range, across)))));
            return rows.SelectMany(down => columns.Select(across => Part(page, down, across)));
        }

        PixelSize SizeOf(GridPage page)
        {
            // The numbers are the widest that a head could name.
            var drawing = new SheetDrawing { Frame = frame, Page = page, PageNumber = 999, PageCount = 999, Cells = new Dictionary<string, SheetCell>() };
            return SheetLayout.Of(drawing, SheetMeasures.For(frame, page), setter, pictures).Size;
        }
    }

    /// <summary>The fewest ranges of headers that all fit.</summary>
    private static List<Range> Cut(IReadOnlyList<GridHeader> headers, Func<Range, bool> fits)
    {
        for (var parts = 1; parts <= headers.Count; parts++)
        {
            foreach (var ranges in new[] { BetweenGroups(headers, parts), Evenly(headers.Count, parts) })
            {
                if (ranges.Count > 0 && ranges.All(fits))
                    return ranges;
            }
        }

        throw new ArgumentException($"A single cell and its headers need a page larger than allowed; allowed: {SheetLimits.Text}.");
    }

    private static List<Range> Evenly(int count, int parts) =>
        [.. Enumerable.Range(0, parts).Select(part => (count * part / parts)..(count * (part + 1) / parts))];

    /// <summary>Ranges that end where groups end; none when the headers have fewer groups than parts.</summary>
    private static List<Range> BetweenGroups(IReadOnlyList<GridHeader> headers, int parts)
    {
        if (HeaderSpan.Levels(headers) < 2)
            return [];
        var groups = HeaderSpan.Of(headers, 0);
        return groups.Count < parts
            ? []
            : [.. Evenly(groups.Count, parts).Select(range => groups[range.Start.Value].Start..(groups[range.End.Value - 1].Start + groups[range.End.Value - 1].Length))];
    }

    private static GridPage Part(GridPage page, Range rows, Range columns) => page with
    {
        Rows = page.Rows.Take(rows).ToList(),
        Columns = page.Columns.Take(columns).ToList(),
        TrialIds = page.TrialIds.Take(rows).Select(IReadOnlyList<string?> (row) => row.Take(columns).ToList()).ToList(),
    };
}
