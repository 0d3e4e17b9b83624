using NeuralStyle.Plan.Effects;

namespace NeuralStyle.Plan.Reports.Columns;

/// <summary>The measures of a result. All are proxies.</summary>
internal static class MeasureColumns
{
    /// <summary>The measures, but the seconds, which are a result of their own.</summary>
    public static IReadOnlyList<EffectMeasure> All { get; } = [.. EffectMeasure.All.Where(measure => measure != EffectMeasure.Seconds)];

    /// <summary>The columns that some trial has a number for.</summary>
    public static IEnumerable<TrialColumn> Of(IReadOnlyList<ReportTrial> trials) => All
        .Select(measure => new TrialColumn(
            measure.Key, measure.Name, ColumnKind.Measure, measure.Meaning, trial => TrialValue.Of(NumberOf(trial, measure), Figures.Loss))
        {
            IsProxy = true,
        })
        .Where(column => trials.Any(trial => column.ValueOf(trial) is not null));

    /// <summary>A trial's measure; null where it has none.</summary>
    public static double? NumberOf(ReportTrial trial, EffectMeasure measure) => trial.Record is { } record ? measure.ValueOf(record) : null;
}
