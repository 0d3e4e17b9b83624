using System.Text;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Functions.Tests.Fakes;
using NeuralStyle.Plan.Records;

namespace NeuralStyle.Functions.Tests.Trials;

/// <summary>
/// Two workers at one trial whose files differ, as on a GPU: the result of a completed run stays, its record is true of what is in the
/// store, and what was computed twice is counted.
/// </summary>
public sealed class OvertakenFilesTests : IDisposable
{
    private const byte OtherShade = 40;

    private readonly Processor _processor = new();
    private bool _hasOther;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private FakeTrialEngine Engine => _processor.Engine;

    public void Dispose() => _processor.Dispose();

    [Theory]
    [InlineData(false, 3)]
    [InlineData(true, 2)]
    public async Task RunAsync_AnotherCompletesItMeanwhile_TheFirstResultStays(bool fails, int expected)
    {
        var id = await PlanOneAsync();
        // By its third evaluation this run has written the first snapshot, which the other writes over.
        Engine.BeforeEvaluation = (_, evaluation, _) =>
        {
            if (evaluation != 3 || _hasOther)
                return;
            RunOther(id);
            if (fails)
                throw new FakeEngineException("out of memory");
        };

        var outcome = await _processor.Execution.RunAsync(id, Cancellation);

        Assert.Equal((TrialState.Completed, true), (outcome.State, outcome.Reused));
        await AssertOtherStandsAsync(id, expected);
        Assert.Single(_processor.Store.Written, name => name == $"trials/{StoreLayout.TrialRecord(id)}");
    }

    [Fact]
    public async Task RunAsync_AnotherCompletesItMeanwhile_EndsAtTheNextSnapshotAndWritesItNot()
    {
        var id = await PlanOneAsync("snapshots: every 1");
        Engine.BeforeEvaluation = (_, evaluation, cancellation) =>
        {
            if (evaluation == 2 && !_hasOther)
                RunOther(id);
            if (evaluation != 3 || Engine.Shade != 0)
                return;
            // The engine has handed out the second one, and waits for the news.
            Assert.True(cancellation.WaitHandle.WaitOne(TimeSpan.FromMinutes(1)));
            cancellation.ThrowIfCancellationRequested();
        };

        await _processor.Execution.RunAsync(id, Cancellation);

        Assert.Single(_processor.Store.Written, name => name == $"trials/{StoreLayout.TrialSnapshot(id, 2)}");
        await AssertOtherStandsAsync(id, 2);
    }

    [Fact]
    public async Task RunAsync_AnotherWroteOverItsSnapshot_RecordsWhatIsThere()
    {
        var id = await PlanOneAsync();
        using var stop = new CancellationTokenSource();
        Engine.BeforeEvaluation = (_, evaluation, _) =>
        {
            if (evaluation != 3 || _hasOther)
                return;
            // It is broken off after its first snapshot.
            _hasOther = true;
            Engine.Shade = OtherShade;
            Engine.AfterEvaluation = (_, done) =>
            {
                if (done == 2)
                    stop.Cancel();
            };
            Assert.ThrowsAny<OperationCanceledException>(() => _processor.ExecutionOfAnotherWorker().RunAsync(id, stop.Token).GetAwaiter().GetResult());
            Engine.AfterEvaluation = (_, _) => { };
        };

        await _processor.Execution.RunAsync(id, Cancellation);

        var record = await AssertTrueAsync(id);
        Assert.Equal([1, 3], record.Snapshots);
        Assert.Equal(FakeTrialEngine.Result(id), (await ReadAsync(StoreLayout.TrialImage(id))).ToArray());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task RunAsync_WritesASnapshotOverThatOfARunThatJustCompleted_ItsRecordIsMended(bool fails)
    {
        var id = await PlanOneAsync();
        // It has looked, and saw no record.
        RunOtherBefore(StoreLayout.TrialSnapshot(id, 3), id);
        Engine.AfterEvaluation = (_, evaluation) =>
        {
            if (fails && evaluation == 3 && !_hasOther)
                throw new FakeEngineException("out of memory");
        };

        await _processor.Execution.RunAsync(id, Cancellation);

        await AssertOtherStandsAsync(id, 3);
    }

    [Fact]
    public async Task RunAsync_FailsAndDrawsOverThePlotsOfARunThatJustCompleted_TheyAreDrawnAgain()
    {
        var id = await PlanOneAsync();
        Engine.BeforeEvaluation = (_, evaluation, _) =>
        {
            if (evaluation == 3 && !_hasOther)
                throw new FakeEngineException("out of memory");
        };
        RunOtherBefore(StoreLayout.TrialPlots(id, "svg"), id);

        var outcome = await _processor.Execution.RunAsync(id, Cancellation);

        Assert.Equal(TrialState.Completed, outcome.State);
        await AssertOtherStandsAsync(id, 2);
        var svg = Encoding.UTF8.GetString((await ReadAsync(StoreLayout.TrialPlots(id, "svg"))).Span);
        Assert.Equal(Plan.Reports.Plots.TrialPlots.Svg((await RecordAsync(id))!), svg);
    }

    [Fact]
    public async Task RunAsync_CompletesWhereAnotherFailedMeanwhile_ReplacesItAndCountsIt()
    {
        var id = await PlanOneAsync();
        Engine.BeforeEvaluation = (_, evaluation, _) =>
        {
            if (evaluation != 3)
                return;
            if (_hasOther)
                throw new FakeEngineException("out of memory");
            RunOther(id);
            Engine.BeforeEvaluation = (_, _, _) => { };
        };

        var outcome = await _processor.Execution.RunAsync(id, Cancellation);

        Assert.Equal((TrialState.Completed, false), (outcome.State, outcome.Reused));
        Assert.Equal(TrialState.Completed, (await AssertTrueAsync(id)).State);
        Assert.Equal(2, (await SumAsync(id)).Evaluations);
    }

    [Fact]
    public async Task RunAsync_TookTheResultOfASlowRunForLeft_AllIsWrittenAnewAndCounted()
    {
        var id = await PlanOneAsync();
        // Left by a run that was broken off as it ended: both runs wait for its record, and then take its place.
        await _processor.Store.WriteAsync(StoreLayout.TrialsContainer, StoreLayout.TrialImage(id), SampleSweep.Style, "image/png", Cancellation);
        RunOtherBefore(StoreLayout.TrialPlots(id, "svg"), id);

        await _processor.Execution.RunAsync(id, Cancellation);

        await AssertTrueAsync(id);
        Assert.Equal(FakeTrialEngine.Result(id), (await ReadAsync(StoreLayout.TrialImage(id))).ToArray());
        Assert.Equal(3, (await SumAsync(id)).Evaluations);
    }

    private void RunOther(string id)
    {
        _hasOther = true;
        Engine.Shade = OtherShade;
        _processor.ExecutionOfAnotherWorker().RunAsync(id, Cancellation).GetAwaiter().GetResult();
        Engine.Shade = 0;
    }

    private void RunOtherBefore(string file, string id) => _processor.Store.Before = (_, name) =>
    {
        if (name != file || _hasOther)
            return Task.CompletedTask;
        _hasOther = true;
        return Task.Run(() => RunOther(id), Cancellation);
    };

    private async Task AssertOtherStandsAsync(string id, int repeated)
    {
        var record = await AssertTrueAsync(id);
        Assert.Equal(TrialState.Completed, record.State);
        Assert.Equal(3, record.Evaluations.Count);
        Assert.NotEqual(Sha256.Of(FakeTrialEngine.Result(id)), record.ImageSha256);
        Assert.Equal((1, repeated), ((await SumAsync(id)).Trials, (await SumAsync(id)).Evaluations));
    }

    /// <summary>Every file that the record names is there as the record says.</summary>
    private async Task<TrialRecord> AssertTrueAsync(string id)
    {
        var record = (await RecordAsync(id))!;
        Assert.Equal(record.ImageSha256, Sha256.Of((await ReadAsync(StoreLayout.TrialImage(id))).Span));
        Assert.NotEmpty(record.Files!);
        Assert.Equal(record.Files!.Count, record.Files.Select(file => file.Name).Distinct().Count());
        foreach (var file in record.Files)
            Assert.Equal((file.Name, file.Sha256), (file.Name, Sha256.Of((await ReadAsync($"{id}/{file.Name}")).Span)));
        return record;
    }

    private async Task<ReadOnlyMemory<byte>> ReadAsync(string name) =>
        (await _processor.Store.ReadAsync(StoreLayout.TrialsContainer, name, Cancellation))!.Content;

    private Task<TrialRecord?> RecordAsync(string id) => _processor.RecordAsync(id, Cancellation);

    private Task<RepeatedWorkSum> SumAsync(string id) => _processor.RepeatedAsync(id, Cancellation);

    private async Task<string> PlanOneAsync(string snapshots = "snapshots: first 1, last") =>
        (await _processor.PlanOneAsync(Cancellation, $"{SampleSweep.Manifest}\n{snapshots}")).Id;
}
