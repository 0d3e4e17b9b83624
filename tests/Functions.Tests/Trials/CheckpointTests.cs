using NeuralStyle.Functions.Storage;
using NeuralStyle.Functions.Tests.Fakes;
using NeuralStyle.Plan.Records;

namespace NeuralStyle.Functions.Tests.Trials;

/// <summary>How a trial's execution keeps, uses and drops checkpoints.</summary>
public sealed class CheckpointTests : IDisposable
{
    private readonly Processor _processor = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RunAsync_CancelledAfterACheckpoint_TheLastOneIsStoredAndTheNextRunGoesOnFromIt()
    {
        var id = await PlanOneAsync();
        using var stop = new CancellationTokenSource();
        _processor.Engine.AfterEvaluation = (observer, evaluation) =>
        {
            observer.OnCheckpoint(FakeTrialEngine.CheckpointOf(evaluation));
            if (evaluation == 2)
                stop.Cancel();
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _processor.Execution.RunAsync(id, stop.Token));
        Assert.Equal(FakeTrialEngine.CheckpointOf(2), await CheckpointAsync(id));

        var outcome = await _processor.Execution.RunAsync(id, Cancellation);

        Assert.Equal(TrialState.Completed, outcome.State);
        var record = await RecordAsync(id);
        Assert.Equal([new TrialEvent(2, TrialEventKind.Resumed, "went on after evaluation 2")], record!.Events);
        Assert.Equal([1, 2, 3], record.Evaluations.Select(evaluation => evaluation.Evaluation));
        // Two of the broken run, a second an evaluation, and what this one took.
        Assert.InRange(record.Seconds, 2, 60);
        // The first was written by the run that was broken off.
        Assert.Equal([1, 3], record.Snapshots);
        Assert.Null(await CheckpointAsync(id));
    }

    [Fact]
    public async Task RunAsync_DamagedCheckpoint_IsTheEnginesToRefuse()
    {
        var id = await PlanOneAsync();
        await _processor.Store.WriteAsync(
            StoreLayout.TrialsContainer, StoreLayout.TrialCheckpoint(id), new byte[] { 1, 2, 3 }, "application/octet-stream", Cancellation);

        await _processor.Execution.RunAsync(id, Cancellation);

        Assert.Equal(TrialEventKind.CheckpointRefused, Assert.Single((await RecordAsync(id))!.Events).Kind);
        Assert.Null(await CheckpointAsync(id));
    }

    [Fact]
    public async Task RunAsync_SnapshotsOfAnotherPolicyOrBeyondTheCheckpoint_AreNotInTheRecord()
    {
        var id = await PlanOneAsync();
        foreach (var evaluation in (int[])[1, 2, 7])
        {
            await _processor.Store.WriteAsync(
                StoreLayout.TrialsContainer, StoreLayout.TrialSnapshot(id, evaluation), SampleSweep.Style, "image/png", Cancellation);
        }

        await _processor.Store.WriteAsync(
            StoreLayout.TrialsContainer, StoreLayout.TrialCheckpoint(id), FakeTrialEngine.CheckpointOf(2), "application/octet-stream", Cancellation);

        await _processor.Execution.RunAsync(id, Cancellation);

        Assert.Equal([1, 3], (await RecordAsync(id))!.Snapshots);
    }

    [Fact]
    public async Task RunAsync_CheckpointsCannotBeWritten_CompletesAllTheSame()
    {
        var id = await PlanOneAsync();
        _processor.Store.Fails = (_, name) => name.EndsWith("checkpoint.bin", StringComparison.Ordinal);
        _processor.Engine.AfterEvaluation = (observer, evaluation) => observer.OnCheckpoint(FakeTrialEngine.CheckpointOf(evaluation));

        Assert.Equal(TrialState.Completed, (await _processor.Execution.RunAsync(id, Cancellation)).State);
    }

    [Fact]
    public async Task RunAsync_SlowStore_TheEngineDoesNotWaitAndOnlyTheNewestIsWritten()
    {
        var id = await PlanOneAsync();
        using var stop = new CancellationTokenSource();
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _processor.Store.Before = async (_, name) =>
        {
            if (!name.EndsWith("checkpoint.bin", StringComparison.Ordinal))
                return;
            begun.TrySetResult();
            await release.Task;
        };
        _processor.Engine.AfterEvaluation = (observer, evaluation) =>
        {
            if (evaluation > 1)
                return;
            observer.OnCheckpoint(FakeTrialEngine.CheckpointOf(1));
            begun.Task.Wait(Cancellation);
            // The first hangs in the store. Were the engine to wait for it, this would never end.
            for (var checkpoint = 2; checkpoint <= 100; checkpoint++)
                observer.OnCheckpoint(FakeTrialEngine.CheckpointOf(checkpoint));
            stop.Cancel();
            release.SetResult();
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _processor.Execution.RunAsync(id, stop.Token));

        Assert.Equal(FakeTrialEngine.CheckpointOf(100), await CheckpointAsync(id));
        Assert.Equal(2, _processor.Store.Written.Count(name => name.EndsWith("checkpoint.bin", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task RunAsync_CancelledWithAStoreThatHangs_EndsAfterTheTimeToFlush()
    {
        var id = await PlanOneAsync();
        using var stop = new CancellationTokenSource();
        _processor.Store.Before = (_, name) => name.EndsWith("checkpoint.bin", StringComparison.Ordinal)
            ? Task.Delay(Timeout.Infinite, Cancellation)
            : Task.CompletedTask;
        _processor.Engine.AfterEvaluation = (observer, _) =>
        {
            observer.OnCheckpoint(FakeTrialEngine.CheckpointOf(1));
            stop.Cancel();
        };

        var running = _processor.ExecutionAt(new() { TimeToFlush = TimeSpan.FromMilliseconds(200) }).RunAsync(id, stop.Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running.WaitAsync(TimeSpan.FromSeconds(20), Cancellation));
    }

    [Fact]
    public async Task RunAsync_SnapshotOfBeforeTheCheckpointIsNotStored_NeitherIsTheCheckpoint()
    {
        var id = await PlanOneAsync();
        _processor.Store.Fails = (_, name) => name.EndsWith("snapshots/1.png", StringComparison.Ordinal);
        _processor.Engine.AfterEvaluation = (observer, evaluation) => observer.OnCheckpoint(FakeTrialEngine.CheckpointOf(evaluation));

        await Assert.ThrowsAsync<StoreUnavailableException>(() => _processor.Execution.RunAsync(id, Cancellation));

        // Going on from it would leave the record without that snapshot.
        Assert.Null(await CheckpointAsync(id));
    }

    [Fact]
    public async Task RunAsync_EngineFailsAfterACheckpoint_TheFailureIsFinalAndTheCheckpointGone()
    {
        var id = await PlanOneAsync();
        _processor.Engine.AfterEvaluation = (observer, evaluation) =>
        {
            observer.OnCheckpoint(FakeTrialEngine.CheckpointOf(evaluation));
            observer.OnEvent(new TrialEvent(evaluation, TrialEventKind.Restarted, "the loss was NaN"));
            if (evaluation == 2)
                throw new FakeEngineException("the loss is NaN again");
        };

        Assert.Equal(TrialState.Failed, (await _processor.Execution.RunAsync(id, Cancellation)).State);

        var record = await RecordAsync(id);
        Assert.Equal([1, 2], record!.Evaluations.Select(evaluation => evaluation.Evaluation));
        Assert.Equal([1, 2], record.Events.Select(happened => happened.Evaluation));
        Assert.Null(await CheckpointAsync(id));
    }

    public void Dispose() => _processor.Dispose();

    private async Task<string> PlanOneAsync() => (await _processor.PlanOneAsync(Cancellation, SampleSweep.Manifest + "\nsnapshots: first 1, last")).Id;

    private async Task<byte[]?> CheckpointAsync(string id) =>
        (await _processor.Store.ReadAsync(StoreLayout.TrialsContainer, StoreLayout.TrialCheckpoint(id), Cancellation))?.Content.ToArray();

    private Task<TrialRecord?> RecordAsync(string id) => _processor.RecordAsync(id, Cancellation);
}
