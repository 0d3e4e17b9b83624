using NeuralStyle.Functions.Storage;
using NeuralStyle.Functions.Tests.Fakes;
using NeuralStyle.Functions.Trials;
using NeuralStyle.Plan.Records;

namespace NeuralStyle.Functions.Tests.Trials;

/// <summary>Two workers, each with an execution of its own, over one store and one trial.</summary>
public sealed class OvertakenTrialTests : IDisposable
{
    private readonly Processor _processor = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private RepeatedWorkNotes Notes => _processor.Get<RepeatedWorkNotes>();

    public void Dispose() => _processor.Dispose();

    [Fact]
    public async Task RunAsync_AnotherWorkerEndsItMeanwhile_ItsResultStaysAndTheOtherIsNotedAsComputedTwice()
    {
        var id = await PlanOneAsync();
        // The first worker holds still at its last evaluation while the second does all.
        var isSecond = false;
        _processor.Engine.BeforeEvaluation = (_, evaluation, _) =>
        {
            if (evaluation != 3 || isSecond)
                return;
            isSecond = true;
            OtherWorker().RunAsync(id, Cancellation).GetAwaiter().GetResult();
        };

        var outcome = await _processor.Execution.RunAsync(id, Cancellation);

        Assert.Equal((TrialState.Completed, true), (outcome.State, outcome.Reused));
        Assert.Equal(2, _processor.Engine.Runs.Count);
        Assert.Single(_processor.Store.Written, name => name == $"trials/{StoreLayout.TrialRecord(id)}");
        Assert.Single(_processor.Store.Written, name => name == $"trials/{StoreLayout.TrialImage(id)}");
        Assert.Equal(new RepeatedWorkSum(1, 3, 3), await SumAsync(id));
        Assert.False(await _processor.Store.ExistsAsync(StoreLayout.TrialsContainer, StoreLayout.TrialProgress(id), Cancellation));
    }

    [Fact]
    public async Task RunAsync_AnotherEndsItWhileThisOneEnds_WaitsForItsRecord()
    {
        var id = await PlanOneAsync();
        // The other has written its result by the time this one would write its own, and goes on to its record.
        var other = Task.CompletedTask;
        var (otherWrote, thisTried) = (new TaskCompletionSource(), new TaskCompletionSource());
        var images = 0;
        _processor.Store.Before = async (_, name) =>
        {
            if (name == StoreLayout.TrialImage(id) && Interlocked.Increment(ref images) == 1)
            {
                other = Task.Run(() => OtherWorker().RunAsync(id, Cancellation), Cancellation);
                await otherWrote.Task;
            }

            if (name == StoreLayout.TrialPlots(id, "svg"))
            {
                otherWrote.TrySetResult();
                await thisTried.Task;
            }
        };
        _processor.Store.BeforeRead = name =>
        {
            // It looks for the record once its own result is refused.
            if (otherWrote.Task.IsCompleted && name == StoreLayout.TrialRecord(id))
                thisTried.TrySetResult();
            return Task.CompletedTask;
        };

        var outcome = await _processor.ExecutionAt(new WatchPace { TimeToYield = TimeSpan.FromMinutes(1) }).RunAsync(id, Cancellation);
        await other;

        Assert.Equal((TrialState.Completed, true), (outcome.State, outcome.Reused));
        Assert.Single(_processor.Store.Written, name => name == $"trials/{StoreLayout.TrialRecord(id)}");
        Assert.Equal(new RepeatedWorkSum(1, 3, 3), await SumAsync(id));
    }

    [Fact]
    public async Task RunAsync_ResultOfARunThatWasBrokenOffAsItEnded_IsReplacedAfterAWhile()
    {
        var id = await PlanOneAsync();
        await _processor.Store.WriteAsync(StoreLayout.TrialsContainer, StoreLayout.TrialImage(id), SampleSweep.Style, "image/png", Cancellation);

        var outcome = await _processor.Execution.RunAsync(id, Cancellation);

        Assert.Equal((TrialState.Completed, false), (outcome.State, outcome.Reused));
        var stored = await _processor.Store.ReadAsync(StoreLayout.TrialsContainer, StoreLayout.TrialImage(id), Cancellation);
        Assert.Equal(FakeTrialEngine.Result(id), stored!.Content.ToArray());
    }

    [Fact]
    public async Task RunAsync_BrokenOffAfterAnotherEndedIt_LeavesNothingToGoOnFrom()
    {
        var id = await PlanOneAsync();
        using var stop = new CancellationTokenSource();
        var isSecond = false;
        _processor.Engine.BeforeEvaluation = (_, evaluation, _) =>
        {
            if (evaluation != 2 || isSecond)
                return;
            isSecond = true;
            OtherWorker().RunAsync(id, Cancellation).GetAwaiter().GetResult();
            stop.Cancel();
        };
        _processor.Engine.AfterEvaluation = (observer, evaluation) => observer.OnCheckpoint(FakeTrialEngine.CheckpointOf(evaluation));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _processor.Execution.RunAsync(id, stop.Token));

        Assert.False(await _processor.Store.ExistsAsync(StoreLayout.TrialsContainer, StoreLayout.TrialCheckpoint(id), Cancellation));
        Assert.True((await SumAsync(id)).Evaluations > 0);
    }

    [Theory]
    [InlineData(null, 7, 7)]
    [InlineData(2, 7, 5)]
    [InlineData(2, 2, 0)]
    public async Task RunAsync_EarlierRunEndedWithoutWarning_CountsWhatItHadComputedBeyondItsCheckpoint(int? checkpoint, int progress, int expected)
    {
        var id = await PlanOneAsync();
        await _processor.Store.WriteDocumentAsync(
            StoreLayout.TrialsContainer,
            StoreLayout.TrialProgress(id),
            new TrialProgress(id, progress, 9, 1, 10, DateTimeOffset.UnixEpoch) { StartedAt = DateTimeOffset.UnixEpoch },
            Cancellation);
        if (checkpoint is { } done)
        {
            await _processor.Store.WriteAsync(
                StoreLayout.TrialsContainer, StoreLayout.TrialCheckpoint(id), FakeTrialEngine.CheckpointOf(done), "application/octet-stream", Cancellation);
        }

        await _processor.Execution.RunAsync(id, Cancellation);

        Assert.Equal((expected > 0 ? 1 : 0, expected), ((await SumAsync(id)).Trials, (await SumAsync(id)).Evaluations));
        Assert.False(await _processor.Store.ExistsAsync(StoreLayout.TrialsContainer, StoreLayout.TrialProgress(id), Cancellation));
    }

    [Fact]
    public async Task SumAsync_RunTakenForBrokenOffThatEndedAllTheSame_IsNotInVain()
    {
        var id = await PlanOneAsync();
        await _processor.Execution.RunAsync(id, Cancellation);
        var record = await _processor.Get<FinishedTrials>().ReadRecordAsync(id, Cancellation);

        await Notes.AddAsync(new RepeatedWork(id, RepeatedWorkReason.BrokenOff, 2, 2, record!.StartedAt), Cancellation);
        Assert.Equal(0, (await SumAsync(id)).Evaluations);
        await Notes.AddAsync(new RepeatedWork(id, RepeatedWorkReason.BrokenOff, 2, 2, record.StartedAt.AddSeconds(-1)), Cancellation);
        Assert.Equal(2, (await SumAsync(id)).Evaluations);
    }

    [Theory]
    [InlineData(RepeatedWorkReason.Overtaken, -2, -1, 0)]
    [InlineData(RepeatedWorkReason.BrokenOff, -2, -1, 0)]
    [InlineData(RepeatedWorkReason.Overtaken, 6, 7, 0)]
    [InlineData(RepeatedWorkReason.BrokenOff, 6, 7, 0)]
    [InlineData(RepeatedWorkReason.Overtaken, 1, 2, 9)]
    [InlineData(RepeatedWorkReason.BrokenOff, 1, 2, 9)]
    // An earlier sweep was broken off, and this one went on with its trial.
    [InlineData(RepeatedWorkReason.BrokenOff, -1, 1, 9)]
    public async Task SumAsync_RunsBeforeWithinAndAfterASweep_CountsWhatWasComputedForIt(RepeatedWorkReason reason, int began, int endedBy, int expected)
    {
        var id = await PlanOneAsync();
        await _processor.Execution.RunAsync(id, Cancellation);
        var ended = (await _processor.Get<FinishedTrials>().ReadRecordAsync(id, Cancellation))!.StartedAt;
        var since = ended.AddHours(-endedBy);
        await Notes.AddAsync(new RepeatedWork(id, reason, 9, 4, since.AddHours(began)), Cancellation);

        Assert.Equal(expected, (await Notes.SumAsync(new HashSet<string> { id }, since, since.AddHours(5), Cancellation)).Evaluations);
    }

    [Fact]
    public async Task AddAsync_TwoNotesOfOneRun_CountOnceAndTheRunItselfKnowsBest()
    {
        var startedAt = DateTimeOffset.UnixEpoch;
        await Notes.AddAsync(new RepeatedWork("a", RepeatedWorkReason.Overtaken, 9, 4, startedAt), Cancellation);
        await Notes.AddAsync(new RepeatedWork("a", RepeatedWorkReason.BrokenOff, 5, 2, startedAt), Cancellation);
        await Notes.AddAsync(new RepeatedWork("a", RepeatedWorkReason.BrokenOff, 1, 1, startedAt.AddSeconds(1)), Cancellation);
        await Notes.AddAsync(new RepeatedWork("b", RepeatedWorkReason.BrokenOff, 100, 1, startedAt), Cancellation);

        Assert.Equal(new RepeatedWorkSum(1, 10, 5), await SumAsync("a"));
    }

    private TrialExecution OtherWorker() => _processor.ExecutionOfAnotherWorker();

    private Task<RepeatedWorkSum> SumAsync(string id) => _processor.RepeatedAsync(id, Cancellation);

    private async Task<string> PlanOneAsync() => (await _processor.PlanOneAsync(Cancellation)).Id;
}
