using NeuralStyle.Functions.Messages;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Functions.Tests.Fakes;
using NeuralStyle.Functions.Trials;
using NeuralStyle.Functions.Triggers;
using NeuralStyle.Plan.Records;

namespace NeuralStyle.Functions.Tests.Trials;

/// <summary>A worker that is told to stop when all of a trial is computed, and only storing it is left.</summary>
public sealed class StoppedTrialTests : IDisposable
{
    private const int Evaluations = 3;

    private readonly Processor _processor = new();
    private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _processor.Dispose();
        _stop.Dispose();
    }

    [Fact]
    public async Task RunAsync_StoppedAfterTheLastEvaluation_IsStoredAllTheSame()
    {
        var id = await PlanOneAsync();
        _processor.Engine.AfterEvaluation = (_, evaluation) =>
        {
            if (evaluation == Evaluations)
                _stop.Cancel();
        };

        await RunAndAssertStoredAsync(id);
    }

    [Theory]
    [InlineData("snapshots/3.png")]
    [InlineData("image.png")]
    [InlineData("plots.svg")]
    [InlineData("record.json")]
    public async Task RunAsync_StoppedWhileItIsStored_IsStoredAllTheSame(string file)
    {
        var id = await PlanOneAsync();
        _processor.Store.Before = (_, name) => name.EndsWith(file, StringComparison.Ordinal) ? _stop.CancelAsync() : Task.CompletedTask;

        await RunAndAssertStoredAsync(id);
    }

    [Fact]
    public async Task RunAsync_StoppedWhileTheStoreHangs_GivesUpAfterAWhile()
    {
        var id = await PlanOneAsync();
        var never = new TaskCompletionSource();
        _processor.Store.Before = async (_, name) =>
        {
            if (name != StoreLayout.TrialImage(id))
                return;
            await _stop.CancelAsync();
            await never.Task;
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Impatient().RunAsync(id, _stop.Token));

        Assert.Null(await RecordAsync(id));
    }

    [Fact]
    public async Task RunAsync_StoppedAndGivenUpAfterItsRecordIsThere_IsNotTakenForComputedTwice()
    {
        var id = await PlanOneAsync();
        var never = new TaskCompletionSource();
        _processor.Store.After = async (_, name) =>
        {
            if (name != StoreLayout.TrialRecord(id))
                return;
            await _stop.CancelAsync();
            await never.Task;
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Impatient().RunAsync(id, _stop.Token));

        Assert.Equal(TrialState.Completed, (await RecordAsync(id))?.State);
        Assert.Equal(0, (await RepeatedAsync(id)).Evaluations);
    }

    [Fact]
    public async Task RunTrial_StoppedWhileItsTrialIsStored_SendsTheOutcome()
    {
        var id = await PlanOneAsync();
        _processor.Store.Before = (_, name) => name == StoreLayout.TrialRecord(id) ? _stop.CancelAsync() : Task.CompletedTask;

        await _processor.Get<RunTrial>().RunAsync(QueueMessageJson.Write(new TrialMessage(SampleSweep.Name, id, "i")), _stop.Token);

        var result = Assert.Single(_processor.Messenger.Results);
        Assert.Equal((id, TrialState.Completed), (result.Outcome.TrialId, result.Outcome.State));
    }

    private async Task RunAndAssertStoredAsync(string id)
    {
        var outcome = await _processor.Execution.RunAsync(id, _stop.Token);

        Assert.True(_stop.IsCancellationRequested);
        Assert.Equal((TrialState.Completed, false), (outcome.State, outcome.Reused));
        Assert.Equal(TrialState.Completed, (await RecordAsync(id))?.State);
        Assert.Equal(0, (await RepeatedAsync(id)).Evaluations);
        // Whoever takes its message finds it.
        Assert.True((await _processor.Execution.RunAsync(id, Cancellation)).Reused);
    }

    private TrialExecution Impatient() => _processor.ExecutionAt(new WatchPace { TimeToFlush = TimeSpan.FromMilliseconds(100) });

    private Task<RepeatedWorkSum> RepeatedAsync(string id) => _processor.RepeatedAsync(id, Cancellation);

    private Task<TrialRecord?> RecordAsync(string id) => _processor.RecordAsync(id, Cancellation);

    private async Task<string> PlanOneAsync() => (await _processor.PlanOneAsync(Cancellation, SampleSweep.Manifest + "\nsnapshots: first 1, last")).Id;
}
