using System.Collections.Concurrent;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Functions.Tests.Fakes;
using NeuralStyle.Functions.Trials;
using NeuralStyle.Plan.Records;

namespace NeuralStyle.Functions.Tests.Trials;

/// <summary>A store that goes out of reach before a trial is computed: what was computed is stored all the same.</summary>
public sealed class StoreOutageTests : IDisposable
{
    private const int Evaluations = 3;
    private const string Manifest = SampleSweep.Manifest + "\nsnapshots: first 1, last";

    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(500);

    private readonly ManualClock _clock = new();
    private readonly ConcurrentDictionary<string, int> _tries = new();
    private readonly Processor _processor;

    public StoreOutageTests() => _processor = new Processor(_clock);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _processor.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task RunAsync_EachCallFailsOnceFromTheLastEvaluationOn_IsStored(bool anotherLeftItsResult)
    {
        var id = (await _processor.PlanOneAsync(Cancellation, Manifest)).Id;
        await LeaveAsync(id, checkpoint: 1);
        if (anotherLeftItsResult)
            await WriteAsync(StoreLayout.TrialImage(id), SampleSweep.Style);
        AtTheLastEvaluation(id, FailEveryFirstTry);

        var outcome = await RunPatientlyAsync(id);

        Assert.Equal((TrialState.Completed, false), (outcome.State, outcome.Reused));
        var record = (await _processor.RecordAsync(id, Cancellation))!;
        Assert.Equal([1, Evaluations], record.Snapshots);
        Assert.Contains(record.Files!, file => file.Name == "plots.svg");
        foreach (var name in (string[])[StoreLayout.TrialProgress(id), StoreLayout.TrialCheckpoint(id)])
            Assert.False(await _processor.Store.ExistsAsync(StoreLayout.TrialsContainer, name, Cancellation), name);
        Assert.Single(_processor.Engine.Runs);
        AssertFailed("read", "write", "list", "delete");
    }

    [Fact]
    public async Task RunAsync_EachCallFailsOnceAndAnotherCompletedIt_StandsBack()
    {
        var id = (await _processor.PlanOneAsync(Cancellation, Manifest)).Id;
        var isOther = false;
        AtTheLastEvaluation(id, () =>
        {
            if (isOther)
                return;
            isOther = true;
            _processor.ExecutionOfAnotherWorker().RunAsync(id, Cancellation).GetAwaiter().GetResult();
            FailEveryFirstTry();
        });

        Assert.True((await RunPatientlyAsync(id)).Reused);
        AssertFailed("read", "look", "delete");
    }

    [Fact]
    public async Task RunAsync_ToldToStopWhileTheStoreIsGone_StopsWithinSeconds()
    {
        var id = (await _processor.PlanOneAsync(Cancellation, Manifest)).Id;
        using var stop = new CancellationTokenSource();
        AtTheLastEvaluation(id, () =>
        {
            _processor.Store.IsOutOfReach = _ => true;
            stop.Cancel();
        });
        var began = _clock.GetTimestamp();

        var running = _processor.ExecutionAt(new WatchPace { StorePatience = TimeSpan.FromDays(1) }).RunAsync(id, stop.Token);
        await Until.DoneAsync(running, _clock, Step);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        // Three times what each may take: to store, to leave, and to end what is written beside it.
        Assert.InRange(_clock.GetElapsedTime(began), TimeSpan.Zero, 3 * new WatchPace().TimeToFlush + (10 * Step));
    }

    private void FailEveryFirstTry() =>
        _processor.Store.IsOutOfReach = call => _tries.AddOrUpdate(call, 1, (_, before) => before + 1) % 2 == 1;

    /// <summary>Else the outage would have been none.</summary>
    private void AssertFailed(params string[] calls) =>
        Assert.All(calls, call => Assert.Contains(_tries.Keys, tried => tried.StartsWith(call, StringComparison.Ordinal)));

    private async Task<TrialOutcome> RunPatientlyAsync(string id)
    {
        var running = _processor.ExecutionAt(new WatchPace { StorePatience = TimeSpan.FromMinutes(5) }).RunAsync(id, Cancellation);
        await Until.DoneAsync(running, _clock, Step);
        _processor.Store.IsOutOfReach = _ => false;
        return await running;
    }

    private void AtTheLastEvaluation(string id, Action what) => _processor.Engine.AfterEvaluation = (_, evaluation) =>
    {
        if (evaluation != Evaluations)
            return;
        // What is written beside the engine's thread is through by then.
        Assert.True(SpinWait.SpinUntil(
            () => _processor.Store.Written.Contains($"{StoreLayout.TrialsContainer}/{StoreLayout.TrialSnapshot(id, Evaluations)}"), TimeSpan.FromMinutes(1)));
        what();
    };

    /// <summary>What a run left that was broken off.</summary>
    private async Task LeaveAsync(string id, byte checkpoint)
    {
        await WriteAsync(StoreLayout.TrialCheckpoint(id), FakeTrialEngine.CheckpointOf(checkpoint));
        await WriteAsync(StoreLayout.TrialSnapshot(id, 1), SampleSweep.Content);
        await _processor.Store.WriteDocumentAsync(
            StoreLayout.TrialsContainer, StoreLayout.TrialProgress(id), new TrialProgress(id, checkpoint, Evaluations, 1, 1, _clock.GetUtcNow()), Cancellation);
    }

    private Task WriteAsync(string name, byte[] bytes) =>
        _processor.Store.WriteAsync(StoreLayout.TrialsContainer, name, bytes, "application/octet-stream", Cancellation);
}
