using NeuralStyle.Cli.Progress;
using NeuralStyle.Cli.Tests.Planning;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Searches;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Cli.Tests.Progress;

/// <summary>How a search is shown while it runs.</summary>
public class SearchViewTests
{
    [Fact]
    public void Of_SecondRung_NamesTheTrialsOfBothAndTheRung()
    {
        var plan = SamplePlan.Of("axes: {styleWeight: [1, 2, 3]}\nsearch: {method: halving, rungs: [64, 128, 256], keep: 1/3}");
        var further = Promoted(plan);
        var promoted = further.TrialsAt(1).Single();
        var events = new SweepEvents();

        var first = events.Since(View(plan, TrialState.Running)).ToList();
        var second = events.Since(View(further, TrialState.Completed)).ToList();

        Assert.Equal("styleWeight 1 at 64 px", View(further, TrialState.Completed).LabelOf(plan.Trials[0].Id));
        Assert.Equal("styleWeight 1 at 128 px", View(further, TrialState.Completed).LabelOf(promoted.Id));
        Assert.Equal("rung 2 of 3 (128 px)", View(further, TrialState.Completed).Rung);
        Assert.Contains(first, news => (news.Event, news.Text) == ("rung", "rung 1 of 3 (64 px), 3 trials"));
        Assert.Contains(second, news => (news.Event, news.Text) == ("rung", "rung 2 of 3 (128 px), 1 trial"));
        Assert.DoesNotContain(events.Since(View(further, TrialState.Completed)), news => news.Event == "rung");
    }

    private static SweepPlan Promoted(SweepPlan plan)
    {
        var best = plan.Trials[0];
        var record = new TrialRecord
        {
            TrialId = best.Id,
            State = TrialState.Completed,
            Parameters = best.Parameters,
            Content = best.Content,
            Style = best.Style,
            Weights = best.Weights,
            StartedAt = DateTimeOffset.UnixEpoch,
            FinishedAt = DateTimeOffset.UnixEpoch,
            Seconds = 1,
        };
        return RungPromotion.Of(plan, 0, new Dictionary<string, TrialRecord> { [best.Id] = record }).Plan;
    }

    private static SweepView View(SweepPlan plan, TrialState state) => new(
        new SweepStatus
        {
            Sweep = "sample",
            InstanceId = "sample-1",
            ManifestETag = "1",
            State = SweepState.Running,
            Trials = [.. plan.Trials.Select(trial => new TrialStatus(trial.Id, state))],
            StartedAt = DateTimeOffset.UnixEpoch,
            UpdatedAt = DateTimeOffset.UnixEpoch,
        },
        plan,
        []);
}
