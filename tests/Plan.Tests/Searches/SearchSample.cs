using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Searches;
using NeuralStyle.Plan.Sweeps;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Plan.Tests.Searches;

/// <summary>Searches of a few settings, and records of their trials.</summary>
internal static class SearchSample
{
    public const string Lines = """
        axes: {styleWeight: [1, 10, 100, 1000, 1e4, 1e5]}
        search: {method: halving, rungs: [64, 128, 256], keep: 1/3}
        """;

    public static SweepPlan Plan(string lines = Lines) => Sample.Plan(Sample.With(lines));

    /// <summary>A trial that completed, with what it is judged by.</summary>
    public static TrialRecord Record(Trial trial, double improvement, double? content = 1, double? style = 1, double firstLoss = 100) => new()
    {
        TrialId = trial.Id,
        State = TrialState.Completed,
        Parameters = trial.Parameters,
        Content = trial.Content,
        Style = trial.Style,
        Weights = trial.Weights,
        Evaluations =
        [
            new EvaluationRecord(1, firstLoss, 0, firstLoss, 0, 0),
            new EvaluationRecord(2, firstLoss * (1 - (improvement / 100)), 0, firstLoss * (1 - (improvement / 100)), 0, 1) { Improvement = improvement },
        ],
        Measures = new TrialMeasures { Yardstick = "vgg19-mini/1", ContentDistance = content, StyleDistance = style },
        StartedAt = DateTimeOffset.UnixEpoch,
        FinishedAt = DateTimeOffset.UnixEpoch,
        Seconds = 1,
    };

    /// <summary>A rung whose trials completed, the first of the plan's cells the best.</summary>
    public static RungPromotion Promote(SweepPlan plan, int rung, params int[] failed)
    {
        var trials = plan.UpTo(rung).TrialsAt(rung);
        return RungPromotion.Of(plan, rung, trials.Index().Where(trial => !failed.Contains(trial.Index))
            .ToDictionary(trial => trial.Item.Id, trial => Record(trial.Item, improvement: 90 - trial.Index)));
    }
}
