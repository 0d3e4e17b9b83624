using NeuralStyle.Plan.Records;

namespace NeuralStyle.Plan.Reports.Curves;

/// <summary>One line of the loss curve.</summary>
/// <param name="Name">Its name in the legend, and the name of its style.</param>
/// <param name="ValueOf">The loss that it shows.</param>
internal sealed record CurveSeries(string Name, Func<EvaluationRecord, double> ValueOf)
{
    /// <summary>All lines; the total is drawn last, over its parts.</summary>
    public static IReadOnlyList<CurveSeries> All { get; } =
    [
        new("tv", evaluation => evaluation.Tv),
        new("style", evaluation => evaluation.Style),
        new("content", evaluation => evaluation.Content),
        new("total", evaluation => evaluation.Total),
    ];
}
