using System.Globalization;
using System.Text;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Reports.Curves;

namespace NeuralStyle.Plan.Reports;

/// <summary>
/// Draws how far a trial's loss has come down over its evaluations as SVG, percent of the first evaluation's at the same scale. Colors
/// come from the page's style sheet, by the class of the line.
/// </summary>
public static class ImprovementCurve
{
    // Where the loss was more than twice the first, the line leaves the plot: what counts is how far it comes down.
    internal const double Lowest = -100;

    private const int Buckets = 180;

    /// <summary>The drawing of a trial's evaluations; empty when it would show nothing: fewer than two, or no improvement either way.</summary>
    /// <param name="evaluations">Every evaluation, in order.</param>
    public static string Svg(IReadOnlyList<EvaluationRecord> evaluations)
    {
        ArgumentNullException.ThrowIfNull(evaluations);
        var values = evaluations.Select(evaluation => evaluation.Improvement).Where(value => double.IsFinite(value) && value >= Lowest).ToList();
        if (evaluations.Count < 2 || values.All(value => value == 0))
            return string.Empty;

        var isCut = evaluations.Any(evaluation => evaluation.Improvement < Lowest);
        var scale = LinearScale.Covering(values.Min(), 100);
        var frame = new PlotFrame(evaluations[0].Evaluation, evaluations[^1].Evaluation);
        var svg = new StringBuilder();
        PlotFrame.Begin(svg, string.Create(
            CultureInfo.InvariantCulture,
            $"Improvement over {evaluations.Count} evaluations; at the last the loss has come down by {evaluations[^1].Improvement:0.0} percent"));
        frame.AppendAxes(svg, scale.Ticks.Select(tick => (scale.Position(tick), scale.LabelOf(tick))), isCut ? "improvement, %, gaps below -100" : "improvement, %");
        frame.AppendLine(svg, "total", Thinning.Of(evaluations, evaluation => evaluation.Improvement, Buckets).Select(evaluation => Point(evaluation, scale)));
        return svg.Append("</svg>").ToString();
    }

    private static (int, double)? Point(EvaluationRecord evaluation, LinearScale scale) =>
        double.IsFinite(evaluation.Improvement) && scale.Position(evaluation.Improvement) is >= 0 and <= 1 and var position
            ? (evaluation.Evaluation, position)
            : null;
}
