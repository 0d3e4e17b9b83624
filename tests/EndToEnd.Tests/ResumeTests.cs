using NeuralStyle.Functions.Storage;
using NeuralStyle.Plan.Records;
using NeuralStyle.Tests.Azurite;

namespace NeuralStyle.EndToEnd.Tests;

/// <summary>A trial that is broken off goes on from its checkpoint, and ends as if nothing had happened: one trial of 300 evaluations.</summary>
public sealed class ResumeTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>, IDisposable
{
    private const string Sweep = "resumable";

    private static readonly (string, string)[] Often = [("Processor__CheckpointInterval", "00:00:00.2")];

    private readonly SweepFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Run_KilledAfterACheckpointAndRunAgain_GivesTheBytesOfAnUndisturbedRun()
    {
        var (manifest, calm) = await RunUndisturbedAsync();
        var trial = Assert.Single(calm.Plan.Trials).Id;
        await using (var nst = NstProcess.Start(string.Empty, Often, "run", manifest, "--out", _folder.PathOf("killed")))
        {
            await Until.TrueAsync(() => File.Exists(TrialFile("killed", trial, "checkpoint.bin")));
            await nst.KillAsync();
        }

        Assert.False(File.Exists(TrialFile("killed", trial, "record.json")));
        var (exitCode, output) = await NstProcess.RunAsync(string.Empty, "run", manifest, "--out", _folder.PathOf("killed"));

        Assert.True(exitCode == 0, output);
        AssertResumedToTheSame(calm, Of("killed"), trial);
        Assert.False(File.Exists(TrialFile("killed", trial, "checkpoint.bin")));
    }

    [Fact]
    public async Task Run_ToldToStop_LeavesACheckpointOfWhereItWas()
    {
        var (manifest, calm) = await RunUndisturbedAsync();
        var trial = Assert.Single(calm.Plan.Trials).Id;
        await using (var nst = NstProcess.Start(string.Empty, "run", manifest, "--out", _folder.PathOf("stopped")))
        {
            // The first snapshots are there; the first checkpoint by time would come after 30 seconds.
            await Until.TrueAsync(() => File.Exists(TrialFile("stopped", trial, "snapshots/50.png")));
            Assert.Equal(130, await nst.TerminateAsync());
        }

        Assert.True(File.Exists(TrialFile("stopped", trial, "checkpoint.bin")));
        var (exitCode, output) = await NstProcess.RunAsync(string.Empty, "run", manifest, "--out", _folder.PathOf("stopped"));

        Assert.True(exitCode == 0, output);
        AssertResumedToTheSame(calm, Of("stopped"), trial);
        Assert.InRange(Assert.Single(Of("stopped").Record(trial).Events).Evaluation, 50, 299);
    }

    [Fact]
    public async Task Run_CheckpointDamaged_BeginsAnewAndSaysSo()
    {
        var (manifest, calm) = await RunUndisturbedAsync();
        var trial = Assert.Single(calm.Plan.Trials).Id;
        Directory.CreateDirectory(Path.GetDirectoryName(TrialFile("damaged", trial, "checkpoint.bin"))!);
        await File.WriteAllBytesAsync(TrialFile("damaged", trial, "checkpoint.bin"), new byte[1000], TestContext.Current.CancellationToken);

        var (exitCode, output) = await NstProcess.RunAsync(string.Empty, "run", manifest, "--out", _folder.PathOf("damaged"));

        Assert.True(exitCode == 0, output);
        Assert.Equal(TrialEventKind.CheckpointRefused, Assert.Single(Of("damaged").Record(trial).Events).Kind);
        Assert.Equal(calm.Image(trial), Of("damaged").Image(trial));
    }

    [Fact]
    public async Task Serve_KilledAfterACheckpointAndStartedAgain_GivesTheBytesOfAnUndisturbedRun()
    {
        var connection = azurite.Require();
        var (manifest, calm) = await RunUndisturbedAsync();
        var trial = Assert.Single(calm.Plan.Trials).Id;
        var store = BlobStore.Connect(connection);
        await using (var first = NstProcess.Start(connection, Often, "serve"))
        {
            await NstProcess.RunAsync(connection, ["submit", manifest, "--images", .. _folder.Images]);
            await Until.TrueAsync(() => store.ExistsAsync(StoreLayout.TrialsContainer, StoreLayout.TrialCheckpoint(trial), CancellationToken.None));
            await first.KillAsync();
        }

        Assert.False(await store.ExistsAsync(StoreLayout.TrialsContainer, StoreLayout.TrialRecord(trial), CancellationToken.None));
        await using var second = NstProcess.Start(connection, Often, "serve");
        await Until.TrueAsync(async () => (await NstProcess.RunAsync(connection, "status", Sweep)).Output.Contains("done", StringComparison.Ordinal));
        var (fetched, output) = await NstProcess.RunAsync(connection, "fetch", Sweep, "--out", _folder.PathOf("fetched"));

        Assert.True(fetched == 0, $"{output}\n{second.Output}");
        AssertResumedToTheSame(calm, new FetchedSweep(_folder.PathOf("fetched"), Path.Combine(_folder.PathOf("fetched"), "trials")), trial);
        Assert.False(await store.ExistsAsync(StoreLayout.TrialsContainer, StoreLayout.TrialCheckpoint(trial), CancellationToken.None));
    }

    private async Task<(string Manifest, FetchedSweep Calm)> RunUndisturbedAsync()
    {
        var manifest = _folder.Manifest(Sweep, "snapshots: first 2, every 50, last", iterations: 300);
        var (exitCode, output) = await NstProcess.RunAsync(string.Empty, "run", manifest, "--out", _folder.PathOf("calm"));
        Assert.True(exitCode == 0, output);
        return (manifest, Of("calm"));
    }

    private static void AssertResumedToTheSame(FetchedSweep calm, FetchedSweep resumed, string trial)
    {
        var (expected, record) = (calm.Record(trial), resumed.Record(trial));
        var happened = Assert.Single(record.Events);
        Assert.Equal(TrialEventKind.Resumed, happened.Kind);
        Assert.InRange(happened.Evaluation, 1, 299);
        Assert.Equal(expected.ImageSha256, record.ImageSha256);
        Assert.Equal(calm.Image(trial), resumed.Image(trial));
        Assert.Equal(expected.Evaluations.Select(evaluation => evaluation.Total), record.Evaluations.Select(evaluation => evaluation.Total));
        Assert.Equal([1, 2, 50, 100, 150, 200, 250, 300], record.Snapshots);
        Assert.Equal(expected.Snapshots, record.Snapshots);
    }

    private string TrialFile(string output, string trial, string name) => Path.Combine(_folder.PathOf(output), "trials", trial, name);

    private FetchedSweep Of(string output) =>
        new(Path.Combine(_folder.PathOf(output), "results", Sweep), Path.Combine(_folder.PathOf(output), "trials"));
}
