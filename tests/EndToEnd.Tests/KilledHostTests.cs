using System.Diagnostics;
using System.Text.RegularExpressions;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Plan.Sweeps;
using NeuralStyle.Tests.Azurite;

namespace NeuralStyle.EndToEnd.Tests;

/// <summary>The host dies again and again while it computes a sweep, at moments that nobody chose.</summary>
public sealed partial class KilledHostTests(AzuriteFixture azurite, ITestOutputHelper output) : IClassFixture<AzuriteFixture>, IDisposable
{
    private const string Sweep = "often-killed";
    private const int Kills = 20;

    private static readonly (string, string)[] Often = [("Processor__CheckpointInterval", "00:00:00.2"), ("Processor__SheetInterval", "00:00:01")];

    private readonly SweepFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Serve_KilledTwentyTimesAtRandom_GivesTheSheetOfAnUndisturbedRunAndNoTrialEndsTwice()
    {
        var connection = azurite.Require();
        var store = BlobStore.Connect(connection);
        var (manifest, calm) = await RunUndisturbedAsync();
        await NstProcess.RunAsync(connection, ["submit", manifest, "--images", .. _folder.Images]);
        var random = new Random(20);
        var usually = 1.0;
        var ended = new Dictionary<string, string>();
        var said = new List<string>();

        for (var kill = 1; kill <= Kills; kill++)
        {
            await using var host = NstProcess.Start(connection, Often, "serve", "--threads", "1");
            await Until.TrueAsync(() => host.Output.Contains("Serving", StringComparison.Ordinal));
            var up = random.NextDouble() * 2 * usually;
            var began = Stopwatch.GetTimestamp();
            // So that the sweep is neither over before the last of them nor still at its beginning, on machines of any speed and load.
            var enough = (int)Math.Ceiling((double)kill * (calm.Plan.Trials.Count - 2) / Kills);
            while (Stopwatch.GetElapsedTime(began).TotalSeconds < up && await EndedAsync(store, calm) < enough)
                await Task.Delay(50, Cancellation);
            await Task.Delay(TimeSpan.FromSeconds(random.NextDouble() * 0.3), Cancellation);
            await host.KillAsync();

            said.Add(host.Output);
            foreach (var trial in calm.Plan.Trials)
            {
                if (await store.ReadAsync(StoreLayout.TrialsContainer, StoreLayout.TrialRecord(trial.Id), Cancellation) is { } record)
                    Assert.Equal(record.ETag, ended.TryGetValue(trial.Id, out var before) ? before : ended[trial.Id] = record.ETag);
            }

            output.WriteLine($"kill {kill} after {Stopwatch.GetElapsedTime(began).TotalSeconds:0.00} s: {ended.Count} of {calm.Plan.Trials.Count} trials ended");
            usually = ended.Count < enough ? usually * 1.4 : 1;
        }

        Assert.InRange(ended.Count, 1, calm.Plan.Trials.Count - 1);
        await using var last = NstProcess.Start(connection, Often, "serve", "--threads", "1");
        await Until.TrueAsync(async () => await store.ReadDocumentAsync<SweepStatus>(StoreLayout.ResultsContainer, StoreLayout.SweepStatus(Sweep), Cancellation) is { IsFinished: true });
        var (fetched, log) = await NstProcess.RunAsync(connection, "fetch", Sweep, "--out", _folder.PathOf("fetched"));
        var (verified, findings) = await NstProcess.RunAsync(connection, "verify", Sweep);

        Assert.True(fetched == 0, log);
        Assert.True(verified == 0, findings);
        var disturbed = new FetchedSweep(_folder.PathOf("fetched"), Path.Combine(_folder.PathOf("fetched"), "trials"));
        Assert.Equal(calm.Sheet, disturbed.Sheet);
        foreach (var (id, etag) in ended)
            Assert.Equal(etag, (await store.ReadAsync(StoreLayout.TrialsContainer, StoreLayout.TrialRecord(id), Cancellation))!.ETag);
        said.Add(last.Output);
        Assert.All(said.SelectMany(text => Completed().Matches(text)).GroupBy(match => match.Groups[1].Value), trial => Assert.Single(trial));
    }

    private static async Task<int> EndedAsync(BlobStore store, FetchedSweep sweep)
    {
        var records = sweep.Plan.Trials.Select(trial => store.ExistsAsync(StoreLayout.TrialsContainer, StoreLayout.TrialRecord(trial.Id), Cancellation));
        return (await Task.WhenAll(records)).Count(isThere => isThere);
    }

    [GeneratedRegex("Trial ([0-9a-f]{16}): completed in")]
    private static partial Regex Completed();

    private async Task<(string Manifest, FetchedSweep Calm)> RunUndisturbedAsync()
    {
        var manifest = _folder.Manifest(Sweep, "axes: {styleWeight: [1, 100, 1e4], init: [content, style]}", iterations: 120);
        var (exitCode, log) = await NstProcess.RunAsync(string.Empty, "run", manifest, "--threads", "1", "--out", _folder.PathOf("calm"));
        Assert.True(exitCode == 0, log);
        return (manifest, new FetchedSweep(Path.Combine(_folder.PathOf("calm"), "results", Sweep), Path.Combine(_folder.PathOf("calm"), "trials")));
    }
}
