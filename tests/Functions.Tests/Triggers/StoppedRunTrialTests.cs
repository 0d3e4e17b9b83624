using NeuralStyle.Functions.Activities;
using NeuralStyle.Functions.Messages;
using NeuralStyle.Functions.Orchestrations;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Functions.Tests.Fakes;
using NeuralStyle.Functions.Triggers;
using NeuralStyle.Plan.Records;

namespace NeuralStyle.Functions.Tests.Triggers;

/// <summary>What becomes of a trial's message when its worker is told to stop: only a worker's death may count against it.</summary>
public sealed class StoppedRunTrialTests : IDisposable
{
    private static readonly DateTimeOffset QueuedAt = DateTimeOffset.UnixEpoch;

    private readonly ManualClock _clock = new(QueuedAt.AddHours(1));
    private readonly Processor _processor;

    public StoppedRunTrialTests() => _processor = new Processor(_clock);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _processor.Dispose();

    [Fact]
    public async Task RunAsync_ToldToStopMoreOftenThanAMessageMayComeBack_IsQueuedAnewEachTimeAndGoesOnWhereItWas()
    {
        var message = await PlanAsync(iterations: 9);
        for (var stops = 1; stops <= 7; stops++)
        {
            await StopAtAsync(stops + 1, message);
            var anew = Assert.Single(_processor.Messenger.Trials);
            Assert.Equal(message, anew with { QueuedAt = QueuedAt });
            Assert.True(anew.QueuedAt > QueuedAt);
            _processor.Messenger.Trials.Clear();
        }

        _processor.Engine.BeforeEvaluation = (_, _, _) => { };
        await TriggerAsync(message, Cancellation);

        Assert.Equal(TrialState.Completed, Assert.Single(_processor.Messenger.Results).Outcome.State);
        var record = await _processor.Store.ReadDocumentAsync<TrialRecord>(
            StoreLayout.TrialsContainer, StoreLayout.TrialRecord(message.TrialId), Cancellation);
        // The engine began eight times, each time behind where it was stopped before.
        Assert.Equal(8, _processor.Engine.Runs.Count);
        Assert.Equal(7, Assert.Single(record!.Events).Evaluation);
    }

    [Fact]
    public async Task RunAsync_ToldToStopAndTheQueueIsOutOfReach_GivesTheMessageBack()
    {
        var message = await PlanAsync();
        _processor.Messenger.IsOutOfReach = true;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => StopAtAsync(2, message));

        Assert.Empty(_processor.Messenger.Trials);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(2)]
    public async Task RunAsync_ToldToStopBeforeItToldOfItsProgress_IsLaterFoundInLineBehindThoseQueuedBefore(int? earlier)
    {
        var message = await PlanAsync();
        if (earlier is { } evaluation)
            await WriteProgressAsync(message, evaluation, QueuedAt.AddMinutes(10));

        await StopAtAsync(1, message);

        var anew = Assert.Single(_processor.Messenger.Trials).QueuedAt!.Value;
        var progress = await _processor.Store.ReadDocumentAsync<TrialProgress>(
            StoreLayout.TrialsContainer, StoreLayout.TrialProgress(message.TrialId), Cancellation);
        Assert.Equal((earlier ?? 0, 3, anew), (progress!.Evaluation, progress.Iterations, progress.UpdatedAt));
        // As many as are shown were queued before it was put back, and long after it first was.
        _clock.Advance(TimeSpan.FromMinutes(30));
        _processor.Messenger.Line.Add(new WaitingMessage("another", anew.AddMinutes(-5)));
        var request = new TrialRequest(message.Sweep, message.TrialId, message.InstanceId) { QueuedBy = QueuedAt };
        Assert.Equal(new TrialProbe(null, IsRunning: false, IsInLine: true), await _processor.Get<ProbeTrial>().RunAsync(request, Cancellation));
    }

    [Fact]
    public async Task RunAsync_ToldToStopAndItsProgressCannotBeWritten_IsQueuedAnewAllTheSame()
    {
        var message = await PlanAsync();
        _processor.Store.Fails = (_, name) => name == StoreLayout.TrialProgress(message.TrialId);

        await StopAtAsync(2, message);

        Assert.Single(_processor.Messenger.Trials);
    }

    [Fact]
    public async Task RunAsync_StoreIsGoneWhileItsWaitIsLookedUp_RunsAllTheSame()
    {
        var message = await PlanAsync();
        var looks = 0;
        _processor.Store.IsOutOfReach = call => call.EndsWith(StoreLayout.TrialProgress(message.TrialId), StringComparison.Ordinal) && ++looks == 1;

        await TriggerAsync(message, Cancellation);

        Assert.Equal(TrialState.Completed, Assert.Single(_processor.Messenger.Results).Outcome.State);
        Assert.Equal(2, looks);
    }

    [Fact]
    public async Task RunAsync_CancelledSinceTheMessageIsAnothers_QueuesNothing()
    {
        var message = await PlanAsync();
        _processor.Process.CancelsOnlyToStop = false;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => StopAtAsync(2, message));

        Assert.Empty(_processor.Messenger.Trials);
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(1, 0)]
    public async Task RunAsync_MessageThatCameBackFromADeadWorker_IsNotTakenForOneThatWaited(int secondsAfter, int expected)
    {
        var message = await PlanAsync();
        await WriteProgressAsync(message, 1, QueuedAt.AddSeconds(secondsAfter));
        using var waits = new Measured("neuralstyle.queue_wait");

        await TriggerAsync(message, Cancellation);

        Assert.Equal(expected, waits.Seen);
    }

    [Fact]
    public async Task OnTrialPoison_TriedTwice_IsCountedOnce()
    {
        var client = new FakeDurableClient { Instances = { ["i"] = Microsoft.DurableTask.Client.OrchestrationRuntimeStatus.Running } };
        using var trials = new Measured("neuralstyle.trials");
        var message = QueueMessageJson.Write(new TrialMessage("s", "t", "i"));

        client.BeforeRaising = _ => throw new StoreUnavailableException("gone, as the test wants");
        await Assert.ThrowsAsync<StoreUnavailableException>(() => _processor.Get<OnTrialPoison>().RunAsync(message, client, Cancellation));
        Assert.Equal(0, trials.Seen);
        client.BeforeRaising = _ => { };
        await _processor.Get<OnTrialPoison>().RunAsync(message, client, Cancellation);

        Assert.Equal(1, trials.Seen);
    }

    [Fact]
    public async Task OnTrialPoison_TrialThatCompletedAfterAll_IsNotCountedAsGivenUp()
    {
        var message = await PlanAsync();
        await _processor.Execution.RunAsync(message.TrialId, Cancellation);
        using var trials = new Measured("neuralstyle.trials");

        await _processor.Get<OnTrialPoison>().RunAsync(QueueMessageJson.Write(message), new FakeDurableClient(), Cancellation);

        Assert.Equal(0, trials.Seen);
    }

    private Task WriteProgressAsync(TrialMessage message, int evaluation, DateTimeOffset at) => _processor.Store.WriteDocumentAsync(
        StoreLayout.TrialsContainer, StoreLayout.TrialProgress(message.TrialId), new TrialProgress(message.TrialId, evaluation, 3, 1, 1, at), Cancellation);

    private async Task StopAtAsync(int evaluation, TrialMessage message)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        _processor.Engine.BeforeEvaluation = (_, begun, _) =>
        {
            if (begun == evaluation)
                stop.Cancel();
        };
        _processor.Engine.AfterEvaluation = (observer, done) =>
        {
            if (done < evaluation)
                observer.OnCheckpoint(FakeTrialEngine.CheckpointOf(done));
        };
        await TriggerAsync(message, stop.Token);
    }

    private Task TriggerAsync(TrialMessage message, CancellationToken cancellation) =>
        _processor.Get<RunTrial>().RunAsync(QueueMessageJson.Write(message), cancellation);

    private async Task<TrialMessage> PlanAsync(int iterations = 3)
    {
        var manifest = SampleSweep.Manifest.Replace("iterations: 3", FormattableString.Invariant($"iterations: {iterations}"), StringComparison.Ordinal);
        var trialId = (await _processor.PlanOneAsync(Cancellation, manifest)).Id;
        return new TrialMessage(SampleSweep.Name, trialId, SweepIdentity.TrialInstanceId("s-1", trialId)) { QueuedAt = QueuedAt, AskedAt = QueuedAt };
    }
}
