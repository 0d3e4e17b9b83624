using NeuralStyle.Functions.Orchestrations;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Functions.Tests.Orchestrations;

/// <summary>Cancel, pause and resume, as the orchestration hears of them.</summary>
public sealed class SweepControlTests
{
    [Fact]
    public async Task RunAsync_CancelledBeforeItBegan_RunsNothingAndComposes()
    {
        var sweep = new ControlledSweep { Request = SweepRequest.Cancel };

        var result = await sweep.Stage.PlayAsync(SweepOrchestration.RunAsync);

        Assert.Equal(SweepState.Cancelled, result.State);
        Assert.Empty(sweep.Begun);
        Assert.All(sweep.Outcomes.Values, outcome => Assert.Equal((TrialState.Cancelled, TrialReasons.Cancelled), (outcome.State, outcome.Reason)));
        Assert.Equal(SweepState.Cancelled, sweep.Updates[^1].State);
    }

    [Fact]
    public async Task RunAsync_CancelledWhileTrialsRun_KeepsWhatIsDoneAndBeginsNoMore()
    {
        var sweep = new ControlledSweep();
        sweep.Trial = trialId =>
        {
            if (trialId == "c")
                sweep.Ask(SweepRequest.Cancel);
            return trialId is "c" or "d" ? Cancelled(trialId) : ControlledSweep.Done(trialId);
        };

        var result = await sweep.Stage.PlayAsync(SweepOrchestration.RunAsync);

        Assert.Equal((SweepState.Cancelled, 2, 0), (result.State, result.Completed, result.Failed));
        Assert.DoesNotContain("e", sweep.Begun);
        Assert.Equal(
            [TrialState.Completed, TrialState.Completed, TrialState.Cancelled, TrialState.Cancelled, TrialState.Cancelled],
            ControlledSweep.Ids.Select(trialId => sweep.Outcomes[trialId].State));
    }

    [Fact]
    public async Task RunAsync_WorkerHearsOfTheCancellationFirst_LooksAndBeginsNoMore()
    {
        // No event comes: the message that wakes the sweep is late.
        var sweep = new ControlledSweep();
        sweep.Trial = trialId =>
        {
            sweep.Request = SweepRequest.Cancel;
            return Cancelled(trialId);
        };

        var result = await sweep.Stage.PlayAsync(SweepOrchestration.RunAsync);

        Assert.Equal(SweepState.Cancelled, result.State);
        Assert.Equal(["a", "b"], sweep.Begun);
    }

    [Fact]
    public async Task RunAsync_Paused_BeginsNothingUntilItIsResumed()
    {
        var sweep = new ControlledSweep { Request = SweepRequest.Pause };
        var begunWhilePaused = -1;
        sweep.Stage.BeforeStep = () =>
        {
            if (sweep.Stage.Context.Pending.Count > 0 || sweep.Request == SweepRequest.Run)
                return;
            begunWhilePaused = sweep.Begun.Count;
            sweep.Stage.Context.Advance(TimeSpan.FromHours(5));
            sweep.Ask(SweepRequest.Run);
        };

        var result = await sweep.Stage.PlayAsync(SweepOrchestration.RunAsync);

        Assert.Equal(0, begunWhilePaused);
        Assert.Equal(
            [SweepState.Running, SweepState.Paused, SweepState.Paused, SweepState.Running], sweep.Updates.Take(4).Select(update => update.State));
        // The limit of 30 minutes is no less for the hours of the pause.
        Assert.Equal((SweepState.Completed, 5), (result.State, result.Completed));
    }

    [Fact]
    public async Task RunAsync_PausedWhileTrialsRun_TakesThoseToTheirEnd()
    {
        var sweep = new ControlledSweep();
        sweep.Trial = trialId =>
        {
            if (trialId == "a")
                sweep.Ask(SweepRequest.Pause);
            return ControlledSweep.Done(trialId);
        };
        var before = new List<string>();
        sweep.Stage.BeforeStep = () =>
        {
            if (sweep.Stage.Context.Pending.Count > 0 || sweep.Request != SweepRequest.Pause)
                return;
            before.AddRange(sweep.Begun);
            sweep.Ask(SweepRequest.Run);
        };

        var result = await sweep.Stage.PlayAsync(SweepOrchestration.RunAsync);

        Assert.Equal(["a", "b"], before);
        Assert.Equal(["a", "b", "c", "d", "e"], sweep.Begun);
        Assert.Equal(SweepState.Completed, result.State);
    }

    [Fact]
    public async Task RunAsync_TrialGivenBackBecauseOfAPause_RunsAgainFirstWhenResumed()
    {
        var sweep = new ControlledSweep();
        sweep.Trial = trialId =>
        {
            if (sweep.Begun.Count > 1)
                return ControlledSweep.Done(trialId);
            sweep.Request = SweepRequest.PauseNow;
            return new TrialOutcome { TrialId = trialId, State = TrialState.Pending };
        };
        sweep.Stage.BeforeStep = () =>
        {
            if (sweep.Stage.Context.Pending.Count == 0 && sweep.Request == SweepRequest.PauseNow)
                sweep.Ask(SweepRequest.Run);
        };

        var result = await sweep.Stage.PlayAsync(SweepOrchestration.RunAsync);

        Assert.Equal(["a", "b", "a", "c", "d", "e"], sweep.Begun);
        Assert.Equal((SweepState.Completed, 5), (result.State, result.Completed));
    }

    [Fact]
    public async Task RunAsync_CancelledWhilePaused_Ends()
    {
        var sweep = new ControlledSweep { Request = SweepRequest.Pause };
        sweep.Stage.BeforeStep = () =>
        {
            if (sweep.Stage.Context.Pending.Count == 0 && sweep.Request == SweepRequest.Pause)
                sweep.Ask(SweepRequest.Cancel);
        };

        Assert.Equal(SweepState.Cancelled, (await sweep.Stage.PlayAsync(SweepOrchestration.RunAsync)).State);
        Assert.Empty(sweep.Begun);
    }

    [Fact]
    public async Task RunAsync_CostsWhatItMay_BeginsNoMore()
    {
        var planned = new PlannedSweep { TrialIds = ControlledSweep.Ids, MaxMinutes = 30, MaxWorkSeconds = 2.5, Cuts = true };
        var sweep = new ControlledSweep(planned: planned);

        var result = await sweep.Stage.PlayAsync(SweepOrchestration.RunAsync);

        // Three seconds are spent when the third ends, and by then the fourth was begun.
        Assert.Equal(["a", "b", "c", "d"], sweep.Begun);
        Assert.Equal((SweepState.Completed, 4, 0), (result.State, result.Completed, result.Failed));
        Assert.Equal(TrialState.Pending, sweep.Outcomes["e"].State);
        Assert.Contains("limits.maxCost", sweep.Outcomes["e"].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_SettledBefore_IsNotBegun()
    {
        var reused = ControlledSweep.Done("b") with { Reused = true };
        var cut = new TrialOutcome { TrialId = "d", State = TrialState.Pending, Reason = "cut" };
        var sweep = new ControlledSweep(planned: new PlannedSweep { TrialIds = ControlledSweep.Ids, MaxMinutes = 30, Settled = [reused, cut] });

        var result = await sweep.Stage.PlayAsync(SweepOrchestration.RunAsync);

        Assert.Equal(["a", "c", "e"], sweep.Begun);
        Assert.Equal((SweepState.Completed, 4, 1), (result.State, result.Completed, result.Reused));
        Assert.Equal((reused, cut), (sweep.Outcomes["b"], sweep.Outcomes["d"]));
        Assert.True(sweep.Updates[0].Trials.Single(trial => trial.TrialId == "b").Reused);
    }

    private static TrialOutcome Cancelled(string trialId) =>
        new() { TrialId = trialId, State = TrialState.Cancelled, Reason = TrialReasons.Cancelled };
}
