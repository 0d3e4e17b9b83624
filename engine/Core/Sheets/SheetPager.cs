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

        IReadOnlyList<GridPage> Split(GridPage page)
        {
            var columns = Most(page.Columns, most => GridPages.Split(page, page.Rows.Count, most).All(part => SizeOf(part).Width <= SheetLimits.LongestSide));
            var rows = Most(page.Rows, most => GridPages.Split(page, most, columns).All(part => SheetLimits.Allow(SizeOf(part))));
            return GridPages.Split(page, rows, columns);
        }

        PixelSize SizeOf(GridPage page)
        {
            // The numbers are the widest that a head could name.
            var drawing = new SheetDrawing { Frame = frame, Page = page, PageNumber = 999, PageCount = 999, Cells = new Dictionary<string, SheetCell>() };
            return SheetLayout.Of(drawing, SheetMeasures.For(frame, page), setter, pictures).Size;
        }
    }

    /// <summary>The most rows or columns of a page, so that the parts are as few as can be, nearly equal, and end with a group if they can.</summary>
    private static int Most(IReadOnlyList<GridHeader> headers, Func<int, bool> fits)
    {
        var groups = HeaderSpan.Levels(headers) > 1 ? HeaderSpan.Of(headers, 0) : [];
        // Parts of one size end with a group only where groups have one length: where nothing was skipped.
        if (groups.Any(group => group.Length != groups[0].Length))
            groups = [];
        for (var parts = 1; parts <= headers.Count; parts++)
        {
            int[] candidates = parts <= groups.Count ? [Part(groups.Count, parts) * groups[0].Length, Part(headers.Count, parts)] : [Part(headers.Count, parts)];
            foreach (var most in candidates)
            {
                if (fits(most))
                    return most;
            }
        }

        throw new ArgumentException($"A single cell and its headers need a page larger than allowed; allowed: {SheetLimits.Text}.");
    }

    private static int Part(int count, int parts) => (count + parts - 1) / parts;
}
