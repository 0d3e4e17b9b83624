using NeuralStyle.Functions.Activities;
using NeuralStyle.Functions.Orchestrations;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Functions.Workers;
using NeuralStyle.Plan.Records;

namespace NeuralStyle.Functions.Tests.Orchestrations;

public sealed class TrialOrchestrationTests
{
    private const string TrialId = "0123456789abcdef";

    private static readonly TrialOutcome Done = new() { TrialId = TrialId, State = TrialState.Completed, Seconds = 3 };

    [Fact]
    public async Task RunAsync_Begun_AsksNobodyBeforeTheQueue()
    {
        // Planning looked already, and the worker looks again: each look is a message and a reading more for every trial.
        var stage = Stage();
        stage.On(nameof(EnqueueTrial), _ => null);
        stage.BeforeStep = () => RaiseWhenWaiting(stage, Done);

        await stage.PlayAsync(TrialOrchestration.RunAsync);

        Assert.DoesNotContain(stage.Context.Calls, call => call.Name == nameof(ProbeTrial));
    }

    [Fact]
    public async Task RunAsync_EventComes_GivesItsOutcome()
    {
        var stage = Stage();
        stage.On(nameof(EnqueueTrial), _ => null);
        stage.BeforeStep = () => RaiseWhenWaiting(stage, Done);

        Assert.Equal(Done, await stage.PlayAsync(TrialOrchestration.RunAsync));

        var request = Assert.Single(stage.InputsOf<TrialRequest>(nameof(EnqueueTrial)));
        Assert.Equal(new TrialRequest("sweep", TrialId, "sweep-1") { AskedAt = new DateTimeOffset(FakeStage.Begin, TimeSpan.Zero) }, request);
    }

    [Fact]
    public async Task RunAsync_EventBeforeTheWait_IsNotLost()
    {
        var stage = Stage();
        stage.On(nameof(EnqueueTrial), _ =>
        {
            stage.Context.Raise(TrialOrchestration.FinishedEvent, Done);
            return null;
        });

        Assert.Equal(Done, await stage.PlayAsync(TrialOrchestration.RunAsync));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task RunAsync_EventWhileItIsLookedFor_IsNotLost(bool isRunning)
    {
        // Two rounds before: were each to leave a wait behind that was given up, it would take the event.
        var stage = Stage().On(nameof(EnqueueTrial), _ => null);
        var probes = 0;
        stage.On(nameof(ProbeTrial), _ =>
        {
            if (++probes == 3)
                stage.Context.Raise(TrialOrchestration.FinishedEvent, Done);
            return probes switch
            {
                < 3 => new TrialProbe(null, IsRunning: true),
                3 => new TrialProbe(null, isRunning),
                _ => new TrialProbe(Done with { Reason = "found later" }, IsRunning: false),
            };
        });

        Assert.Equal(Done, await stage.PlayAsync(TrialOrchestration.RunAsync));

        Assert.Equal(TimeSpan.FromMinutes(30), stage.Context.CurrentUtcDateTime - FakeStage.Begin);
        Assert.Equal(3, probes);
        Assert.Single(stage.InputsOf<TrialRequest>(nameof(EnqueueTrial)));
        // What it leaves behind would ring in a history that has ended.
        Assert.Empty(stage.Context.Pending);
    }

    [Fact]
    public async Task RunAsync_TimeOut_EnqueuesAgain()
    {
        var stage = Stage();
        stage.On(nameof(EnqueueTrial), _ => null);
        stage.BeforeStep = () =>
        {
            if (stage.InputsOf<TrialRequest>(nameof(EnqueueTrial)).Count == 2)
                RaiseWhenWaiting(stage, Done);
        };

        Assert.Equal(Done, await stage.PlayAsync(TrialOrchestration.RunAsync));

        Assert.Equal(2, stage.InputsOf<TrialRequest>(nameof(EnqueueTrial)).Count);
    }

    [Fact]
    public async Task RunAsync_EventLostButRecordThere_TakesTheRecord()
    {
        var stage = Stage().On(nameof(EnqueueTrial), _ => null);
        var probes = 0;
        stage.On(nameof(ProbeTrial), _ => new TrialProbe(++probes == 1 ? Done : null, false));

        Assert.Equal(Done, await stage.PlayAsync(TrialOrchestration.RunAsync));

        Assert.Single(stage.InputsOf<TrialRequest>(nameof(EnqueueTrial)));
    }

    [Fact]
    public async Task RunAsync_TrialStillRuns_WaitsOnWithoutEnqueueing()
    {
        var stage = Stage().On(nameof(EnqueueTrial), _ => null);
        var probes = 0;
        stage.On(nameof(ProbeTrial), _ => ++probes switch
        {
            < 10 => new TrialProbe(null, true),
            _ => new TrialProbe(Done, false),
        });

        Assert.Equal(Done, await stage.PlayAsync(TrialOrchestration.RunAsync));

        Assert.Single(stage.InputsOf<TrialRequest>(nameof(EnqueueTrial)));
    }

    [Fact]
    public async Task RunAsync_StandsInLineLongerThanAllEnqueuesWouldWait_WaitsOnWithoutEnqueueing()
    {
        var stage = Stage().On(nameof(EnqueueTrial), _ => null);
        var probes = 0;
        stage.On(nameof(ProbeTrial), _ => ++probes < 10 ? new TrialProbe(null, false, IsInLine: true) : new TrialProbe(Done, false));

        Assert.Equal(Done, await stage.PlayAsync(TrialOrchestration.RunAsync));

        Assert.Single(stage.InputsOf<TrialRequest>(nameof(EnqueueTrial)));
        Assert.Equal(10, probes);
    }

    [Fact]
    public async Task RunAsync_LostThenInLine_IsLookedForByWhenItWasQueuedLast()
    {
        var stage = Stage().On(nameof(EnqueueTrial), _ => null);
        var probes = 0;
        stage.On(nameof(ProbeTrial), _ => ++probes switch
        {
            1 => new TrialProbe(null, false),
            2 => new TrialProbe(null, false, IsInLine: true),
            _ => new TrialProbe(Done, false),
        });

        await stage.PlayAsync(TrialOrchestration.RunAsync);

        var began = new DateTimeOffset(2026, 11, 21, 8, 0, 0, TimeSpan.Zero);
        Assert.Equal(
            [began, began.AddMinutes(10), began.AddMinutes(10)],
            stage.InputsOf<TrialRequest>(nameof(ProbeTrial)).Select(request => request.QueuedBy!.Value));
    }

    [Fact]
    public async Task RunAsync_NobodyAnswers_FailsAfterTheLastEnqueue()
    {
        var stage = Stage().On(nameof(EnqueueTrial), _ => null);

        var outcome = await stage.PlayAsync(TrialOrchestration.RunAsync);

        Assert.Equal(TrialState.Failed, outcome.State);
        Assert.Contains("queued 3 times", outcome.Reason, StringComparison.Ordinal);
        Assert.Equal(3, stage.InputsOf<TrialRequest>(nameof(EnqueueTrial)).Count);
    }

    [Fact]
    public async Task RunAsync_PoisonOutcome_IsTheOutcome()
    {
        var failed = new TrialOutcome { TrialId = TrialId, State = TrialState.Failed, Reason = "given up" };
        var stage = Stage();
        stage.On(nameof(EnqueueTrial), _ => null);
        stage.BeforeStep = () => RaiseWhenWaiting(stage, failed);

        Assert.Equal(failed, await stage.PlayAsync(TrialOrchestration.RunAsync));
    }

    [Fact]
    public async Task RunAsync_StoreAwayForAWhile_TriesAgainLater()
    {
        var stage = Stage(TrialDispatch.Activity);
        var attempts = 0;
        stage.On(nameof(RunTrialActivity), _ => ++attempts < 3 ? throw new StoreUnavailableException("away") : Done);

        Assert.Equal(Done, await stage.PlayAsync(TrialOrchestration.RunAsync));

        Assert.Equal(3, attempts);
        Assert.Equal(TimeSpan.FromSeconds(15), stage.Context.CurrentUtcDateTime - new DateTime(2026, 11, 21, 8, 0, 0, DateTimeKind.Utc));
    }

    [Fact]
    public async Task RunAsync_ItsProcessLostTheDeviceOrWasToldToStop_GoesOnInTheNext()
    {
        var stage = Stage(TrialDispatch.Activity);
        var attempts = 0;
        stage.On(nameof(RunTrialActivity), _ => ++attempts switch
        {
            1 => throw new WorkerFaultException(new WorkerFault(WorkerFaultKind.DeviceBroken, "an illegal memory access")),
            2 => throw new TaskCanceledException("the host stops"),
            _ => Done,
        });

        Assert.Equal(Done, await stage.PlayAsync(TrialOrchestration.RunAsync));
    }

    [Fact]
    public async Task RunAsync_DeviceIsLostInEachProcess_FailsWithTheReason()
    {
        var stage = Stage(TrialDispatch.Activity);
        var attempts = 0;
        stage.On(nameof(RunTrialActivity), _ =>
        {
            attempts++;
            throw new WorkerFaultException(new WorkerFault(WorkerFaultKind.DeviceMissing, "no device"));
        });

        var failed = await Assert.ThrowsAsync<Microsoft.DurableTask.TaskFailedException>(() => stage.PlayAsync(TrialOrchestration.RunAsync));

        Assert.Equal(Retries.Attempts, attempts);
        Assert.Contains("no device", failed.FailureDetails.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_ActivityFailsForGood_IsNotTriedAgain()
    {
        var stage = Stage(TrialDispatch.Activity);
        var attempts = 0;
        stage.On(nameof(RunTrialActivity), _ => throw new InvalidOperationException($"broken {++attempts}"));

        await Assert.ThrowsAsync<Microsoft.DurableTask.TaskFailedException>(() => stage.PlayAsync(TrialOrchestration.RunAsync));

        Assert.Equal(1, attempts);
    }

    private static void RaiseWhenWaiting(FakeStage stage, TrialOutcome outcome)
    {
        if (stage.Context.Pending is [{ Kind: FakeCallKind.Timer }] && stage.Context.History.All(happening => happening.Event is null))
            stage.Context.Raise(TrialOrchestration.FinishedEvent, outcome);
    }

    private static FakeStage Stage(TrialDispatch dispatch = TrialDispatch.Queue)
    {
        var options = new DispatchOptions { Window = 2, Dispatch = dispatch, TrialTimeout = TimeSpan.FromMinutes(10), MaxEnqueues = 3, HistoryLimit = 1000 };
        return new FakeStage(new TrialInput("sweep", TrialId, options)).On(nameof(ProbeTrial), _ => new TrialProbe(null, false));
    }
}
