using System.Diagnostics;
using NeuralStyle.Functions.Orchestrations;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Functions.Sweeps;
using NeuralStyle.Functions.Tests.Fakes;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Functions.Tests.Sweeps;

/// <summary>What a worker does with a trial whose sweep is cancelled or paused.</summary>
public sealed class ControlledTrialsTests : IDisposable
{
    private const string Instance = "sample-sweep-1";
    private const int Evaluations = 200;

    private readonly Processor _processor = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(SweepRequest.Cancel, TrialState.Cancelled)]
    [InlineData(SweepRequest.PauseNow, TrialState.Pending)]
    public async Task RunAsync_AskedToStopMeanwhile_StopsWithinTwoEvaluations(SweepRequest asked, TrialState expected)
    {
        var request = await PlanAsync();
        var evaluated = 0;
        var evaluatedWhenAsked = -1;
        _processor.Engine.BeforeEvaluation = (_, evaluation, cancellation) =>
        {
            evaluated = evaluation;
            if (evaluation == 20)
            {
                _processor.AskAsync(SampleSweep.Name, Instance, asked, CancellationToken.None).GetAwaiter().GetResult();
                evaluatedWhenAsked = evaluation;
            }

            // Shorter than the watch sleeps where no evaluation wakes it.
            if (evaluation > 20)
                cancellation.WaitHandle.WaitOne(900);
        };

        var outcome = await _processor.Get<ControlledTrials>().RunAsync(request, Cancellation);

        Assert.Equal(expected, outcome.State);
        // The one during which it was asked, and the one during which that was read.
        Assert.InRange(evaluated - evaluatedWhenAsked, 0, 1);
        Assert.False(await _processor.Store.ExistsAsync(StoreLayout.TrialsContainer, StoreLayout.TrialRecord(request.TrialId), Cancellation));
    }

    [Fact]
    public async Task RunAsync_CancelledWithACheckpoint_GoesOnFromItWhenRunAgain()
    {
        var request = await PlanAsync();
        _processor.Engine.AfterEvaluation = (observer, evaluation) =>
        {
            observer.OnCheckpoint(FakeTrialEngine.CheckpointOf(evaluation));
            if (evaluation == 10)
                _processor.AskAsync(SampleSweep.Name, Instance, SweepRequest.Cancel, CancellationToken.None).GetAwaiter().GetResult();
            Thread.Sleep(20);
        };
        var cancelled = await _processor.Get<ControlledTrials>().RunAsync(request, Cancellation);
        Assert.True(await _processor.Store.ExistsAsync(StoreLayout.TrialsContainer, StoreLayout.TrialCheckpoint(request.TrialId), Cancellation));
        _processor.Engine.AfterEvaluation = (_, _) => { };

        // Submitted again: another run of the sweep, of which nothing was asked.
        var outcome = await _processor.Get<ControlledTrials>().RunAsync(
            request with { InstanceId = SweepIdentity.TrialInstanceId("sample-sweep-2", request.TrialId) }, Cancellation);

        Assert.Equal((TrialState.Cancelled, TrialState.Completed), (cancelled.State, outcome.State));
        var record = await _processor.Store.ReadDocumentAsync<TrialRecord>(
            StoreLayout.TrialsContainer, StoreLayout.TrialRecord(request.TrialId), Cancellation);
        var resumed = Assert.Single(record!.Events);
        Assert.Equal(TrialEventKind.Resumed, resumed.Kind);
        Assert.InRange(resumed.Evaluation, 10, 12);
        Assert.Equal(Evaluations, record.Evaluations.Count);
    }

    [Theory]
    [InlineData(SweepRequest.Cancel, TrialState.Cancelled)]
    [InlineData(SweepRequest.Pause, TrialState.Pending)]
    [InlineData(SweepRequest.PauseNow, TrialState.Pending)]
    public async Task RunAsync_AskedBeforeItBegan_IsNotBegun(SweepRequest asked, TrialState expected)
    {
        var request = await PlanAsync();
        await _processor.AskAsync(SampleSweep.Name, Instance, asked, Cancellation);

        Assert.Equal(expected, (await _processor.Get<ControlledTrials>().RunAsync(request, Cancellation)).State);

        Assert.Empty(_processor.Engine.Runs);
    }

    [Fact]
    public async Task RunAsync_FinishedBeforeTheCancellation_IsFound()
    {
        var request = await PlanAsync();
        await _processor.Get<ControlledTrials>().RunAsync(request, Cancellation);
        await _processor.AskAsync(SampleSweep.Name, Instance, SweepRequest.Cancel, Cancellation);

        var outcome = await _processor.Get<ControlledTrials>().RunAsync(request, Cancellation);

        Assert.Equal((TrialState.Completed, true), (outcome.State, outcome.Reused));
    }

    [Fact]
    public async Task RunAsync_PausedWhileItIsComputed_GoesOnToItsEnd()
    {
        var request = await PlanAsync();
        _processor.Engine.BeforeEvaluation = (_, evaluation, _) =>
        {
            if (evaluation == 5)
                _processor.AskAsync(SampleSweep.Name, Instance, SweepRequest.Pause, CancellationToken.None).GetAwaiter().GetResult();
            Thread.Sleep(2);
        };

        Assert.Equal(TrialState.Completed, (await _processor.Get<ControlledTrials>().RunAsync(request, Cancellation)).State);
    }

    [Fact]
    public async Task RunAsync_AnotherRunOfTheSweepWasCancelled_Runs()
    {
        var request = await PlanAsync();
        await _processor.AskAsync(SampleSweep.Name, "sample-sweep-0", SweepRequest.Cancel, Cancellation);

        Assert.Equal(TrialState.Completed, (await _processor.Get<ControlledTrials>().RunAsync(request, Cancellation)).State);
    }

    [Fact]
    public async Task RunAsync_HostStops_IsNoOutcome()
    {
        var request = await PlanAsync();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        _processor.Engine.BeforeEvaluation = (_, evaluation, _) =>
        {
            if (evaluation == 5)
                stop.Cancel();
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _processor.Get<ControlledTrials>().RunAsync(request, stop.Token));
    }

    [Fact]
    public async Task RunAsync_FastEvaluations_LooksNoMoreThanAFifthOfTheTime()
    {
        var request = await PlanAsync();
        var reads = 0;
        _processor.Store.BeforeRead = async name =>
        {
            if (!name.EndsWith("control.json", StringComparison.Ordinal))
                return;
            Interlocked.Increment(ref reads);
            await Task.Delay(20);
        };
        _processor.Engine.BeforeEvaluation = (_, _, _) => Thread.Sleep(5);
        var started = Stopwatch.GetTimestamp();

        await _processor.Get<ControlledTrials>().RunAsync(request, Cancellation);

        // Each look takes 20 ms and is followed by 80 ms of rest.
        Assert.InRange(reads, 3, 3 + (Stopwatch.GetElapsedTime(started).TotalMilliseconds / 100));
    }

    public void Dispose() => _processor.Dispose();

    private async Task<TrialRequest> PlanAsync()
    {
        var manifest = SampleSweep.Manifest.Replace("iterations: 3", $"iterations: {Evaluations}", StringComparison.Ordinal);
        var trialId = (await _processor.PlanOneAsync(Cancellation, manifest)).Id;
        return new TrialRequest(SampleSweep.Name, trialId, SweepIdentity.TrialInstanceId(Instance, trialId));
    }
}
