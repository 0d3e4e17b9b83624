using System.Globalization;
using System.Text;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Reports.Curves;

namespace NeuralStyle.Plan.Reports;

/// <summary>
/// Draws the losses of a trial over its evaluations as SVG: total, content, style and tv, weighted, on a logarithmic axis.
/// Colors come from the page's style sheet, by the classes of the lines.
/// </summary>
public static class LossCurve
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

    // A part that is this much smaller than the greatest total has no visible influence; it must not squeeze the others.
    private const double SmallestShare = 1e-6;

    private const int Buckets = 180;
    private const int MostColumns = 6;
    private const int LegendStep = 92;

    /// <summary>The drawing of a trial's evaluations; empty when there is no positive finite loss to draw.</summary>
    /// <param name="evaluations">Every evaluation, in order.</param>
    public static string Svg(IReadOnlyList<EvaluationRecord> evaluations)
    {
        ArgumentNullException.ThrowIfNull(evaluations);
        if (VerticalScale(evaluations) is not { } scale)
            return string.Empty;

        var (first, last) = (evaluations[0].Evaluation, evaluations[^1].Evaluation);
        var svg = new StringBuilder();
        Append(svg, $"<svg class=\"curve\" viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-label=\"{Description(evaluations)}\">");
        AppendAxes(svg, scale, first, last);
        foreach (var series in CurveSeries.All)
            AppendLine(svg, series, evaluations, scale, first, last);
        AppendLegend(svg);
        return svg.Append("</svg>").ToString();
    }

    private static LogScale? VerticalScale(IReadOnlyList<EvaluationRecord> evaluations)
    {
        var values = evaluations
            .SelectMany(evaluation => CurveSeries.All.Select(series => series.ValueOf(evaluation)))
            .Where(value => value > 0 && double.IsFinite(value))
            .ToList();
        if (values.Count == 0)
            return null;

        var largest = values.Max();
        return LogScale.Covering(Math.Max(values.Min(), largest * SmallestShare), largest);
    }

    private static string Description(IReadOnlyList<EvaluationRecord> evaluations)
    {
        var (first, last) = (evaluations[0], evaluations[^1]);
        return $"Losses over {Figures.Counted(evaluations.Count, "evaluation")}; "
            + $"the total goes from {Figures.Loss(first.Total)} to {Figures.Loss(last.Total)}";
    }

    private static void AppendAxes(StringBuilder svg, LogScale scale, int first, int last)
    {
        foreach (var tick in scale.Ticks)
        {
            var y = Y(scale, tick);
            Append(svg, $"<line class=\"rule\" x1=\"{Left}\" x2=\"{Right}\" y1=\"{y:0.#}\" y2=\"{y:0.#}\"/>");
            Append(svg, $"<text class=\"tick\" x=\"{Left - 6}\" y=\"{y + 3.5:0.#}\" text-anchor=\"end\">{LogScale.Label(tick)}</text>");
        }

        foreach (var tick in EvaluationAxis.Ticks(first, last, MostColumns))
        {
            var x = X(tick, first, last);
            Append(svg, $"<line class=\"notch\" x1=\"{x:0.#}\" x2=\"{x:0.#}\" y1=\"{Bottom}\" y2=\"{Bottom + 4}\"/>");
            Append(svg, $"<text class=\"tick\" x=\"{x:0.#}\" y=\"{Bottom + 16}\" text-anchor=\"middle\">{tick}</text>");
        }

        Append(svg, $"<line class=\"notch\" x1=\"{Left}\" x2=\"{Right}\" y1=\"{Bottom}\" y2=\"{Bottom}\"/>");
        Append(svg, $"<text class=\"title\" x=\"{(Left + Right) / 2}\" y=\"{Height - 8}\" text-anchor=\"middle\">evaluation</text>");
        var middle = (Top + Bottom) / 2;
        Append(svg, $"<text class=\"title\" x=\"12\" y=\"{middle}\" text-anchor=\"middle\" transform=\"rotate(-90 12 {middle})\">weighted loss, log</text>");
    }

    private static void AppendLine(
        StringBuilder svg, CurveSeries series, IReadOnlyList<EvaluationRecord> evaluations, LogScale scale, int first, int last)
    {
        var path = new StringBuilder();
        var pen = 'M';
        foreach (var evaluation in Thinning.Of(evaluations, series.ValueOf, Buckets))
        {
            var value = series.ValueOf(evaluation);
            if (!(value > 0) || !double.IsFinite(value) || scale.Position(value) < 0)
            {
                // What a logarithmic axis can't show is a gap in the line.
                pen = 'M';
                continue;
            }

            Append(path, $"{pen}{X(evaluation.Evaluation, first, last):0.#} {Y(scale, value):0.#}");
            pen = 'L';
        }

        if (evaluations.Count == 1 && path.Length > 0)
            // A line of no length, which round ends show as a dot.
            path.Append("h0");
        if (path.Length > 0)
            Append(svg, $"<path class=\"line {series.Name}\" d=\"{path}\"/>");
    }

    private static void AppendLegend(StringBuilder svg)
    {
        var x = Left;
        foreach (var series in CurveSeries.All.Reverse())
        {
            Append(svg, $"<line class=\"line {series.Name}\" x1=\"{x}\" x2=\"{x + 18}\" y1=\"12\" y2=\"12\"/>");
            Append(svg, $"<text class=\"key\" x=\"{x + 24}\" y=\"16\">{series.Name}</text>");
            x += LegendStep;
        }
    }

    private static double X(double evaluation, int first, int last) =>
        Left + (EvaluationAxis.Position(evaluation, first, last) * (Right - Left));

    private static double Y(LogScale scale, double value) => Bottom - (scale.Position(value) * (Bottom - Top));

    private static void Append(StringBuilder builder, FormattableString text) => builder.Append(text.ToString(CultureInfo.InvariantCulture));
}
