using System.Globalization;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Reports.Curves;

namespace NeuralStyle.Plan.Reports.Plots;

/// <summary>
/// Plots of one trial over its evaluations as a self-contained SVG: the weighted losses on a logarithmic axis, the improvement, and the
/// seconds that each evaluation took. Everything in it is read from the record. Improvements below -100 %, where a step too long made the
/// loss more than twice the first, and seconds of more than four times the usual would squeeze the rest: they are cut, marked and counted.
/// A thin dashed line from top to bottom is an event: a new scale, a restart.
/// </summary>
public static class TrialPlots
{
    /// <summary>Width of the drawing, in its own units, which viewers take for pixels.</summary>
    public const int Width = 900;

    private const int HeadHeight = 76;
    private const int FootHeight = 30;
    private const int Left = 24;

    // A part that is this much smaller than the greatest total has no visible influence; it must not squeeze the others.
    private const double SmallestShare = 1e-6;

    private const int StartingPart = 10;

    // How many times its usual time an evaluation may take and still be shown: the first of a scale pays for buffers and targets.
    private const double LongestOfUsual = 4;

    private const string Style = """
        <style>text{font-family:"DejaVu Sans",Verdana,Arial,sans-serif;fill:#1c1b19;font-size:13px}.title{font-size:17px;font-weight:bold}
        .soft,.tick{fill:#55524b}.tick{font-size:12px}.head{font-weight:bold}.rule{stroke:#dcd8ce;fill:none}.axis{stroke:#55524b;fill:none}
        .event{stroke:#8a867b;fill:none;stroke-dasharray:4 4}.cut{fill:#1c1b19}.line{fill:none;stroke-linejoin:round;stroke-linecap:round}</style>

        """;

    /// <summary>Draws the plots.</summary>
    /// <param name="record">The record of a trial, complete or failed on its way.</param>
    /// <returns>The SVG; empty when the record has no evaluation.</returns>
    public static string Svg(TrialRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        if (record.Evaluations.Count == 0)
            return string.Empty;

        var panels = Panels(record).ToList();
        var height = HeadHeight + (panels.Count * PlotPanel.Height) + FootHeight;
        var svg = new SvgText();
        svg.Append($"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{Width}\" height=\"{height}\" viewBox=\"0 0 {Width} {height}\" role=\"img\">");
        svg.Append($"{Style}<rect width=\"{Width}\" height=\"{height}\" fill=\"#fcfbf9\"/>");
        svg.AppendText(Left, 32, "class=\"title\"", Shortened(TrialTitle.Of(record), 86));
        svg.AppendText(Left, 56, "class=\"soft\"", Shortened(Setting(record), 120));
        for (var index = 0; index < panels.Count; index++)
            panels[index].Draw(svg, HeadHeight + (index * PlotPanel.Height), record);
        svg.AppendText((PlotPanel.Left + PlotPanel.Right) / 2.0, height - 18, "class=\"soft\" text-anchor=\"middle\"", Foot(record));
        svg.Append($"</svg>");
        return svg.ToString();
    }

    private static IEnumerable<PlotPanel> Panels(TrialRecord record)
    {
        var evaluations = record.Evaluations;
        if (LossScale(evaluations) is { } scale)
            yield return new PlotPanel("Weighted loss, logarithmic", PlotLine.Losses, scale);

        var improvement = PlotLine.Single("improvement", evaluation => evaluation.Improvement);
        var ofScales = record.Parameters.AllScales.Count > 1 ? " of each scale" : string.Empty;
        if (ImprovementPanel($"Improvement, % of the first loss{ofScales}", improvement, Values(evaluations, improvement)) is { } percent)
            yield return percent;

        var before = evaluations.Zip(evaluations.Skip(1)).ToDictionary(pair => pair.Second.Evaluation, pair => pair.First.Seconds);
        var seconds = PlotLine.Single("seconds", evaluation => evaluation.Seconds - before.GetValueOrDefault(evaluation.Evaluation));
        if (SecondsPanel("Seconds per evaluation", seconds, Values(evaluations, seconds)) is { } time)
            yield return time;
    }

    private static List<double> Values(IReadOnlyList<EvaluationRecord> evaluations, PlotLine line) =>
        [.. evaluations.Select(line.ValueOf).Where(double.IsFinite)];

    private static PlotPanel? ImprovementPanel(string title, PlotLine line, List<double> values)
    {
        if (values.Count == 0)
            return null;
        var scale = LinearScale.Covering(Math.Max(values.Min(), ImprovementCurve.Lowest), Math.Max(values.Max(), ImprovementCurve.Lowest));
        return new PlotPanel(title, [line], scale) { Cut = CutOf(values, atTop: false, scale, value => value.ToString("0", CultureInfo.InvariantCulture)) };
    }

    private static PlotPanel? SecondsPanel(string title, PlotLine line, List<double> values)
    {
        if (values.Count == 0)
            return null;
        var usual = values.Order().ElementAt(values.Count / 2);
        var scale = LinearScale.Covering(values.Min(), usual > 0 ? Math.Min(values.Max(), usual * LongestOfUsual) : values.Max());
        return new PlotPanel(title, [line], scale) { Cut = CutOf(values, atTop: true, scale, Figures.Loss) };
    }

    private static CutMarks? CutOf(List<double> values, bool atTop, LinearScale scale, Func<double, string> label)
    {
        var cut = values.Where(value => atTop ? scale.Position(value) > 1 : scale.Position(value) < 0).ToList();
        return cut.Count == 0
            ? null
            : CutMarks.Of(atTop, scale.LabelOf(scale.Ticks[atTop ? ^1 : 0]), cut.Count, label(atTop ? cut.Max() : cut.Min()));
    }

    /// <summary>
    /// The axis of the losses. What the first tenth of the evaluations alone would add below is left out: from init content the content
    /// loss begins at next to nothing, and all else would be squeezed under the axis' upper end.
    /// </summary>
    private static LogScale? LossScale(IReadOnlyList<EvaluationRecord> evaluations)
    {
        var all = Values(evaluations);
        if (all.Count == 0)
            return null;
        var smallest = Values(evaluations.Skip(evaluations.Count / StartingPart)).DefaultIfEmpty(all.Min()).Min();
        return LogScale.Covering(Math.Max(smallest, all.Max() * SmallestShare), all.Max());

        static List<double> Values(IEnumerable<EvaluationRecord> evaluations) =>
        [
            .. evaluations
                .SelectMany(evaluation => PlotLine.Losses.Select(line => line.ValueOf(evaluation)))
                .Where(value => value > 0 && double.IsFinite(value)),
        ];
    }

    private static string Setting(TrialRecord record)
    {
        var parameters = record.Parameters;
        var (first, last) = (record.Evaluations[0].Total, record.Evaluations[^1].Total);
        var size = record.Width > 0 ? $"{record.Width} x {record.Height}" : $"{parameters.ImageSize} px";
        return string.Join(" · ",
            $"trial {record.TrialId}", EnumNames.Of(parameters.Network), size, EnumNames.Of(parameters.Optimizer),
            $"init {EnumNames.Of(parameters.Init)}", $"total {Figures.Loss(first)} to {Figures.Loss(last)}");
    }

    private static string Foot(TrialRecord record)
    {
        var evaluations = Figures.Counted(record.Evaluations.Count, "evaluation");
        var seconds = record.Evaluations[^1].Seconds;
        return $"evaluation ({evaluations} in {(seconds < 10 ? Figures.Seconds(seconds) : Figures.Duration(seconds))})";
    }

    private static string Shortened(string text, int most) => text.Length <= most ? text : string.Concat(text.AsSpan(0, most - 1), "…");
}
