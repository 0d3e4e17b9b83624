using System.Globalization;
using System.Text;

namespace NeuralStyle.Plan.Reports.Curves;

/// <summary>The frame of a curve over evaluations, as SVG: where its plot lies, its axes and their titles.</summary>
/// <param name="First">The first evaluation, at the left edge.</param>
/// <param name="Last">The last evaluation, at the right edge.</param>
internal sealed record PlotFrame(int First, int Last)
{
    /// <summary>Width of the drawing, in its own units.</summary>
    public const int Width = 440;

    /// <summary>Height of the drawing, in its own units.</summary>
    public const int Height = 250;

    /// <summary>Left edge of the plot.</summary>
    public const int Left = 58;

    /// <summary>Right edge of the plot.</summary>
    public const int Right = 430;

    /// <summary>Top edge of the plot.</summary>
    public const int Top = 30;

    /// <summary>Bottom edge of the plot.</summary>
    public const int Bottom = 206;

    private const int MostColumns = 6;

    /// <summary>Begins the drawing.</summary>
    /// <param name="svg">Receives the markup.</param>
    /// <param name="description">What it shows, for those who can't see it; no characters that markup reserves.</param>
    public static void Begin(StringBuilder svg, string description) =>
        Append(svg, $"<svg class=\"curve\" viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-label=\"{description}\">");

    /// <summary>Draws both axes.</summary>
    /// <param name="svg">Receives the markup.</param>
    /// <param name="rows">Height on the axis, 0 to 1, and label of each tick of the vertical axis.</param>
    /// <param name="title">What the vertical axis measures.</param>
    public void AppendAxes(StringBuilder svg, IEnumerable<(double Position, string Label)> rows, string title)
    {
        foreach (var (position, label) in rows)
        {
            var y = Y(position);
            Append(svg, $"<line class=\"rule\" x1=\"{Left}\" x2=\"{Right}\" y1=\"{y:0.#}\" y2=\"{y:0.#}\"/>");
            Append(svg, $"<text class=\"tick\" x=\"{Left - 6}\" y=\"{y + 3.5:0.#}\" text-anchor=\"end\">{label}</text>");
        }

        foreach (var tick in EvaluationAxis.Ticks(First, Last, MostColumns))
        {
            var x = X(tick);
            Append(svg, $"<line class=\"notch\" x1=\"{x:0.#}\" x2=\"{x:0.#}\" y1=\"{Bottom}\" y2=\"{Bottom + 4}\"/>");
            Append(svg, $"<text class=\"tick\" x=\"{x:0.#}\" y=\"{Bottom + 16}\" text-anchor=\"middle\">{tick}</text>");
        }

        Append(svg, $"<line class=\"notch\" x1=\"{Left}\" x2=\"{Right}\" y1=\"{Bottom}\" y2=\"{Bottom}\"/>");
        Append(svg, $"<text class=\"title\" x=\"{(Left + Right) / 2}\" y=\"{Height - 8}\" text-anchor=\"middle\">evaluation</text>");
        var middle = (Top + Bottom) / 2;
        Append(svg, $"<text class=\"title\" x=\"12\" y=\"{middle}\" text-anchor=\"middle\" transform=\"rotate(-90 12 {middle})\">{title}</text>");
    }

    /// <summary>Draws a line through points in order; null is a gap.</summary>
    /// <param name="svg">Receives the markup.</param>
    /// <param name="name">The name of its style.</param>
    /// <param name="points">Evaluation and height on the axis, 0 to 1.</param>
    public void AppendLine(StringBuilder svg, string name, IEnumerable<(int Evaluation, double Position)?> points)
    {
        var path = new StringBuilder();
        var pen = 'M';
        foreach (var point in points)
        {
            if (point is not var (evaluation, position))
            {
                pen = 'M';
                continue;
            }

            Append(path, $"{pen}{X(evaluation):0.#} {Y(position):0.#}");
            pen = 'L';
        }

        if (First == Last && path.Length > 0)
            // A line of no length, which round ends show as a dot.
            path.Append("h0");
        if (path.Length > 0)
            Append(svg, $"<path class=\"line {name}\" d=\"{path}\"/>");
    }

    /// <summary>Appends markup, numbers in the invariant culture.</summary>
    public static void Append(StringBuilder builder, FormattableString text) => builder.Append(text.ToString(CultureInfo.InvariantCulture));

    private double X(double evaluation) => Left + (EvaluationAxis.Position(evaluation, First, Last) * (Right - Left));

    private static double Y(double position) => Bottom - (position * (Bottom - Top));
}
