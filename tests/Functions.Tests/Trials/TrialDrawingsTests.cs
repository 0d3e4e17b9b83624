using System.Text;
using NeuralStyle.Engine.Images;
using NeuralStyle.Functions.Sheets;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Functions.Tests.Fakes;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Functions.Tests.Trials;

/// <summary>What a trial's execution draws beside the result.</summary>
public sealed class TrialDrawingsTests : IDisposable
{
    private readonly Processor _processor = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RunAsync_TrialWithSnapshots_DrawsAFilmStripThatTheReportCarries()
    {
        var trial = await PlanOneAsync("first 2, last");

        var outcome = await _processor.Execution.RunAsync(trial.Id, Cancellation);

        // Three snapshots and the result, 24 x 16 each, side by side.
        var strip = new ImageReader().Read("filmstrip.png", (await ReadAsync(trial, "filmstrip.png"))!);
        Assert.InRange(strip.Width, 4 * 24, 4000);
        var reported = Assert.Single(await _processor.Get<ReportTrials>().ReadAsync([trial], [outcome], isPartial: false, Cancellation));
        Assert.True(reported.HasFilmStrip);
        var carried = await _processor.Get<ReportFiles>().ReadFilmStripAsync(reported, Cancellation);
        Assert.Equal("image/webp", carried!.MediaType);
        Assert.Equal(await ReadAsync(trial, "filmstrip.webp"), carried.Bytes.ToArray());
        Assert.InRange(carried.Bytes.Length, 100, 20_000);
    }

    [Fact]
    public async Task RunAsync_TrialWithoutSnapshots_HasPlotsButNoFilmStrip()
    {
        var trial = await PlanOneAsync("none");

        var outcome = await _processor.Execution.RunAsync(trial.Id, Cancellation);

        Assert.Null(await ReadAsync(trial, "filmstrip.png"));
        Assert.StartsWith("<svg ", Encoding.UTF8.GetString((await ReadAsync(trial, "plots.svg"))!), StringComparison.Ordinal);
        Assert.Equal(900, new ImageReader().Read("plots.png", (await ReadAsync(trial, "plots.png"))!).Width);
        Assert.False(Assert.Single(await _processor.Get<ReportTrials>().ReadAsync([trial], [outcome], isPartial: false, Cancellation)).HasFilmStrip);
    }

    [Theory]
    [InlineData("filmstrip.png")]
    [InlineData("filmstrip.webp")]
    [InlineData("plots.svg")]
    [InlineData("plots.png")]
    public async Task RunAsync_DrawingCannotBeWritten_TheTrialIsNoneTheWorse(string drawing)
    {
        var trial = await PlanOneAsync("last");
        _processor.Store.Fails = (_, name) => name.EndsWith(drawing, StringComparison.Ordinal);

        var outcome = await _processor.Execution.RunAsync(trial.Id, Cancellation);

        Assert.Equal(TrialState.Completed, outcome.State);
        Assert.Null(await ReadAsync(trial, drawing));
    }

    [Fact]
    public async Task RunAsync_ResultThatNoReaderTakes_CompletesWithoutAFilmStrip()
    {
        var trial = await PlanOneAsync("last");
        _processor.Engine.Image = [1, 2, 3];

        var outcome = await _processor.Execution.RunAsync(trial.Id, Cancellation);

        Assert.Equal(TrialState.Completed, outcome.State);
        Assert.Null(await ReadAsync(trial, "filmstrip.png"));
        Assert.NotNull(await ReadAsync(trial, "plots.png"));
    }

    public void Dispose() => _processor.Dispose();

    private async Task<Trial> PlanOneAsync(string snapshots)
    {
        await SampleSweep.PutImagesAsync(_processor.Store, Cancellation);
        var text = SampleSweep.Manifest + (snapshots == "none" ? string.Empty : $"\nsnapshots: {snapshots}");
        var plan = await _processor.Planning.PlanAsync(SampleSweep.Name, "sample-sweep.yaml", Encoding.UTF8.GetBytes(text), Cancellation);
        return plan.Trials[0];
    }

    private async Task<byte[]?> ReadAsync(Trial trial, string name) =>
        (await _processor.Store.ReadAsync(StoreLayout.TrialsContainer, $"{trial.Id}/{name}", Cancellation))?.Content.ToArray();
}
