using System.Globalization;
using System.Text.Json;
using NeuralStyle.Functions.Activities;
using NeuralStyle.Functions.Orchestrations;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Functions.Tests.Orchestrations;

/// <summary>Sweeps whose history grows past its bound: they begin anew, and nothing shows it.</summary>
public sealed class SweepContinuationTests
{
    // Custom status of Durable Functions: 16 KB of UTF-16.
    private const int MostCustomStatus = 8 * 1024;

    [Fact]
    public async Task RunAsync_HistoryPastItsBound_BeginsAnewAndEndsAsOneThatDidNot()
    {
        var (whole, cut) = (Sweep(40, historyLimit: 100_000), Sweep(40, historyLimit: 20));

        foreach (var sweep in (ControlledSweep[])[whole, cut])
        {
            sweep.Trial = trialId =>
            {
                sweep.Stage.Context.Advance(TimeSpan.FromSeconds(3));
                return ControlledSweep.Done(trialId);
            };
        }

        var (expected, result) = (await whole.Stage.PlayAsync(SweepOrchestration.RunAsync), await cut.Stage.PlayAsync(SweepOrchestration.RunAsync));

        Assert.Single(whole.Stage.Contexts);
        Assert.InRange(cut.Stage.Contexts.Count, 3, 10);
        Assert.Equal(expected, result);
        Assert.Equal(whole.Begun, cut.Begun);
        Assert.Equal(whole.Sheets[^1].StartedAt, cut.Sheets[^1].StartedAt);
        Assert.Equal(whole.Sheets[^1].Outcomes, cut.Sheets[^1].Outcomes);
        Assert.Equal(StatusOf(whole), StatusOf(cut));
        Assert.Single(cut.Stage.InputsOf<PlanRequest>(nameof(PlanSweep)));
        // What is told later has the higher number, in the new histories too.
        Assert.Equal(Enumerable.Range(1, cut.Updates.Count), cut.Updates.Select(update => update.Number!.Value));
    }

    /// <summary>Between the bound and the new history, the trials under way end: with two workers two calls each, and what is told of them.</summary>
    [Fact]
    public async Task RunAsync_HistoryPastItsBound_IsNeverMuchLonger()
    {
        var sweep = Sweep(60, historyLimit: 20);

        await sweep.Stage.PlayAsync(SweepOrchestration.RunAsync);

        Assert.All(sweep.Stage.Contexts, context => Assert.InRange(context.Calls.Count, 3, 30));
    }

    [Fact]
    public async Task RunAsync_PausedWhenTheHistoryIsFull_StaysPausedAndGoesOnWhenResumed()
    {
        var sweep = Sweep(12, historyLimit: 8);
        sweep.Trial = trialId =>
        {
            if (trialId == "t5" && sweep.Begun.Count(begun => begun == "t5") == 1)
            {
                sweep.Request = SweepRequest.PauseNow;
                return new TrialOutcome { TrialId = trialId, State = TrialState.Pending };
            }

            return ControlledSweep.Done(trialId);
        };
        // The pause lasts longer than the sweep's minutes, which stand still meanwhile.
        sweep.Stage.BeforeStep = () =>
        {
            if (sweep.Stage.Context.Pending.Count == 0 && sweep.Request == SweepRequest.PauseNow)
            {
                sweep.Stage.Context.Advance(TimeSpan.FromHours(2));
                sweep.Ask(SweepRequest.Run);
            }
        };

        var result = await sweep.Stage.PlayAsync(SweepOrchestration.RunAsync);

        Assert.True(sweep.Stage.Contexts.Count > 2);
        Assert.Equal((SweepState.Completed, 12), (result.State, result.Completed));
        // The one that was given back runs next, and as an orchestration of its own.
        Assert.Equal(2, sweep.Begun.Count(begun => begun == "t5"));
        Assert.Equal(13, sweep.Begun.Count);
        var instances = sweep.Stage.Contexts.SelectMany(context => context.Calls).Select(call => call.InstanceId).OfType<string>().ToList();
        Assert.Equal(13, instances.Distinct().Count());
        Assert.Contains(sweep.Updates, update => update.State == SweepState.Paused);
    }

    [Fact]
    public async Task RunAsync_CancelledWhileTheOldHistoryEnds_IsHeardByTheNewOne()
    {
        var sweep = Sweep(30, historyLimit: 12);
        var begunBefore = 0;
        sweep.Stage.BeforeStep = () =>
        {
            // The last publication of the old history is under way: its answer says nothing yet of what is asked now.
            if (sweep.Stage.Contexts.Count == 1 && sweep.Stage.Context.Calls.Count > 12 && sweep.Request == SweepRequest.Run
                && sweep.Stage.Context.Pending.All(call => call.Kind != FakeCallKind.Child))
            {
                begunBefore = sweep.Begun.Count;
                sweep.Ask(SweepRequest.Cancel);
            }
        };

        var result = await sweep.Stage.PlayAsync(SweepOrchestration.RunAsync);

        Assert.Equal(SweepState.Cancelled, result.State);
        Assert.InRange(begunBefore, 4, 14);
        Assert.Equal(begunBefore, sweep.Begun.Count);
        Assert.Equal(30, sweep.Sheets[^1].Outcomes.Count);
    }

    [Fact]
    public async Task RunAsync_LimitOfWork_CountsWhatEarlierHistoriesUsed()
    {
        var sweep = Sweep(30, historyLimit: 10, planned: planned => planned with { MaxWorkSeconds = 20 });

        var result = await sweep.Stage.PlayAsync(SweepOrchestration.RunAsync);

        Assert.True(sweep.Stage.Contexts.Count > 2);
        // Each takes a second; of the two under way at the limit the second ends too.
        Assert.InRange(sweep.Begun.Count, 20, 21);
        Assert.Equal(SweepState.CompletedWithFailures, result.State);
    }

    [Fact]
    public async Task RunAsync_Search_GoesOnInTheRungWhereItWas()
    {
        var sweep = Sweep(12, historyLimit: 8, planned: planned => planned with { Rungs = 2 });
        sweep.Stage.On(nameof(PromoteTrials), call =>
        {
            var request = JsonSerializer.Deserialize<PromoteRequest>(call.Input!)!;
            Assert.Equal(12, request.Outcomes.Count);
            return new PromotedTrials
            {
                TrialIds = ["T0", "T1", "T2", "T3", "T4", "T5"],
                Dropped = [.. request.Outcomes.Skip(6).Select(outcome => outcome with { State = TrialState.Dropped, Reason = "low" })],
            };
        });

        var result = await sweep.Stage.PlayAsync(SweepOrchestration.RunAsync);

        Assert.True(sweep.Stage.Contexts.Count > 2);
        Assert.Single(sweep.Stage.InputsOf<PromoteRequest>(nameof(PromoteTrials)));
        Assert.Equal(18, sweep.Begun.Distinct().Count());
        Assert.Equal(18, sweep.Begun.Count);
        Assert.Equal((SweepState.Completed, 12), (result.State, result.Completed));
        Assert.Equal(6, sweep.Outcomes.Values.Count(outcome => outcome.State == TrialState.Dropped));
    }

    [Fact]
    public async Task RunAsync_PartialSheets_KeepTheirPaceAcrossHistories()
    {
        var (whole, cut) = (Paced(100_000), Paced(15));

        await whole.Stage.PlayAsync(SweepOrchestration.RunAsync);
        await cut.Stage.PlayAsync(SweepOrchestration.RunAsync);

        Assert.True(cut.Stage.Contexts.Count > 2);
        Assert.InRange(cut.Sheets.Count, 3, whole.Sheets.Count + 1);

        static ControlledSweep Paced(int historyLimit)
        {
            var sweep = Sweep(40, historyLimit, sheetInterval: TimeSpan.FromSeconds(60));
            sweep.Trial = trialId =>
            {
                sweep.Stage.Context.Advance(TimeSpan.FromSeconds(10));
                return ControlledSweep.Done(trialId);
            };
            return sweep;
        }
    }

    [Fact]
    public async Task RunAsync_ThousandsOfTrials_KeepTheCustomStatusSmall()
    {
        var sweep = Sweep(3000, historyLimit: 1000);
        var longest = 0;
        sweep.Stage.BeforeStep = () => longest = Math.Max(longest, sweep.Stage.Context.CustomStatus?.Length ?? 0);

        var result = await sweep.Stage.PlayAsync(SweepOrchestration.RunAsync);

        Assert.Equal(3000, result.Completed);
        Assert.InRange(longest, 20, MostCustomStatus);
        Assert.All(sweep.Stage.Contexts, context => Assert.InRange(context.Calls.Count, 3, 1010));
        var progress = JsonSerializer.Deserialize<SweepProgress>(sweep.Stage.Context.CustomStatus!)!;
        Assert.Equal((3000, 0, 3000, 0), (progress.Planned, progress.Running, progress.Completed, progress.Failed));
    }

    private static ControlledSweep Sweep(
        int trials, int historyLimit, TimeSpan sheetInterval = default, Func<PlannedSweep, PlannedSweep>? planned = null)
    {
        IReadOnlyList<string> ids = [.. Enumerable.Range(0, trials).Select(i => string.Create(CultureInfo.InvariantCulture, $"t{i}"))];
        var plan = new PlannedSweep { TrialIds = ids, MaxMinutes = 60 };
        return new ControlledSweep(sheetInterval, planned is null ? plan : planned(plan), historyLimit: historyLimit);
    }

    private static Dictionary<string, TrialState> StatusOf(ControlledSweep sweep) =>
        sweep.Updates.SelectMany(update => update.Trials).GroupBy(trial => trial.TrialId).ToDictionary(group => group.Key, group => group.Last().State);
}
