using NeuralStyle.Plan.Records;

namespace NeuralStyle.Plan.Reports.Columns;

/// <summary>The measures of a result, by name. All are proxies.</summary>
internal static class MeasureColumns
{
    /// <summary>Name, label, meaning and number of each, in the order of <see cref="TrialMeasures"/>.</summary>
    public static IReadOnlyList<(string Name, string Label, string Meaning, Func<TrialMeasures, double?> Number)> All { get; } =
    [
        ("contentDistance", "content distance", "how far the result's features are from the content image's, on the yardstick; 0 is the content itself", measures => measures.ContentDistance),
        ("styleDistance", "style distance", "how far the result's Gram matrices are from the style image's, on the yardstick; 0 is the style itself", measures => measures.StyleDistance),
        ("colorShift", "color shift", "mean distance of the colors from the content's, pixel by pixel, in CIELAB units", measures => measures.ColorShift),
        ("sharpness", "sharpness", "mean gradient of the luminance; more is sharper, or noisier", measures => measures.Sharpness),
        ("evaluationsTo95", "evaluations to 95 %", "evaluations until the loss had fallen by 95 % of what it fell by in all", measures => measures.EvaluationsTo95),
    ];

    /// <summary>The columns that some trial has a number for.</summary>
    public static IEnumerable<TrialColumn> Of(IReadOnlyList<ReportTrial> trials)
    {
        foreach (var (name, label, meaning, number) in All)
        {
            var column = new TrialColumn(name, label, ColumnKind.Measure, meaning, trial => TrialValue.Of(NumberOf(trial, number), Figures.Loss)) { IsProxy = true };
            if (trials.Any(trial => column.ValueOf(trial) is not null))
                yield return column;
        }
    }

    private static double? NumberOf(ReportTrial trial, Func<TrialMeasures, double?> number) =>
        trial.Record?.Measures is { } measures ? number(measures) : null;
}
