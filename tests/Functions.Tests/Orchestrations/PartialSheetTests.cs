using NeuralStyle.Functions.Activities;
using NeuralStyle.Functions.Orchestrations;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Functions.Tests.Orchestrations;

/// <summary>The sheet that is drawn while trials run, and how often the status is written.</summary>
public sealed class PartialSheetTests
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task RunAsync_TrialsLand_DrawsThemNoMoreOftenThanTheIntervalAndOneAtATime()
    {
        var sweep = Slow(100, secondsEach: 1);
        var most = 0;
        sweep.Stage.BeforeStep = () => most = Math.Max(most, sweep.Stage.Context.Pending.Count(call => call.Name == nameof(ComposeSheet)));

        var result = await sweep.Stage.PlayAsync(SweepOrchestration.RunAsync);

        Assert.Equal((SweepState.Completed, 100), (result.State, result.Completed));
        var partial = sweep.Sheets.Count(sheet => sheet.IsPartial);
        Assert.InRange(partial, 5, 10);
        Assert.Equal(1, most);
        Assert.False(sweep.Sheets[^1].IsPartial);
        Assert.All(sweep.Sheets.SkipLast(1), sheet => Assert.True(sheet.IsPartial && sheet.Outcomes.Count == 0));
    }

    [Fact]
    public async Task RunAsync_DrawingTakesLong_RestsNineTimesAsLong()
    {
        var sweep = Slow(100, secondsEach: 1);
        sweep.Sheet = request =>
        {
            if (request.IsPartial)
                sweep.Stage.Context.Advance(TimeSpan.FromSeconds(4));
            return new ComposedSheet(["sheet.png"], []);
        };

        await sweep.Stage.PlayAsync(SweepOrchestration.RunAsync);

        // After 10 s, and each 40 s after the end of the one before.
        Assert.Equal(3, sweep.Sheets.Count(sheet => sheet.IsPartial));
    }

    [Fact]
    public async Task RunAsync_DrawingFails_GoesOnAndDrawsTheNext()
    {
        var sweep = Slow(40, secondsEach: 1);
        sweep.Sheet = request => request.IsPartial && sweep.Sheets.Count == 1
            ? throw new InvalidDataException("out of paint")
            : new ComposedSheet(["sheet.png"], []);

        var result = await sweep.Stage.PlayAsync(SweepOrchestration.RunAsync);

        Assert.Equal(SweepState.Completed, result.State);
        Assert.InRange(sweep.Sheets.Count, 3, 5);
    }

    [Fact]
    public async Task RunAsync_PausedAndNothingChanges_DrawsOnce()
    {
        var sweep = Slow(4, secondsEach: 6);
        sweep.Trial = trialId =>
        {
            sweep.Stage.Context.Advance(TimeSpan.FromSeconds(6));
            if (trialId == "1")
                sweep.Ask(SweepRequest.Pause);
            return ControlledSweep.Done(trialId);
        };
        sweep.Stage.BeforeStep = () =>
        {
            if (sweep.Stage.Context.Pending.Count > 0 || sweep.Request == SweepRequest.Run)
                return;
            sweep.Stage.Context.Advance(TimeSpan.FromHours(1));
            sweep.Ask(SweepRequest.Run);
        };

        await sweep.Stage.PlayAsync(SweepOrchestration.RunAsync);

        Assert.InRange(sweep.Sheets.Count(sheet => sheet.IsPartial), 1, 3);
    }

    [Fact]
    public async Task RunAsync_TimerRingsWhileItIsSet_StatusSaysWhatRunsBeforeItEnded()
    {
        var sweep = new ControlledSweep(timersRingAtOnce: true);
        sweep.Stage.Next = calls => calls.FirstOrDefault(call => call.Kind == FakeCallKind.Activity) ?? calls[0];
        List<int> running = [];
        sweep.Trial = trialId =>
        {
            running.Add(sweep.Updates.Count(update => update.Trials.Any(trial => (trial.TrialId, trial.State) == (trialId, TrialState.Running))));
            return ControlledSweep.Done(trialId);
        };

        await sweep.Stage.PlayAsync(SweepOrchestration.RunAsync);

        Assert.Equal([1, 1, 1, 1, 1], running);
    }

    [Fact]
    public async Task RunAsync_SheetIsDrawnAndNothingElseChanges_StatusTellsOfIt()
    {
        var sweep = Slow(2, secondsEach: 1);
        var told = false;
        List<bool> toldBefore = [];
        // The trials wait until the status tells of a sheet.
        sweep.Stage.Next = calls => calls.FirstOrDefault(call => call.Kind == FakeCallKind.Activity) ?? calls[0];
        sweep.Stage.BeforeStep = () =>
        {
            var pending = sweep.Stage.Context.Pending;
            if (!told && pending.All(call => call.Kind != FakeCallKind.Activity) && pending.FirstOrDefault(call => call.Kind == FakeCallKind.Timer) is { } timer)
                sweep.Stage.Context.Fire(timer);
            told = sweep.Updates.Any(update => update.Sheets.Count > 0);
        };
        sweep.Trial = trialId =>
        {
            toldBefore.Add(told);
            return ControlledSweep.Done(trialId);
        };

        await sweep.Stage.PlayAsync(SweepOrchestration.RunAsync);

        Assert.Equal([true, true], toldBefore);
    }

    [Fact]
    public async Task RunAsync_NoInterval_DrawsOnlyTheLast()
    {
        var sweep = new ControlledSweep();
        sweep.Trial = trialId =>
        {
            sweep.Stage.Context.Advance(TimeSpan.FromMinutes(1));
            return ControlledSweep.Done(trialId);
        };

        await sweep.Stage.PlayAsync(SweepOrchestration.RunAsync);

        Assert.False(Assert.Single(sweep.Sheets).IsPartial);
    }

    [Fact]
    public async Task RunAsync_ManyFastTrials_WritesTheStatusAboutOnceASecond()
    {
        var sweep = Slow(200, secondsEach: 0.05);

        await sweep.Stage.PlayAsync(SweepOrchestration.RunAsync);

        // Ten seconds of trials; each trial changes its state twice.
        Assert.InRange(sweep.Updates.Count, 8, 16);
        var states = sweep.Updates.SelectMany(update => update.Trials).GroupBy(trial => trial.TrialId).Select(group => group.Last().State);
        Assert.All(states, state => Assert.Equal(TrialState.Completed, state));
        Assert.InRange(sweep.Stage.Context.Calls.Count(call => call.Kind == FakeCallKind.Timer), 0, 16);
    }

    private static ControlledSweep Slow(int trials, double secondsEach)
    {
        var sweep = new ControlledSweep(
            Interval, new PlannedSweep { TrialIds = [.. Enumerable.Range(0, trials).Select(number => $"{number}")], MaxMinutes = 30 });
        sweep.Trial = trialId =>
        {
            sweep.Stage.Context.Advance(TimeSpan.FromSeconds(secondsEach));
            return ControlledSweep.Done(trialId);
        };
        return sweep;
    }
}
