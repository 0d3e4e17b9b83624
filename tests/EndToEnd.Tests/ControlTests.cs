using NeuralStyle.Plan.Records;

namespace NeuralStyle.EndToEnd.Tests;

/// <summary><c>nst cancel</c>, <c>pause</c>, <c>resume</c> and a killed composer, over a folder, from a second process and with the real engine.</summary>
public sealed class ControlTests : IDisposable
{
    private const string Axes = "axes: {styleWeight: [3, 300]}\nlimits: {maxMinutes: 600}";

    private static readonly (string, string)[] OftenDrawn = [("Processor__SheetInterval", "00:00:00.1")];

    private readonly SweepFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Cancel_SweepOfAnotherProcess_StopsAndRunningAgainGivesTheBytesOfAnUndisturbedRun()
    {
        var (manifest, calm) = await RunUndisturbedAsync("cancelled");
        var first = calm.Plan.Trials[0].Id;
        var output = _folder.PathOf("out");
        await using var run = NstProcess.Start(string.Empty, "run", manifest, "--out", output);
        await Until.TrueAsync(() => File.Exists(Path.Combine(output, "trials", first, "snapshots", "20.png")));

        var (cancelled, said) = await NstProcess.RunAsync(string.Empty, "cancel", "cancelled", "--out", output);
        var ended = await run.ExitCodeAsync();
        var (status, shown) = await NstProcess.RunAsync(string.Empty, "status", "cancelled", "--out", output);

        Assert.True(cancelled == 0, said);
        Assert.Equal((3, 3), (ended, status));
        Assert.Contains("cancelled: cancelled; 0 of 2 trials completed (0 reused), 0 failed, 2 cancelled", shown, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(output, "trials", first, "checkpoint.bin")));
        Assert.True(File.Exists(Path.Combine(output, "results", "cancelled", "sheet.png")));

        var (again, log) = await NstProcess.RunAsync(string.Empty, "run", manifest, "--out", output);
        Assert.True(again == 0, log);
        var resumed = new FetchedSweep(Path.Combine(output, "results", "cancelled"), Path.Combine(output, "trials"));
        Assert.Contains(resumed.Record(first).Events, happened => happened.Kind == TrialEventKind.Resumed);
        foreach (var trial in calm.Plan.Trials)
            Assert.Equal(calm.Image(trial.Id), resumed.Image(trial.Id));
    }

    [Fact]
    public async Task Pause_SweepOfAnotherProcess_WaitsUntilItIsResumed()
    {
        var (manifest, _) = await RunUndisturbedAsync("paused");
        var output = _folder.PathOf("out");
        await using var run = NstProcess.Start(string.Empty, "run", manifest, "--out", output);
        await Until.TrueAsync(() => Directory.Exists(Path.Combine(output, "trials")) && Directory.GetFiles(output, "1.png", SearchOption.AllDirectories).Length > 0);

        await NstProcess.RunAsync(string.Empty, "pause", "paused", "--now", "--out", output);
        await Until.TrueAsync(() => run.Output.Contains("paused: paused:", StringComparison.Ordinal));
        var (_, shown) = await NstProcess.RunAsync(string.Empty, "status", "paused", "--out", output);
        await NstProcess.RunAsync(string.Empty, "resume", "paused", "--out", output);

        Assert.Contains("paused: paused; 0 of 2 trials completed", shown, StringComparison.Ordinal);
        Assert.Equal(0, await run.ExitCodeAsync());
        Assert.Contains("paused: resumed: it goes on", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_KilledWhileASheetIsDrawn_LosesNothingAndEndsWithTheSheetOfAnUndisturbedRun()
    {
        var (manifest, calm) = await RunUndisturbedAsync("killed");
        var output = _folder.PathOf("out");
        for (var page = 1; page <= 3; page++)
        {
            await using var run = NstProcess.Start(string.Empty, OftenDrawn, "run", manifest, "--out", output);
            // The page is the last to be written: between the two is the middle of a composition.
            var sheet = Path.Combine(output, "results", "killed", "sheet.png");
            var before = File.Exists(sheet) ? File.GetLastWriteTimeUtc(sheet) : default;
            await Until.TrueAsync(() => File.Exists(sheet) && File.GetLastWriteTimeUtc(sheet) != before);
            await run.KillAsync();
        }

        var (again, log) = await NstProcess.RunAsync(string.Empty, OftenDrawn, "run", manifest, "--out", output);

        Assert.True(again == 0, log);
        Assert.Equal(calm.Sheet, new FetchedSweep(Path.Combine(output, "results", "killed"), Path.Combine(output, "trials")).Sheet);
    }

    private async Task<(string Manifest, FetchedSweep Calm)> RunUndisturbedAsync(string sweep)
    {
        var manifest = _folder.Manifest(sweep, $"{Axes}\nsnapshots: first 1, every 20, last", iterations: 300);
        var (exitCode, output) = await NstProcess.RunAsync(string.Empty, "run", manifest, "--out", _folder.PathOf("calm"));
        Assert.True(exitCode == 0, output);
        return (manifest, new FetchedSweep(Path.Combine(_folder.PathOf("calm"), "results", sweep), Path.Combine(_folder.PathOf("calm"), "trials")));
    }
}
