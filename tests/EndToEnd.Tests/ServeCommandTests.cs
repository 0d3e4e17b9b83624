using System.Text.Json;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Plan.Json;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Sweeps;
using NeuralStyle.Tests.Azurite;

namespace NeuralStyle.EndToEnd.Tests;

/// <summary><c>nst serve</c>, <c>submit</c>, <c>status</c> and <c>fetch</c> as processes, over a real Azurite.</summary>
public sealed class ServeCommandTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>, IDisposable
{
    private readonly SweepFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Submit_TwoAxes_SheetIsFetchedAndShowsWhatItsLabelsSay()
    {
        var connection = azurite.Require();
        var manifest = _folder.Manifest("served", "axes: {styleWeight: [3, 300, 3e4], init: [content, gray]}\ngrid: {rows: init, columns: styleWeight}");
        await using var host = NstProcess.Start(connection, "serve");

        var (submitted, output) = await NstProcess.RunAsync(connection, ["submit", manifest, "--images", .. _folder.Images, "--wait"]);
        var (fetched, _) = await NstProcess.RunAsync(connection, "fetch", "served", "--out", _folder.PathOf("fetched"));

        Assert.True(submitted == 0, $"{output}\n{host.Output}");
        Assert.Equal(0, fetched);
        SheetAssert.CellsShowWhatTheirLabelsSay(Fetched());
        Assert.All((string[])["index.html", "trials.csv", "sweep.json"], name => Assert.True(File.Exists(Fetched().ResultPath(name)), name));
    }

    [Fact]
    public async Task Fetch_TrialsWithOutputFilesAndSnapshots_BringsAllThatTheyGave()
    {
        var connection = azurite.Require();
        var manifest = _folder.Manifest("outputs", "axes: {outputFormat: [png, png16, tiff16, jpeg]}\nsnapshots: first 2, last");
        await using var host = NstProcess.Start(connection, "serve");

        var (submitted, output) = await NstProcess.RunAsync(connection, ["submit", manifest, "--images", .. _folder.Images, "--wait"]);
        await NstProcess.RunAsync(connection, "fetch", "outputs", "--out", _folder.PathOf("fetched"));

        Assert.True(submitted == 0, $"{output}\n{host.Output}");
        string[] outputs = ["", "output.png", "output.tif", "output.jpg"];
        foreach (var (trial, file) in Fetched().Plan.Cells.Select(cell => cell.TrialId).Zip(outputs))
        {
            string[] expected =
            [
                "filmstrip.png", "filmstrip.webp", "image.png", .. file.Length > 0 ? [file] : Array.Empty<string>(),
                "plots.png", "plots.svg", "record.json", "snapshots/1.png", "snapshots/2.png", "snapshots/4.png", "trial.json",
            ];
            var folder = Path.Combine(_folder.PathOf("fetched"), "trials", trial);
            var files = Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(folder, path));
            Assert.Equal(expected.Order(StringComparer.Ordinal), files.Order(StringComparer.Ordinal));
            Assert.Equal(file.Length > 0 ? file : null, Fetched().Record(trial).OutputFile);
        }
    }

    [Fact]
    public async Task Submit_SameManifestAgain_ComputesNothing()
    {
        var connection = azurite.Require();
        var manifest = _folder.Manifest("twice", "axes: {styleWeight: [5, 500]}");
        await using var host = NstProcess.Start(connection, "serve");
        await NstProcess.RunAsync(connection, ["submit", manifest, "--images", .. _folder.Images, "--wait"]);

        var (exitCode, output) = await NstProcess.RunAsync(connection, "submit", manifest, "--wait");

        Assert.True(exitCode == 0, output);
        Assert.Contains("2 reused", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_KilledInMidTrialAndStartedAgain_SweepCompletes()
    {
        var connection = azurite.Require();
        var manifest = _folder.Manifest("resumed", "axes: {styleWeight: [7, 700, 7e4]}", iterations: 300);
        await using (var first = NstProcess.Start(connection, "serve"))
        {
            await NstProcess.RunAsync(connection, ["submit", manifest, "--images", .. _folder.Images]);
            await Until.TrueAsync(async () => await StatusAsync(connection, "resumed") is { } status && status.Count(TrialState.Completed) == 1);
            await first.KillAsync();
        }

        await using var second = NstProcess.Start(connection, "serve");
        await Until.TrueAsync(async () => (await StatusAsync(connection, "resumed"))!.IsFinished);

        var status = await StatusAsync(connection, "resumed");
        Assert.Equal(SweepState.Completed, status!.State);
        Assert.Equal(3, status.Count(TrialState.Completed));
        Assert.Contains(status.Trials, trial => trial.Reused);
    }

    [Fact]
    public async Task Submit_OneDamagedImageOfThree_ExitsWithThreeAndItsCellsSayWhy()
    {
        var connection = azurite.Require();
        var manifest = _folder.Manifest("partly", "axes: {styleWeight: [9, 900]}", content: "[waves.png, damaged.png, ripples.png]");
        await using var host = NstProcess.Start(connection, "serve");

        var (submitted, output) = await NstProcess.RunAsync(connection, ["submit", manifest, "--images", .. _folder.Images, "--wait"]);
        var (fetched, _) = await NstProcess.RunAsync(connection, "fetch", "partly", "--out", _folder.PathOf("fetched"));

        Assert.True(submitted == 3, output);
        Assert.Equal(3, fetched);
        Assert.Contains("damaged.png", output, StringComparison.Ordinal);
        Assert.Equal(4, Fetched().Status.Count(TrialState.Completed));
        SheetAssert.CellsShowWhatTheirLabelsSay(Fetched());
    }

    [Fact]
    public async Task Upload_ManifestWithProblems_StatusSaysAllOfThem()
    {
        var connection = azurite.Require();
        await using var host = NstProcess.Start(connection, "serve");
        var store = BlobStore.Connect(connection);

        await store.WriteAsync(
            StoreLayout.SweepsContainer, "wrong.yaml", "content: a.png\nstyle: b.png\ncolour: red\naxes: {init: [contents]}\n"u8.ToArray(),
            "application/yaml", TestContext.Current.CancellationToken);
        await Until.TrueAsync(async () => await StatusAsync(connection, "wrong") is { IsFinished: true });
        var (exitCode, output) = await NstProcess.RunAsync(connection, "status", "wrong");

        Assert.Equal(2, exitCode);
        Assert.Contains("colour", output, StringComparison.Ordinal);
        Assert.Contains("contents", output, StringComparison.Ordinal);
    }

    private FetchedSweep Fetched() => new(_folder.PathOf("fetched"), Path.Combine(_folder.PathOf("fetched"), "trials"));

    private static async Task<SweepStatus?> StatusAsync(string connection, string sweep)
    {
        var blob = await BlobStore.Connect(connection).ReadAsync(StoreLayout.ResultsContainer, StoreLayout.SweepStatus(sweep), CancellationToken.None);
        return blob is null ? null : JsonSerializer.Deserialize<SweepStatus>(blob.Content.Span, PlanJson.Compact);
    }
}
