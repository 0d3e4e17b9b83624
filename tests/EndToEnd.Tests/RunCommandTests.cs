using NeuralStyle.Engine.Images;
using NeuralStyle.Plan.Records;

namespace NeuralStyle.EndToEnd.Tests;

/// <summary><c>nst run</c>: everything on one machine, without services.</summary>
public sealed class RunCommandTests : IDisposable
{
    private readonly SweepFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Run_TwoAxes_SheetShowsEachTrialWhereItsLabelsSay()
    {
        var manifest = _folder.Manifest("two-axes", "axes: {styleWeight: [3, 300, 3e4], init: [content, noise]}\ngrid: {rows: init, columns: styleWeight}");

        var (exitCode, output) = await NstProcess.RunAsync(string.Empty, "run", manifest, "--out", _folder.PathOf("out"));

        Assert.True(exitCode == 0, output);
        var sweep = Sweep("two-axes");
        Assert.Equal(6, sweep.Status.Count(TrialState.Completed));
        SheetAssert.CellsShowWhatTheirLabelsSay(sweep);
    }

    [Fact]
    public async Task Run_Batch_SheetAndRecordsAreThoseOfTrialsThatRanTogether()
    {
        var manifest = _folder.Manifest("together", "axes: {styleWeight: [3, 300, 3e4], init: [content, noise]}\ngrid: {rows: init, columns: styleWeight}");

        var (exitCode, output) = await NstProcess.RunAsync(string.Empty, "run", manifest, "--batch", "4", "--out", _folder.PathOf("out"));

        Assert.True(exitCode == 0, output);
        var sweep = Sweep("together");
        Assert.Equal([2, 2, 4, 4, 4, 4], sweep.Plan.Trials.Select(trial => sweep.Record(trial.Id).Batch).Order());
        SheetAssert.CellsShowWhatTheirLabelsSay(sweep);
    }

    [Fact]
    public async Task Run_Again_ComputesNothing()
    {
        var manifest = _folder.Manifest("again", "axes: {styleWeight: [3, 300]}");
        await NstProcess.RunAsync(string.Empty, "run", manifest, "--out", _folder.PathOf("out"));
        var first = Sweep("again").Plan.Trials.Select(trial => Sweep("again").Record(trial.Id).FinishedAt).ToList();

        var (exitCode, output) = await NstProcess.RunAsync(string.Empty, "run", manifest, "--out", _folder.PathOf("out"));

        Assert.Equal(0, exitCode);
        Assert.Contains("2 reused", output, StringComparison.Ordinal);
        Assert.Equal(first, Sweep("again").Plan.Trials.Select(trial => Sweep("again").Record(trial.Id).FinishedAt));
    }

    [Fact]
    public async Task Run_ResolvedManifestOfItsOwnResult_GivesTheSameTrials()
    {
        var manifest = _folder.Manifest("resolved", "axes: {styleWeight: 1..100 log 3}");
        await NstProcess.RunAsync(string.Empty, "run", manifest, "--out", _folder.PathOf("out"));
        File.Copy(Sweep("resolved").ResultPath("sweep.json"), _folder.PathOf("sweep.json"));

        var (exitCode, output) = await NstProcess.RunAsync(string.Empty, "run", _folder.PathOf("sweep.json"), "--out", _folder.PathOf("out"));

        Assert.Equal(0, exitCode);
        Assert.Contains("3 reused", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_OneDamagedImageOfThree_ItsCellsSayWhyAndTheOthersAreThere()
    {
        var manifest = _folder.Manifest("damaged", "axes: {styleWeight: [3, 300]}", content: "[waves.png, damaged.png, ripples.png]");

        var (exitCode, output) = await NstProcess.RunAsync(string.Empty, "run", manifest, "--out", _folder.PathOf("out"));

        Assert.True(exitCode == 3, output);
        var sweep = Sweep("damaged");
        Assert.Equal(4, sweep.Status.Count(TrialState.Completed));
        Assert.All(
            sweep.Status.Trials.Where(trial => trial.State == TrialState.Failed),
            trial => Assert.Contains("damaged.png", trial.Reason, StringComparison.Ordinal));
        Assert.Equal(2, sweep.Status.Count(TrialState.Failed));
        SheetAssert.CellsShowWhatTheirLabelsSay(sweep);
        Assert.Contains("damaged.png", await File.ReadAllTextAsync(sweep.ResultPath("index.html"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_Masks_OnlyTheMaskedHalfChangesAndTheSheetShowsIt()
    {
        var manifest = _folder.PathOf("masks.yaml");
        await File.WriteAllTextAsync(
            manifest,
            """
            content: waves.png
            style: stripes.png
            masks: {content: left.png, color: left.png}
            parameters: {network: vgg19-mini, imageSize: 96, iterations: 8, tvWeight: 0, color: luminance, contentLayers: relu2_1, styleLayers: "relu1_1, relu2_1"}
            axes: {styleMasks: [left.png, right.png]}
            """,
            TestContext.Current.CancellationToken);

        var (exitCode, output) = await NstProcess.RunAsync(string.Empty, "run", manifest, "--out", _folder.PathOf("out"));

        Assert.True(exitCode == 0, output);
        var sweep = Sweep("masks");
        SheetAssert.CellsShowWhatTheirLabelsSay(sweep);
        foreach (var trial in sweep.Plan.Trials)
        {
            var isLeft = trial.Parameters.StyleMasks.Names[0] == "left.png";
            // Beyond the reach of the layers from the mask's edge.
            var (masked, other) = isLeft ? (0, 72) : (72, 0);
            Assert.InRange(Difference(sweep.Image(trial.Id), masked), 0.02, 1);
            Assert.InRange(Difference(sweep.Image(trial.Id), other), 0, 0.005);
        }
    }

    [Fact]
    public async Task Run_KilledInMidTrial_RunAgainCompletesWithWhatWasDone()
    {
        var manifest = _folder.Manifest("killed", "axes: {styleWeight: [3, 300, 3e4]}", iterations: 400);
        await using (var nst = NstProcess.Start(string.Empty, "run", manifest, "--out", _folder.PathOf("out")))
        {
            await Until.TrueAsync(() => nst.Output.Contains("1/3 completed", StringComparison.Ordinal));
            await nst.KillAsync();
        }

        var (exitCode, output) = await NstProcess.RunAsync(string.Empty, "run", manifest, "--out", _folder.PathOf("out"));

        Assert.True(exitCode == 0, output);
        Assert.Equal(3, Sweep("killed").Status.Count(TrialState.Completed));
        Assert.InRange(Sweep("killed").Status.Trials.Count(trial => trial.Reused), 1, 2);
    }

    /// <summary>How far 24 columns are from those of the content, on average.</summary>
    private double Difference(byte[] image, int column)
    {
        var (content, result) = (Read(File.ReadAllBytes(_folder.PathOf("waves.png"))), Read(image));
        return (from channel in Enumerable.Range(0, Picture.Channels)
                from y in Enumerable.Range(0, content.Height)
                from x in Enumerable.Range(column, 24)
                select Math.Abs(content.At(channel, x, y) - result.At(channel, x, y))).Average();

        static Picture Read(byte[] png) => new ImageReader().Read("image", png);
    }

    private FetchedSweep Sweep(string name) =>
        new(Path.Combine(_folder.PathOf("out"), "results", name), Path.Combine(_folder.PathOf("out"), "trials"));
}
