using System.Text.Json;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Plan.Json;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Searches;
using NeuralStyle.Plan.Sweeps;
using NeuralStyle.Tests.Azurite;

namespace NeuralStyle.EndToEnd.Tests;

/// <summary>Searches by successive halving with the real engine: over a folder, over a real Azurite, undisturbed, killed and cancelled.</summary>
public sealed class SearchTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>, IDisposable
{
    private const string Axes = "axes: {styleWeight: [0.3, 3, 30, 300, 3e3]}\nsearch: {method: halving, rungs: [32, 64, 96], keep: 1/2}\nsnapshots: first 1, last\nlimits: {maxMinutes: 600}";

    private static readonly string[] Drawn = ["sheet.png", "plan.json", "sweep.json"];

    private readonly SweepFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Run_Search_GoesUpByRungsAndKeepsWhatWasDropped()
    {
        var calm = await RunUndisturbedAsync("search-run");

        Assert.Equal([5, 3, 2], Enumerable.Range(0, 3).Select(rung => calm.Plan.TrialsAt(rung).Count));
        foreach (var trial in calm.Plan.Trials)
        {
            var record = calm.Record(trial.Id);
            var size = calm.Plan.Search!.Rungs[calm.Plan.RungOf(trial)];
            Assert.Equal((TrialState.Completed, size), (record.State, Math.Max(record.Width, record.Height)));
            if (calm.Plan.RungOf(trial) > 0)
                Assert.Equal(calm.Record(trial.Parameters.InitTrial).ImageSha256, record.InitTrialSha256);
        }

        Assert.Equal((7, 3), (calm.Status.Count(TrialState.Completed), calm.Status.Count(TrialState.Dropped)));
        var dropped = calm.Status.Trials.Where(trial => trial.State == TrialState.Dropped).Select(trial => trial.TrialId).ToHashSet();
        Assert.Equal(3, calm.Plan.Cells.Count(cell => dropped.Contains(cell.TrialId)));
        var (verified, said) = await NstProcess.RunAsync(string.Empty, "verify", _folder.PathOf("calm"), "--images", Path.GetDirectoryName(_folder.PathOf("x"))!);
        Assert.True(verified == 0, said);
    }

    [Fact]
    public async Task Run_KilledAtEachRungAndRunAgain_EndsWithTheSheetOfAnUndisturbedRun()
    {
        var calm = await RunUndisturbedAsync("search-killed", iterations: 20);
        var output = _folder.PathOf("out");
        for (var rung = 0; rung < 3; rung++)
        {
            var trials = calm.Plan.TrialsAt(rung);
            await using var run = NstProcess.Start(string.Empty, "run", _folder.PathOf("search-killed.yaml"), "--out", output);
            await Until.TrueAsync(() => trials.Any(trial => File.Exists(Path.Combine(output, "trials", trial.Id, "snapshots", "1.png"))));
            await run.KillAsync();
        }

        var (exitCode, log) = await NstProcess.RunAsync(string.Empty, "run", _folder.PathOf("search-killed.yaml"), "--out", output);

        Assert.True(exitCode == 0, log);
        AssertSame(calm, new FetchedSweep(Path.Combine(output, "results", "search-killed"), Path.Combine(output, "trials")));
    }

    [Fact]
    public async Task Cancel_InTheSecondRung_StopsAndRunningAgainEndsWithTheSheetOfAnUndisturbedRun()
    {
        var calm = await RunUndisturbedAsync("search-cancelled", iterations: 150);
        var output = _folder.PathOf("out");
        var second = calm.Plan.TrialsAt(1);
        await using (var run = NstProcess.Start(string.Empty, "run", _folder.PathOf("search-cancelled.yaml"), "--out", output))
        {
            await Until.TrueAsync(() => File.Exists(Path.Combine(output, "trials", second[0].Id, "snapshots", "1.png")));
            await NstProcess.RunAsync(string.Empty, "cancel", "search-cancelled", "--out", output);
            Assert.Equal(3, await run.ExitCodeAsync());
        }

        var cancelled = new FetchedSweep(Path.Combine(output, "results", "search-cancelled"), Path.Combine(output, "trials"));
        Assert.Equal(SweepState.Cancelled, cancelled.Status.State);
        Assert.Equal(2, cancelled.Status.Count(TrialState.Dropped));
        Assert.Equal(1, cancelled.Plan.TopRung());
        Assert.True(cancelled.Status.Count(TrialState.Cancelled) > 0);
        var (exitCode, log) = await NstProcess.RunAsync(string.Empty, "run", _folder.PathOf("search-cancelled.yaml"), "--out", output);

        Assert.True(exitCode == 0, log);
        AssertSame(calm, cancelled);
    }

    [Fact]
    public async Task Serve_KilledInTheSecondRungAndStartedAgain_EndsWithTheSheetOfAnUndisturbedRun()
    {
        var connection = azurite.Require();
        var calm = await RunUndisturbedAsync("search-served", iterations: 60);
        var store = BlobStore.Connect(connection);
        var second = calm.Plan.TrialsAt(1);
        await using (var first = NstProcess.Start(connection, "serve"))
        {
            await NstProcess.RunAsync(connection, ["submit", _folder.PathOf("search-served.yaml"), "--images", .. _folder.Images]);
            await Until.TrueAsync(async () => (await Task.WhenAll(second.Select(trial =>
                store.ExistsAsync(StoreLayout.TrialsContainer, StoreLayout.TrialSnapshot(trial.Id, 1), CancellationToken.None)))).Any(found => found));
            await first.KillAsync();
        }

        await using var again = NstProcess.Start(connection, "serve");
        await Until.TrueAsync(async () => await StatusAsync(store) is { IsFinished: true });
        var (fetched, output) = await NstProcess.RunAsync(connection, "fetch", "search-served", "--out", _folder.PathOf("fetched"));
        var (verified, said) = await NstProcess.RunAsync(connection, "verify", "search-served");

        Assert.True(fetched == 0, $"{output}\n{again.Output}");
        Assert.True(verified == 0, said);
        AssertSame(calm, new FetchedSweep(_folder.PathOf("fetched"), Path.Combine(_folder.PathOf("fetched"), "trials")));
        var (retried, text) = await NstProcess.RunAsync(connection, ["submit", _folder.PathOf("search-served.yaml"), "--wait"]);
        Assert.True(retried == 0, text);
        Assert.Contains("; 10 of all reused", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_EverySettingFails_EndsAfterTheFirstRungWithASheet()
    {
        var manifest = _folder.Manifest("search-failing", Axes, content: "damaged.png");

        var (exitCode, output) = await NstProcess.RunAsync(string.Empty, "run", manifest, "--out", _folder.PathOf("out"));

        Assert.True(exitCode == 3, output);
        var sweep = new FetchedSweep(Path.Combine(_folder.PathOf("out"), "results", "search-failing"), Path.Combine(_folder.PathOf("out"), "trials"));
        Assert.Equal((5, 5, 0), (sweep.Status.Trials.Count, sweep.Status.Count(TrialState.Failed), sweep.Plan.TopRung()));
        Assert.NotEmpty(sweep.Sheet);
    }

    private static void AssertSame(FetchedSweep calm, FetchedSweep other)
    {
        foreach (var name in Drawn)
            Assert.Equal(File.ReadAllBytes(calm.ResultPath(name)), File.ReadAllBytes(other.ResultPath(name)));
        foreach (var trial in calm.Plan.Trials)
            Assert.Equal(calm.Image(trial.Id), other.Image(trial.Id));
        Assert.Equal(Ends(calm), Ends(other));

        static IEnumerable<(string, TrialState, string?)> Ends(FetchedSweep sweep) => sweep.Status.Trials.Select(trial => (trial.TrialId, trial.State, trial.Reason));
    }

    private async Task<FetchedSweep> RunUndisturbedAsync(string name, int iterations = 4)
    {
        var manifest = _folder.Manifest(name, Axes, iterations: iterations);
        var (exitCode, output) = await NstProcess.RunAsync(string.Empty, "run", manifest, "--out", _folder.PathOf("calm"));
        Assert.True(exitCode == 0, output);
        return new FetchedSweep(Path.Combine(_folder.PathOf("calm"), "results", name), Path.Combine(_folder.PathOf("calm"), "trials"));
    }

    private static async Task<SweepStatus?> StatusAsync(BlobStore store)
    {
        var blob = await store.ReadAsync(StoreLayout.ResultsContainer, StoreLayout.SweepStatus("search-served"), CancellationToken.None);
        return blob is null ? null : JsonSerializer.Deserialize<SweepStatus>(blob.Content.Span, PlanJson.Compact);
    }
}
