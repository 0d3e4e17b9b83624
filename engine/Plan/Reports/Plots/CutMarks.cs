namespace NeuralStyle.Plan.Reports.Plots;

/// <summary>
/// The values beyond the end of an axis that does not show them: the line touches that end instead, and a small triangle points to where
/// it would have gone.
/// </summary>
/// <param name="AtTop">Whether it is the upper end.</param>
/// <param name="Note">What is cut, in words.</param>
internal sealed record CutMarks(bool AtTop, string Note)
{
    // Half the width of a triangle, and its height.
    private const double Half = 4;
    private const double Tall = 6;

    /// <summary>A line for the panel's head, e.g. <c>▼ below -100: 3 evaluations, the lowest -4823</c>.</summary>
    /// <param name="atTop">Whether values above the axis are cut, or those below it.</param>
    /// <param name="end">The end of the axis, as a label.</param>
    /// <param name="count">How many values are cut.</param>
    /// <param name="farthest">The one that is farthest away, as a label.</param>
    public static CutMarks Of(bool atTop, string end, int count, string farthest)
    {
        var (mark, side, most) = atTop ? ("▲", "above", "highest") : ("▼", "below", "lowest");
        return new CutMarks(atTop, $"{mark} {side} {end}: {Figures.Counted(count, "evaluation")}, the {most} {farthest}");
    }

    /// <summary>Draws the triangles; where they would lie over each other, one stands for all.</summary>
    /// <param name="svg">Receives the drawing.</param>
    /// <param name="places">Where on the horizontal axis, ascending.</param>
    /// <param name="edge">Where the end of the vertical axis lies.</param>
    public void Draw(SvgText svg, IEnumerable<double> places, double edge)
    {
        var last = double.NegativeInfinity;
        var (start, height) = AtTop ? (edge - 2, -Tall) : (edge + 2, Tall);
        foreach (var x in places)
        {
            if (x - last < 2 * Half)
                continue;
            last = x;
            svg.Append($"<path class=\"cut\" d=\"M{x - Half:0.##} {start:0.##}h{2 * Half:0.##}l{-Half:0.##} {height:0.##}z\"/>");
        }
    }
}
