using NeuralStyle.Plan.Effects;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Sweeps;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Plan.Tests.Effects;

/// <summary>Sweeps whose trials have measures that a test gives them.</summary>
internal static class MeasuredSweep
{
    public const string Yardstick = "vgg19-mini/1";

    /// <summary>Style weights 1 and 10 by content and noise.</summary>
    public const string TwoByTwo = "axes:\n  styleWeight: [1, 10]\n  init: [content, noise]\n";

    public static SweepPlan Plan(string lines) => Sample.Plan(Sample.With(lines));

    /// <summary>Effects where the trial of each cell has a style distance by its coordinates; those without one failed.</summary>
    public static SweepEffects Effects(SweepPlan plan, Func<IReadOnlyList<int>, double?> styleDistance) => SweepEffects.Of(plan, Records(plan, styleDistance));

    public static SweepEffects Effects(string lines, Func<IReadOnlyList<int>, double?> styleDistance) => Effects(Plan(lines), styleDistance);

    public static List<TrialRecord> Records(SweepPlan plan, Func<IReadOnlyList<int>, double?> styleDistance) =>
    [
        .. from trial in plan.Trials
           let cell = plan.Cells.FirstOrDefault(cell => cell.TrialId == trial.Id)
           where cell is not null
           select Record(trial, styleDistance(cell.Coordinates)),
    ];

    public static TrialRecord Record(Trial trial, double? styleDistance) => new()
    {
        TrialId = trial.Id,
        State = styleDistance is null ? TrialState.Failed : TrialState.Completed,
        Parameters = trial.Parameters,
        Content = trial.Content,
        Style = trial.Style,
        MoreStyles = trial.MoreStyles,
        Weights = trial.Weights,
        Measures = new TrialMeasures { Yardstick = Yardstick, StyleDistance = styleDistance, Sharpness = 0.25, EvaluationsTo95 = 40 },
        StartedAt = DateTimeOffset.UnixEpoch,
        FinishedAt = DateTimeOffset.UnixEpoch,
        Seconds = 3,
    };

    public static MeasureEffects Of(this SweepEffects effects, EffectMeasure measure) => effects.Measures.Single(found => found.Measure == measure);

    public static MeasureEffects StyleDistance(this SweepEffects effects) => effects.Of(EffectMeasure.StyleDistance);
}
