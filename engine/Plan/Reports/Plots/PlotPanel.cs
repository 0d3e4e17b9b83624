using System.Globalization;
using System.Text;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Reports.Curves;

namespace NeuralStyle.Plan.Reports.Plots;

/// <summary>One plot over the evaluations: axes, ticks, lines, and a legend where there are several lines.</summary>
/// <param name="Title">What it shows, with its unit.</param>
/// <param name="Lines">Its lines.</param>
/// <param name="Scale">Its vertical axis.</param>
internal sealed record PlotPanel(string Title, IReadOnlyList<PlotLine> Lines, IScale Scale)
{
    public const int Left = 76;
    public const int Right = 876;
    public const int PlotTop = 34;
    public const int PlotBottom = 214;

    /// <summary>Height of a panel, in units of the drawing.</summary>
    public const int Height = 256;

    private const int MostColumns = 10;
    private const int Buckets = 400;
    private const int LegendStep = 108;
    private const int LegendLine = 30;
    private const string TickStyle = "class=\"tick\"";

    /// <summary>What of a line is beyond the axis, where it is cut there; null where such values are gaps.</summary>
    public CutMarks? Cut { get; init; }

    /// <summary>Draws it.</summary>
    /// <param name="svg">Receives the drawing.</param>
    /// <param name="top">Where it begins.</param>
    /// <param name="record">What it shows.</param>
    public void Draw(SvgText svg, int top, TrialRecord record)
    {
        var evaluations = record.Evaluations;
        var (first, last) = (evaluations[0].Evaluation, evaluations[^1].Evaluation);
        var (plotTop, bottom) = (top + PlotTop, top + PlotBottom);
        svg.AppendText(Left, top + 20, "class=\"head\"", Title);
        foreach (var tick in Scale.Ticks)
        {
            var y = Y(top, tick);
            svg.Append($"<path class=\"rule\" d=\"M{Left} {y:0.#}H{Right}\"/>");
            svg.AppendText(Left - 8, y + 4, $"{TickStyle} text-anchor=\"end\"", Scale.LabelOf(tick));
        }

        foreach (var tick in EvaluationAxis.Ticks(first, last, MostColumns))
        {
            var x = X(tick, first, last);
            svg.Append($"<path class=\"axis\" d=\"M{x:0.#} {bottom}v5\"/>");
            svg.AppendText(x, bottom + 18, $"{TickStyle} text-anchor=\"middle\"", tick.ToString(CultureInfo.InvariantCulture));
        }

        foreach (var trialEvent in record.Events.Where(item => item.Evaluation >= first && item.Evaluation < last))
        {
            var x = X(trialEvent.Evaluation + 0.5, first, last);
            svg.Append($"<path class=\"event\" d=\"M{x:0.#} {plotTop}V{bottom}\"/>");
        }

        svg.Append($"<path class=\"axis\" d=\"M{Left} {plotTop}V{bottom}H{Right}\"/>");
        foreach (var line in Lines)
            DrawLine(svg, line, top, evaluations);
        if (Lines.Count > 1)
            DrawLegend(svg, top);
        if (Cut is { } cut)
            svg.AppendText(Right, top + 20, "class=\"soft\" text-anchor=\"end\"", cut.Note);
    }

    private void DrawLine(SvgText svg, PlotLine line, int top, IReadOnlyList<EvaluationRecord> evaluations)
    {
        var (first, last) = (evaluations[0].Evaluation, evaluations[^1].Evaluation);
        var path = new StringBuilder();
        var cut = new List<double>();
        var pen = 'M';
        foreach (var evaluation in Thinning.Of(evaluations, line.ValueOf, Buckets))
        {
            var position = Scale.Position(line.ValueOf(evaluation));
            var x = X(evaluation.Evaluation, first, last);
            if (Cut is not null && double.IsFinite(position) && (Cut.AtTop ? position > 1 : position < 0))
            {
                cut.Add(x);
                position = Cut.AtTop ? 1 : 0;
            }

            if (position is not (>= 0 and <= 1))
            {
                // What the axis can't show is a gap in the line.
                pen = 'M';
                continue;
            }

            path.Append(CultureInfo.InvariantCulture, $"{pen}{x:0.##} {YAt(top, position):0.##}");
            pen = 'L';
        }

        Cut?.Draw(svg, cut, YAt(top, Cut.AtTop ? 1 : 0));

        if (path.Length == 0)
            return;
        if (evaluations.Count == 1)
            // A line of no length, which round ends show as a dot.
            path.Append("h0");
        svg.Append($"<path class=\"line\" {Stroke(line)} d=\"{path}\"/>");
    }

    private void DrawLegend(SvgText svg, int top)
    {
        var x = Right - (Lines.Count * LegendStep) + (LegendStep - LegendLine - 52);
        foreach (var line in Lines.Reverse())
        {
            svg.Append($"<path class=\"line\" {Stroke(line)} d=\"M{x} {top + 16}h{LegendLine}\"/>");
            svg.AppendText(x + LegendLine + 6, top + 20, "class=\"key\"", line.Name);
            x += LegendStep;
        }
    }

    private static string Stroke(PlotLine line)
    {
        var width = line.Width.ToString(CultureInfo.InvariantCulture);
        return $"stroke=\"{line.Color}\" stroke-width=\"{width}\"" + (line.Dashes.Length == 0 ? string.Empty : $" stroke-dasharray=\"{line.Dashes}\"");
    }

    private static double X(double evaluation, int first, int last) => Left + (EvaluationAxis.Position(evaluation, first, last) * (Right - Left));

    private double Y(int top, double value) => YAt(top, Scale.Position(value));

    private static double YAt(int top, double position) => top + PlotBottom - (position * (PlotBottom - PlotTop));
}
