using System.Text.Json;
using Microsoft.DurableTask;
using NeuralStyle.Functions.Activities;
using NeuralStyle.Functions.Orchestrations;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Functions.Tests.Orchestrations;

public sealed class SweepOrchestrationTests
{
    private static readonly string[] Ids = ["a", "b", "c", "d", "e"];

    [Fact]
    public async Task RunAsync_AllTrialsComplete_ComposesAndCompletes()
    {
        var stage = Stage();

        var result = await stage.PlayAsync(SweepOrchestration.RunAsync);

        Assert.Equal(new SweepResult("sweep", SweepState.Completed, false, 5, 0, 0), result);
        var composed = Assert.Single(stage.InputsOf<ComposeRequest>(nameof(ComposeSheet)));
        Assert.Equal(Ids, composed.Outcomes.Select(outcome => outcome.TrialId));
        var last = stage.InputsOf<StatusUpdate>(nameof(UpdateStatus))[^1];
        Assert.Equal(SweepState.Completed, last.State);
        Assert.Equal(["sheet.png"], last.Sheets);
    }

    [Fact]
    public async Task RunAsync_Updates_FoldToAStatusInPlannedOrder()
    {
        var stage = Stage();

        await stage.PlayAsync(SweepOrchestration.RunAsync);

        var updates = stage.InputsOf<StatusUpdate>(nameof(UpdateStatus));
        Assert.Equal(Ids, updates[0].Trials.Select(trial => trial.TrialId));
        Assert.All(updates[0].Trials, trial => Assert.Equal(TrialState.Pending, trial.State));
        var states = updates.SelectMany(update => update.Trials).GroupBy(trial => trial.TrialId).ToDictionary(group => group.Key, group => group.Last().State);
        Assert.All(Ids, id => Assert.Equal(TrialState.Completed, states[id]));
    }

    [Fact]
    public async Task RunAsync_ManyTrials_NeverMoreAtOnceThanTheWindow()
    {
        var stage = Stage();
        var most = 0;
        stage.BeforeStep = () => most = Math.Max(most, stage.Context.Pending.Count(call => call.Kind == FakeCallKind.Child));
        // Trials end in another order than they began.
        stage.Next = calls => calls[^1];

        await stage.PlayAsync(SweepOrchestration.RunAsync);

        Assert.Equal(2, most);
    }

    [Fact]
    public async Task RunAsync_SubOrchestrationFails_FailsThatTrialOnly()
    {
        var stage = Stage().On(nameof(TrialOrchestration), call => TrialOf(call) == "c"
            ? throw new InvalidOperationException("the host lost it")
            : Done(TrialOf(call)));

        var result = await stage.PlayAsync(SweepOrchestration.RunAsync);

        Assert.Equal((SweepState.CompletedWithFailures, 4, 1), (result.State, result.Completed, result.Failed));
        var outcome = Assert.Single(stage.InputsOf<ComposeRequest>(nameof(ComposeSheet))[0].Outcomes, one => one.State == TrialState.Failed);
        Assert.Equal(("c", "the host lost it"), (outcome.TrialId, outcome.Reason));
    }

    [Fact]
    public async Task RunAsync_TimeUsedUp_BeginsNoMoreAndSaysSoInTheRest()
    {
        var stage = Stage();
        var ran = new List<string>();
        stage.Next = calls => calls.FirstOrDefault(call => call.Kind == FakeCallKind.Activity) ?? calls[0];
        stage.On(nameof(TrialOrchestration), call =>
        {
            ran.Add(TrialOf(call));
            stage.Context.Advance(TimeSpan.FromMinutes(20));
            return Done(TrialOf(call));
        });
        stage.On(nameof(FindFinished), _ => new FinishedAnswer([Done("e") with { Reused = true }]));

        var result = await stage.PlayAsync(SweepOrchestration.RunAsync);

        Assert.Equal(["a", "b", "c"], ran);
        Assert.Equal((SweepState.CompletedWithFailures, 4, 1, 1), (result.State, result.Completed, result.Failed, result.Reused));
        var outcomes = stage.InputsOf<ComposeRequest>(nameof(ComposeSheet))[0].Outcomes;
        Assert.Contains("limit of 30 minutes", outcomes[3].Reason, StringComparison.Ordinal);
        Assert.Equal(Done("e") with { Reused = true }, outcomes[4]);
    }

    [Fact]
    public async Task RunAsync_EveryTrialFails_StillComposes()
    {
        var stage = Stage().On(nameof(TrialOrchestration), call => Done(TrialOf(call)) with { State = TrialState.Failed, Reason = "no" });

        var result = await stage.PlayAsync(SweepOrchestration.RunAsync);

        Assert.Equal((SweepState.CompletedWithFailures, 0, 5), (result.State, result.Completed, result.Failed));
        Assert.Single(stage.InputsOf<ComposeRequest>(nameof(ComposeSheet)));
    }

    [Fact]
    public async Task RunAsync_SheetFindsAnotherRecord_CountsItAsFailed()
    {
        var stage = Stage().On(nameof(ComposeSheet), _ =>
            new ComposedSheet(["sheet.png"], [Done("b") with { State = TrialState.Failed, Reason = "not as planned" }]));

        var result = await stage.PlayAsync(SweepOrchestration.RunAsync);

        Assert.Equal((SweepState.CompletedWithFailures, 4, 1), (result.State, result.Completed, result.Failed));
        var last = stage.InputsOf<StatusUpdate>(nameof(UpdateStatus))[^1];
        Assert.Equal([new TrialStatus("b", TrialState.Failed, "not as planned", false, 1)], last.Trials);
    }

    [Fact]
    public async Task RunAsync_PlanHasProblems_IsRejectedAndRunsNothing()
    {
        var stage = Stage().On(nameof(PlanSweep), _ => new PlannedSweep { Problems = ["one", "two"] });

        var result = await stage.PlayAsync(SweepOrchestration.RunAsync);

        Assert.Equal(SweepState.Rejected, result.State);
        var update = Assert.Single(stage.InputsOf<StatusUpdate>(nameof(UpdateStatus)));
        Assert.Equal((SweepState.Rejected, 2), (update.State, update.Problems.Count));
        Assert.DoesNotContain(stage.Context.Calls, call => call.Kind == FakeCallKind.Child);
    }

    [Fact]
    public async Task RunAsync_NewerManifestTookItsPlace_StopsWithoutASheet()
    {
        var stage = Stage();
        var updates = 0;
        stage.On(nameof(UpdateStatus), _ => new StatusAnswer(++updates < 2, SweepRequest.Run));

        var result = await stage.PlayAsync(SweepOrchestration.RunAsync);

        Assert.True(result.Superseded);
        Assert.DoesNotContain(stage.Context.Calls, call => call.Name == nameof(ComposeSheet));
    }

    [Fact]
    public async Task RunAsync_ComposingFails_SaysSoInTheStatusAndFails()
    {
        var stage = Stage().On(nameof(ComposeSheet), _ => throw new InvalidDataException("no plan"));

        await Assert.ThrowsAsync<TaskFailedException>(() => stage.PlayAsync(SweepOrchestration.RunAsync));

        var last = stage.InputsOf<StatusUpdate>(nameof(UpdateStatus))[^1];
        Assert.Equal(SweepState.Failed, last.State);
        Assert.Equal(["no plan"], last.Problems);
    }

    [Fact]
    public async Task RunAsync_WhatFailsTheSweepFailsItsStatusToo_FailsWithTheFirstReason()
    {
        var stage = Stage().On(nameof(ComposeSheet), _ => throw new InvalidDataException("no plan"));
        stage.On(nameof(UpdateStatus), call => JsonSerializer.Deserialize<StatusUpdate>(call.Input!)!.State == SweepState.Failed
            ? throw new InvalidOperationException("403")
            : new StatusAnswer(true, SweepRequest.Run));

        var failed = await Assert.ThrowsAsync<TaskFailedException>(() => stage.PlayAsync(SweepOrchestration.RunAsync));

        Assert.Equal("no plan", failed.FailureDetails.ErrorMessage);
    }

    [Fact]
    public async Task RunAsync_StoreAwayWhilePlanning_PlansAgain()
    {
        var stage = Stage();
        var attempts = 0;
        stage.On(nameof(PlanSweep), _ => ++attempts < 4 ? throw new StoreUnavailableException("away") : Planned());

        Assert.Equal(SweepState.Completed, (await stage.PlayAsync(SweepOrchestration.RunAsync)).State);

        Assert.Equal(4, attempts);
    }

    private static PlannedSweep Planned() => new() { TrialIds = Ids, MaxMinutes = 30 };

    private static TrialOutcome Done(string trialId) => new() { TrialId = trialId, State = TrialState.Completed, Seconds = 1 };

    private static string TrialOf(FakeCall call) => JsonSerializer.Deserialize<TrialInput>(call.Input!)!.TrialId;

    private static FakeStage Stage()
    {
        var input = new SweepInput
        {
            Sweep = "sweep",
            ManifestName = "sweep.yaml",
            ManifestETag = "e",
            Dispatch = new() { Window = 2, Dispatch = TrialDispatch.Queue, TrialTimeout = TimeSpan.FromHours(1), MaxEnqueues = 3, HistoryLimit = 1000 },
        };
        return new FakeStage(input)
            .On(nameof(PlanSweep), _ => Planned())
            .On(nameof(UpdateStatus), _ => new StatusAnswer(true, SweepRequest.Run))
            .On(nameof(FindFinished), _ => new FinishedAnswer([]))
            .On(nameof(TrialOrchestration), call => Done(TrialOf(call)))
            .On(nameof(ComposeSheet), _ => new ComposedSheet(["sheet.png"], []));
    }
}
