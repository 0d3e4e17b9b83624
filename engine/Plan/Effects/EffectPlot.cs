using NeuralStyle.Plan.Reports;
using NeuralStyle.Plan.Reports.Curves;
using NeuralStyle.Plan.Reports.Plots;

namespace NeuralStyle.Plan.Effects;

/// <summary>
/// A small plot of what an axis does to a measure, as an SVG fragment: for each value the mean difference from the reference over matched
/// pairs, with a bar of one standard error each way; the reference lies on the line of 0. A value without pairs has no point. It takes its
/// color from where it stands, so that it is readable on light and dark pages.
/// </summary>
public static class EffectPlot
{
    /// <summary>Width of the drawing, in its own units.</summary>
    public const int Width = 320;

    /// <summary>Height of the drawing, in its own units.</summary>
    public const int Height = 170;

    private const int Left = 58;
    private const int Right = 306;
    private const int Top = 26;
    private const int Bottom = 132;
    private const int Inset = 16;

    // Width of a letter of a label, about.
    private const double Letter = 6.2;
    private const double LabelGap = 6;

    /// <summary>Draws the plot.</summary>
    /// <param name="measure">The measure.</param>
    /// <param name="axis">The effect on it.</param>
    /// <returns>The SVG; empty where there is no matched pair.</returns>
    public static string Svg(EffectMeasure measure, AxisEffect axis)
    {
        ArgumentNullException.ThrowIfNull(measure);
        ArgumentNullException.ThrowIfNull(axis);
        if (axis.Pairs == 0)
            return string.Empty;

        var points = Points(axis);
        var scale = LinearScale.Covering(points.Min(point => point.Mean - point.Error), points.Max(point => point.Mean + point.Error));
        var svg = new SvgText();
        var unit = measure.Unit.Length > 0 ? $" ({measure.Unit})" : string.Empty;
        var title = $"Change of {measure.Name}{unit}, a proxy";
        svg.Append($"<svg class=\"effect\" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" role=\"img\" fill=\"currentColor\" font-size=\"11\">");
        svg.AppendElement("title", Description(measure, axis));
        svg.AppendText(4, 14, "class=\"title\"", title);
        foreach (var tick in scale.Ticks)
        {
            var y = Y(scale, tick);
            var opacity = tick == 0 ? "0.8" : "0.25";
            svg.Append($"<path class=\"rule\" fill=\"none\" stroke=\"currentColor\" stroke-opacity=\"{opacity}\" d=\"M{Left} {y:0.#}H{Right}\"/>");
            svg.AppendText(Left - 5, y + 4, "class=\"tick\" text-anchor=\"end\"", scale.LabelOf(tick));
        }

        if (axis.Spacing != AxisSpacing.Categorical)
        {
            var line = string.Join('L', points.OrderBy(point => point.X).Select(point => FormattableString.Invariant($"{point.X:0.#} {Y(scale, point.Mean):0.#}")));
            svg.Append($"<path class=\"line\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.5\" d=\"M{line}\"/>");
        }

        foreach (var point in points)
        {
            if (point.Error > 0)
            {
                var (low, high) = (Y(scale, point.Mean - point.Error), Y(scale, point.Mean + point.Error));
                svg.Append($"<path class=\"error\" fill=\"none\" stroke=\"currentColor\" d=\"M{point.X:0.#} {low:0.#}V{high:0.#}\"/>");
            }

            svg.Append($"<circle class=\"point\" cx=\"{point.X:0.#}\" cy=\"{Y(scale, point.Mean):0.#}\" r=\"3\">");
            svg.AppendElement("title", $"{point.Label}: {Change(point.Mean)}");
            svg.Append($"</circle>");
        }

        AppendLabels(svg, axis);
        svg.Append($"</svg>");
        return svg.ToString();
    }

    private static List<(string Label, double X, double Mean, double Error)> Points(AxisEffect axis) =>
    [
        .. axis.Values
            .Select((value, index) => (Value: value, X: X(axis, index)))
            .Where(item => item.Value.Difference is not null || item.Value.Label == axis.Reference)
            .Select(item => (item.Value.Label, item.X, item.Value.Difference?.Mean ?? 0, item.Value.Difference?.Error ?? 0)),
    ];

    private static void AppendLabels(SvgText svg, AxisEffect axis)
    {
        // What has no room is cut or left out: lists of layers are long, and numbers may lie close. The table has them all.
        var longest = Math.Max(4, (int)((Right - Left) / Letter / Math.Clamp(axis.Values.Count, 1, 5)) - 1);
        var end = 0.0;
        foreach (var (x, label) in axis.Values.Select((value, index) => (X: X(axis, index), value.Label)).OrderBy(place => place.X))
        {
            var shown = label.Length <= longest ? label : $"{label[..(longest - 1)]}…";
            var half = shown.Length * Letter / 2;
            if (x - half < end)
                continue;
            svg.AppendText(x, Bottom + 14, "class=\"tick\" text-anchor=\"middle\"", shown);
            end = x + half + LabelGap;
        }

        svg.AppendText((Left + Right) / 2.0, Height - 6, "class=\"title\" text-anchor=\"middle\"", axis.Axis);
    }

    private static string Description(EffectMeasure measure, AxisEffect axis)
    {
        var values = axis.Values.Where(value => value.Difference is not null)
            .Select(value => $"{value.Label} {Change(value.Difference!.Mean)}");
        return $"{measure.Name}, a proxy, by {axis.Axis}: change from {axis.Reference}: {string.Join(", ", values)}";
    }

    private static string Change(double difference) => $"{(difference > 0 ? "+" : string.Empty)}{Figures.Loss(difference)}";

    /// <summary>Where a value lies: by its number, by its logarithm, or side by side.</summary>
    private static double X(AxisEffect axis, int index)
    {
        if (axis.Spacing == AxisSpacing.Categorical)
            return Left + ((index + 0.5) / axis.Values.Count * (Right - Left));

        var places = axis.Values.Select(value => axis.Spacing == AxisSpacing.Log ? Math.Log(value.Number!.Value) : value.Number!.Value).ToList();
        var (low, high) = (places.Min(), places.Max());
        var part = high > low ? (places[index] - low) / (high - low) : 0.5;
        return Left + Inset + (part * (Right - Left - (2 * Inset)));
    }

    private static double Y(LinearScale scale, double value) => Bottom - (scale.Position(value) * (Bottom - Top));
}
