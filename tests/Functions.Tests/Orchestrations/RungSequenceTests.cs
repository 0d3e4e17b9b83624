using System.Text.Json;
using NeuralStyle.Functions.Activities;
using NeuralStyle.Functions.Orchestrations;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Functions.Tests.Orchestrations;

/// <summary>A search of three rungs: a to e, of which a and b go up as A and B, of which A goes up as 1. Each is played twice, the second time from the history.</summary>
public sealed class RungSequenceTests
{
    private static readonly Dictionary<string, string> Above = new() { ["a"] = "A", ["b"] = "B", ["A"] = "1" };

    private readonly List<PromoteRequest> _promotions = [];

    [Fact]
    public async Task RunAsync_ThreeRungs_RunsOneAfterTheOtherAndComposesAllOfThem()
    {
        var sweep = Search();

        var result = await sweep.Stage.PlayAsync(SweepOrchestration.RunAsync);

        Assert.Equal(["a", "b", "c", "d", "e", "A", "B", "1"], sweep.Begun);
        Assert.Equal([0, 1], _promotions.Select(request => request.Rung));
        Assert.Equal(["A", "B"], _promotions[1].Outcomes.Select(outcome => outcome.TrialId));
        Assert.Equal((SweepState.Completed, 4, 0), (result.State, result.Completed, result.Failed));
        Assert.Equal(["a", "b", "c", "d", "e", "A", "B", "1"], sweep.Sheets[^1].Outcomes.Select(outcome => outcome.TrialId));
        Assert.Equal(["c", "d", "e", "B"], sweep.Outcomes.Values.Where(outcome => outcome.State == TrialState.Dropped).Select(outcome => outcome.TrialId));
        Assert.Equal("place 3", sweep.Outcomes["c"].Reason);
    }

    [Fact]
    public async Task RunAsync_Updates_FoldToAStatusWithTheTrialsOfAllRungs()
    {
        var sweep = Search();

        await sweep.Stage.PlayAsync(SweepOrchestration.RunAsync);

        var lines = sweep.Updates.SelectMany(update => update.Trials).GroupBy(trial => trial.TrialId).ToDictionary(group => group.Key, group => group.Last());
        Assert.Equal(["a", "b", "c", "d", "e", "A", "B", "1"], lines.Keys);
        Assert.Equal((TrialState.Dropped, "place 4", 1.0), (lines["d"].State, lines["d"].Reason, lines["d"].Seconds));
        Assert.Equal(TrialState.Completed, lines["1"].State);
    }

    [Fact]
    public async Task RunAsync_CancelledInASecondRung_JudgesItNoMoreAndKeepsWhatIsDone()
    {
        var sweep = Search();
        sweep.Trial = trialId =>
        {
            if (trialId != "A")
                return trialId == "B" ? Cancelled(trialId) : ControlledSweep.Done(trialId);
            sweep.Ask(SweepRequest.Cancel);
            return ControlledSweep.Done(trialId);
        };

        var result = await sweep.Stage.PlayAsync(SweepOrchestration.RunAsync);

        Assert.Equal(SweepState.Cancelled, result.State);
        Assert.Equal([0], _promotions.Select(request => request.Rung));
        Assert.Equal((TrialState.Completed, TrialState.Cancelled), (sweep.Outcomes["A"].State, sweep.Outcomes["B"].State));
        Assert.Equal(TrialState.Dropped, sweep.Outcomes["c"].State);
    }

    [Fact]
    public async Task RunAsync_PausedInASecondRung_GoesOnThereWhenResumed()
    {
        var sweep = Search();
        sweep.Trial = trialId =>
        {
            if (trialId == "A" && sweep.Begun.Count(begun => begun == "A") == 1)
            {
                sweep.Request = SweepRequest.PauseNow;
                return new TrialOutcome { TrialId = trialId, State = TrialState.Pending };
            }

            return ControlledSweep.Done(trialId);
        };
        sweep.Stage.BeforeStep = () =>
        {
            if (sweep.Stage.Context.Pending.Count == 0 && sweep.Request == SweepRequest.PauseNow)
                sweep.Ask(SweepRequest.Run);
        };

        var result = await sweep.Stage.PlayAsync(SweepOrchestration.RunAsync);

        Assert.Equal(["a", "b", "c", "d", "e", "A", "B", "A", "1"], sweep.Begun);
        Assert.Contains(sweep.Updates, update => update.State == SweepState.Paused);
        Assert.Equal((SweepState.Completed, 4), (result.State, result.Completed));
    }

    [Fact]
    public async Task RunAsync_TimeUsedUpInTheFirstRung_JudgesNothingSinceSomeNeverRan()
    {
        var sweep = Search();
        sweep.Trial = trialId =>
        {
            sweep.Stage.Context.Advance(TimeSpan.FromMinutes(20));
            return ControlledSweep.Done(trialId);
        };

        var result = await sweep.Stage.PlayAsync(SweepOrchestration.RunAsync);

        Assert.Empty(_promotions);
        Assert.Equal((SweepState.CompletedWithFailures, TrialState.Completed), (result.State, sweep.Outcomes["a"].State));
        Assert.Contains("limit of 30 minutes", sweep.Outcomes["e"].Reason, StringComparison.Ordinal);
    }

    /// <summary>The minutes are those of the sweep, not of each rung.</summary>
    [Fact]
    public async Task RunAsync_TimeUsedUpByTheFirstRung_BeginsNoTrialOfTheSecond()
    {
        var sweep = Search();
        sweep.Trial = trialId =>
        {
            sweep.Stage.Context.Advance(trialId == "e" ? TimeSpan.FromMinutes(31) : TimeSpan.Zero);
            return ControlledSweep.Done(trialId);
        };

        await sweep.Stage.PlayAsync(SweepOrchestration.RunAsync);

        Assert.Equal(["a", "b", "c", "d", "e"], sweep.Begun);
        Assert.Contains("limit of 30 minutes", sweep.Outcomes["A"].Reason, StringComparison.Ordinal);
        Assert.Equal([0], _promotions.Select(request => request.Rung));
    }

    [Fact]
    public async Task RunAsync_EverythingFailsInASecondRung_EndsCleanly()
    {
        var sweep = Search();
        sweep.Trial = trialId => trialId is "A" or "B" ? ControlledSweep.Done(trialId) with { State = TrialState.Failed, Reason = "no" } : ControlledSweep.Done(trialId);

        var result = await sweep.Stage.PlayAsync(SweepOrchestration.RunAsync);

        Assert.Equal((SweepState.CompletedWithFailures, 2, 2), (result.State, result.Completed, result.Failed));
        Assert.DoesNotContain("1", sweep.Begun);
        Assert.Equal("no", sweep.Outcomes["A"].Reason);
    }

    [Fact]
    public async Task RunAsync_NewerManifestWhileARungIsJudged_StopsWithoutASheet()
    {
        var sweep = Search();
        sweep.Stage.On(nameof(PromoteTrials), _ => new PromotedTrials { Superseded = true });

        var result = await sweep.Stage.PlayAsync(SweepOrchestration.RunAsync);

        Assert.True(result.Superseded);
        Assert.Empty(sweep.Sheets);
    }

    [Fact]
    public async Task RunAsync_TrialsOfTheSecondRungEndedBefore_AreNotBegunAgain()
    {
        var sweep = Search(settled: [ControlledSweep.Done("A") with { Reused = true }]);

        var result = await sweep.Stage.PlayAsync(SweepOrchestration.RunAsync);

        Assert.Equal(["a", "b", "c", "d", "e", "B", "1"], sweep.Begun);
        Assert.Equal(1, result.Reused);
    }

    private ControlledSweep Search(params TrialOutcome[] settled)
    {
        var sweep = new ControlledSweep(planned: new PlannedSweep { TrialIds = ControlledSweep.Ids, MaxMinutes = 30, Rungs = 3 });
        sweep.Stage.On(nameof(PromoteTrials), call =>
        {
            var request = JsonSerializer.Deserialize<PromoteRequest>(call.Input!)!;
            _promotions.Add(request);
            var completed = request.Outcomes.Where(outcome => outcome.State == TrialState.Completed).ToList();
            var up = completed.Where(outcome => Above.ContainsKey(outcome.TrialId)).ToList();
            return new PromotedTrials
            {
                TrialIds = [.. up.Select(outcome => Above[outcome.TrialId])],
                Settled = [.. settled.Where(outcome => up.Any(below => Above[below.TrialId] == outcome.TrialId))],
                Dropped = [.. completed.Index().Where(outcome => !up.Contains(outcome.Item))
                    .Select(outcome => outcome.Item with { State = TrialState.Dropped, Reason = FormattableString.Invariant($"place {outcome.Index + 1}") })],
            };
        });
        return sweep;
    }

    private static TrialOutcome Cancelled(string trialId) => new() { TrialId = trialId, State = TrialState.Cancelled, Reason = TrialReasons.Cancelled };
}
