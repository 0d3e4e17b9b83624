using NeuralStyle.Functions.Storage;
using NeuralStyle.Functions.Tests.Fakes;
using NeuralStyle.Functions.Trials;
using NeuralStyle.Plan.Layers;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Functions.Tests.Trials;

public sealed class TrialExecutionTests : IDisposable
{
    private readonly Processor _processor = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RunAsync_NewTrial_WritesImageThenRecordAndNoProgressStays()
    {
        var id = await PlanOneAsync();

        var outcome = await _processor.Execution.RunAsync(id, Cancellation);

        Assert.Equal(TrialState.Completed, outcome.State);
        Assert.False(outcome.Reused);
        var record = await RecordAsync(id);
        Assert.Equal([1, 2, 3], record!.Evaluations.Select(evaluation => evaluation.Evaluation));
        Assert.Equal([1, 3], record.Snapshots);
        Assert.Equal(Sha256.Of(FakeTrialEngine.Result(id)), record.ImageSha256);
        Assert.Equal((24, 16), (record.Width, record.Height));
        Assert.Equal(id, TrialId.Of(record.Parameters, record.Content, record.Style, record.Weights));
        Assert.False(await _processor.Store.ExistsAsync(StoreLayout.TrialsContainer, StoreLayout.TrialProgress(id), Cancellation));
        Assert.True(await _processor.Store.ExistsAsync(StoreLayout.TrialsContainer, StoreLayout.TrialSnapshot(id, 3), Cancellation));
        // On a machine with other work to do progress is written now and then, too.
        var written = _processor.Store.Written.Where(name => name != $"trials/{StoreLayout.TrialProgress(id)}").ToList();
        string[] files = ["image.png", "filmstrip.png", "filmstrip.webp", "plots.svg", "plots.png", "record.json"];
        Assert.Equal(files.Select(file => $"trials/{id}/{file}"), written[^6..]);
    }

    [Fact]
    public async Task RunAsync_FinishedBefore_ComputesNothing()
    {
        var id = await PlanOneAsync();
        var first = await _processor.Execution.RunAsync(id, Cancellation);

        var second = await _processor.Execution.RunAsync(id, Cancellation);

        Assert.Equal(first with { Reused = true }, second);
        Assert.Single(_processor.Engine.Runs);
    }

    [Fact]
    public async Task RunAsync_ImageOfFinishedTrialRemoved_ComputesAgain()
    {
        var id = await PlanOneAsync();
        await _processor.Execution.RunAsync(id, Cancellation);
        await _processor.Store.DeleteAsync(StoreLayout.TrialsContainer, StoreLayout.TrialImage(id), Cancellation);

        var outcome = await _processor.Execution.RunAsync(id, Cancellation);

        Assert.False(outcome.Reused);
        Assert.Equal(2, _processor.Engine.Runs.Count);
    }

    [Fact]
    public async Task RunAsync_EngineGivesAnOutputFile_ItIsWrittenBesideTheImageAndRecorded()
    {
        var id = await PlanOneAsync();
        _processor.Engine.Output = new OutputFile("output.tif", [1, 2, 3], "image/tiff");

        await _processor.Execution.RunAsync(id, Cancellation);

        var record = await RecordAsync(id);
        Assert.Equal(("output.tif", Sha256.Of([1, 2, 3])), (record!.OutputFile, record.OutputSha256));
        var blob = await _processor.Store.ReadAsync(StoreLayout.TrialsContainer, $"{id}/output.tif", Cancellation);
        Assert.Equal([1, 2, 3], blob!.Content.ToArray());
        Assert.Equal($"trials/{id}/record.json", _processor.Store.Written[^1]);
    }

    [Fact]
    public async Task RunAsync_OutputFileOfFinishedTrialRemoved_ComputesAgain()
    {
        var id = await PlanOneAsync();
        _processor.Engine.Output = new OutputFile("output.tif", [1, 2, 3], "image/tiff");
        await _processor.Execution.RunAsync(id, Cancellation);
        Assert.True((await _processor.Execution.RunAsync(id, Cancellation)).Reused);
        await _processor.Store.DeleteAsync(StoreLayout.TrialsContainer, $"{id}/output.tif", Cancellation);

        var outcome = await _processor.Execution.RunAsync(id, Cancellation);

        Assert.False(outcome.Reused);
        Assert.Equal(2, _processor.Engine.Runs.Count);
    }

    [Fact]
    public async Task RunAsync_Completed_RecordsLayersImprovementAndBest()
    {
        var id = await PlanOneAsync();

        await _processor.Execution.RunAsync(id, Cancellation);

        var record = await RecordAsync(id);
        Assert.Equal([new LossLayer(LossPart.Style, LayerName.Parse("relu1_1"), 1000)], record!.Layers);
        Assert.Equal([1.5, 0.75, 0.5], record.Evaluations.Select(evaluation => Assert.Single(evaluation.Layers)));
        Assert.Equal([0, 50, 66.67], record.Evaluations.Select(evaluation => Math.Round(evaluation.Improvement, 2)));
        Assert.Equal(3, record.BestEvaluation);
        Assert.Null(record.OutputFile);
    }

    [Fact]
    public async Task RunAsync_EngineFails_RecordsReasonAndCurve()
    {
        var id = await PlanOneAsync();
        _processor.Engine.BeforeEvaluation = (_, evaluation, _) =>
        {
            if (evaluation == 3)
                throw new FakeEngineException("the loss is NaN at evaluation 3");
        };

        var outcome = await _processor.Execution.RunAsync(id, Cancellation);

        Assert.Equal((TrialState.Failed, "the loss is NaN at evaluation 3"), (outcome.State, outcome.Reason));
        var record = await RecordAsync(id);
        Assert.Equal(2, record!.Evaluations.Count);
        Assert.Null(record.ImageSha256);
        Assert.True(await _processor.Store.ExistsAsync(StoreLayout.TrialsContainer, StoreLayout.TrialPlots(id, "svg"), Cancellation));
        Assert.Equal(outcome with { Reused = true }, await _processor.Execution.RunAsync(id, Cancellation));
        Assert.Single(_processor.Engine.Runs);
    }

    [Fact]
    public async Task RunAsync_ImageChangedAfterPlanning_FailsAndKeepsNoRecord()
    {
        var id = await PlanOneAsync();
        await _processor.Store.WriteAsync(StoreLayout.InputContainer, "style.png", TinyPng.Of(1, 1, 0, 0, 0), "image/png", Cancellation);

        var outcome = await _processor.Execution.RunAsync(id, Cancellation);

        Assert.Equal(TrialState.Failed, outcome.State);
        Assert.Contains("'style.png' changed after the sweep was planned", outcome.Reason, StringComparison.Ordinal);
        Assert.Null(await RecordAsync(id));
        Assert.Empty(_processor.Engine.Runs);
    }

    [Fact]
    public async Task RunAsync_TrialEditedInTheStore_FailsAndRunsNothing()
    {
        var id = await PlanOneAsync();
        var name = StoreLayout.TrialJson(id);
        var trial = await _processor.Store.ReadDocumentAsync<Trial>(StoreLayout.TrialsContainer, name, Cancellation);
        var edited = trial! with { Parameters = trial.Parameters with { StyleWeight = 12345 } };
        await _processor.Store.WriteDocumentAsync(StoreLayout.TrialsContainer, name, edited, Cancellation);

        var outcome = await _processor.Execution.RunAsync(id, Cancellation);

        Assert.Contains("holds another setting", outcome.Reason, StringComparison.Ordinal);
        Assert.Empty(_processor.Engine.Runs);
    }

    [Fact]
    public async Task RunAsync_WorkerHasOtherWeights_FailsNamingTheNetwork()
    {
        var id = await PlanOneAsync();
        _processor.Catalog.Weights = FakeCatalog.Mini with { Sha256 = new string('b', 64) };

        var outcome = await _processor.Execution.RunAsync(id, Cancellation);

        Assert.Contains("weights of vgg19-mini", outcome.Reason, StringComparison.Ordinal);
        Assert.Empty(_processor.Engine.Runs);
    }

    [Fact]
    public async Task RunAsync_Cancelled_StopsTheEngineAndLeavesNothingFinished()
    {
        var id = await PlanOneAsync();
        using var stop = new CancellationTokenSource();
        _processor.Engine.BeforeEvaluation = (_, evaluation, _) =>
        {
            if (evaluation == 2)
                stop.Cancel();
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _processor.Execution.RunAsync(id, stop.Token));

        Assert.Null(await RecordAsync(id));
        Assert.False(await _processor.Store.ExistsAsync(StoreLayout.TrialsContainer, StoreLayout.TrialImage(id), Cancellation));
    }

    [Theory]
    [InlineData("snapshots/1.png")]
    [InlineData("image.png")]
    [InlineData("record.json")]
    public async Task RunAsync_StoreGone_ThrowsAndASecondRunCompletes(string lost)
    {
        var id = await PlanOneAsync();
        _processor.Store.Fails = (_, name) => name.EndsWith(lost, StringComparison.Ordinal);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => _processor.Execution.RunAsync(id, Cancellation));
        Assert.Null(await RecordAsync(id));

        _processor.Store.Fails = (_, _) => false;
        var outcome = await _processor.Execution.RunAsync(id, Cancellation);

        Assert.Equal((TrialState.Completed, false), (outcome.State, outcome.Reused));
    }

    [Fact]
    public async Task RunAsync_ProgressCannotBeWritten_CompletesAllTheSame()
    {
        var id = await PlanOneAsync();
        _processor.Store.Fails = (_, name) => name.EndsWith("progress.json", StringComparison.Ordinal);

        var outcome = await _processor.Execution.RunAsync(id, Cancellation);

        Assert.Equal(TrialState.Completed, outcome.State);
    }

    [Fact]
    public async Task RunAsync_SlowEngine_ProgressIsThereWhileItRuns()
    {
        var id = await PlanOneAsync();
        using var seen = new ManualResetEventSlim();
        _processor.Engine.BeforeEvaluation = (_, evaluation, cancellation) =>
        {
            if (evaluation == 3)
                seen.Wait(cancellation);
        };

        var running = _processor.Execution.RunAsync(id, Cancellation);
        TrialProgress? progress = null;
        while (progress?.Evaluation != 2)
        {
            await Task.Delay(20, Cancellation);
            progress = await _processor.Store.ReadDocumentAsync<TrialProgress>(
                StoreLayout.TrialsContainer, StoreLayout.TrialProgress(id), Cancellation);
        }

        seen.Set();
        await running;
        Assert.Equal((2, 3, 1.5), (progress.Evaluation, progress.Iterations, progress.Total));
    }

    public void Dispose() => _processor.Dispose();

    private async Task<string> PlanOneAsync() => (await _processor.PlanOneAsync(Cancellation, SampleSweep.Manifest + "\nsnapshots: first 1, last")).Id;

    private Task<TrialRecord?> RecordAsync(string id) => _processor.RecordAsync(id, Cancellation);
}
