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
    public const int Width = PlotFrame.Width;

    /// <summary>Height of the drawing, in its own units.</summary>
    public const int Height = PlotFrame.Height;

    /// <summary>Left edge of the plot.</summary>
    public const int Left = PlotFrame.Left;

    /// <summary>Right edge of the plot.</summary>
    public const int Right = PlotFrame.Right;

    /// <summary>Top edge of the plot.</summary>
    public const int Top = PlotFrame.Top;

    /// <summary>Bottom edge of the plot.</summary>
    public const int Bottom = PlotFrame.Bottom;

    // A part that is this much smaller than the greatest total has no visible influence; it must not squeeze the others.
    private const double SmallestShare = 1e-6;

    private const int Buckets = 180;
    private const int LegendStep = 92;

    /// <summary>The drawing of a trial's evaluations; empty when there is no positive finite loss to draw.</summary>
    /// <param name="evaluations">Every evaluation, in order.</param>
    public static string Svg(IReadOnlyList<EvaluationRecord> evaluations)
    {
        ArgumentNullException.ThrowIfNull(evaluations);
        if (VerticalScale(evaluations) is not { } scale)
            return string.Empty;

        var frame = new PlotFrame(evaluations[0].Evaluation, evaluations[^1].Evaluation);
        var svg = new StringBuilder();
        PlotFrame.Begin(svg, Description(evaluations));
        frame.AppendAxes(svg, scale.Ticks.Select(tick => (scale.Position(tick), LogScale.Label(tick))), "weighted loss, log");
        foreach (var series in CurveSeries.All)
            frame.AppendLine(svg, series.Name, Points(series, evaluations, scale));
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

    private static IEnumerable<(int, double)?> Points(CurveSeries series, IReadOnlyList<EvaluationRecord> evaluations, LogScale scale)
    {
        foreach (var evaluation in Thinning.Of(evaluations, series.ValueOf, Buckets))
        {
            var value = series.ValueOf(evaluation);
            // What a logarithmic axis can't show is a gap in the line.
            yield return value > 0 && double.IsFinite(value) && scale.Position(value) >= 0 ? (evaluation.Evaluation, scale.Position(value)) : null;
        }
    }

    private static void AppendLegend(StringBuilder svg)
    {
        var x = Left;
        foreach (var series in CurveSeries.All.Reverse())
        {
            PlotFrame.Append(svg, $"<line class=\"line {series.Name}\" x1=\"{x}\" x2=\"{x + 18}\" y1=\"12\" y2=\"12\"/>");
            PlotFrame.Append(svg, $"<text class=\"key\" x=\"{x + 24}\" y=\"16\">{series.Name}</text>");
            x += LegendStep;
        }
    }
}
