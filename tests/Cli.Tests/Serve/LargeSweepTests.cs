using System.Diagnostics;
using System.Globalization;
using NeuralStyle.Functions.Settings;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Functions.Sweeps;
using NeuralStyle.Functions.Tests.Fakes;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Sweeps;
using NeuralStyle.Tests.Azurite;

namespace NeuralStyle.Cli.Tests.Serve;

/// <summary>
/// What a trial costs beside the engine: a sweep of trials that take no time, through queues and blobs. 100 trials in the test run, whose
/// times on a busy machine say nothing; NEURALSTYLE_LARGE_SWEEP=2000 measures, and holds that a trial costs less than 50 ms.
/// </summary>
public sealed class LargeSweepTests(AzuriteFixture azurite, ITestOutputHelper output) : IClassFixture<AzuriteFixture>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RunAsync_ManyTrials_CostLittleAndTheStatusIsAlwaysReadable()
    {
        var measured = Environment.GetEnvironmentVariable("NEURALSTYLE_LARGE_SWEEP");
        var asked = int.Parse(measured ?? "100", CultureInfo.InvariantCulture);
        var served = new ServedSweep(azurite.Connect(), new ProcessorSettings { SheetInterval = TimeSpan.FromSeconds(10) })
        {
            Patience = TimeSpan.FromMinutes(20),
            // Reading a status of thousands of trials again and again would be part of what is measured.
            Looking = TimeSpan.FromMilliseconds(500),
        };
        await SampleSweep.PutImagesAsync(served.Store, Cancellation);
        var manifest = $$"""
            content: [content.png]
            style: [style.png]
            parameters: {imageSize: 32, iterations: 3, init: noise}
            axes:
              seed: 1..{{asked / 50}} step 1
              styleWeight: 1..50 step 1
            limits: {maxTrials: 10000}
            """;
        using var watched = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var watching = WatchAsync(served.Store, watched.Token);

        await served.WhileServingAsync(async () =>
        {
            var started = Stopwatch.GetTimestamp();
            var (hostBefore, azuriteBefore) = (Environment.CpuUsage.TotalTime, azurite.ProcessorTime);
            var status = await served.SubmitAsync("large-sweep", manifest, Cancellation);
            var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;

            var (host, store) = (Environment.CpuUsage.TotalTime - hostBefore, azurite.ProcessorTime - azuriteBefore);
            await watched.CancelAsync();
            var (looks, most) = await watching;
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{status.Trials.Count} trials in {seconds:0.0} s: {1000 * seconds / status.Trials.Count:0.0} ms each, processor {host.TotalMilliseconds / status.Trials.Count:0.0} ms here and {store.TotalMilliseconds / status.Trials.Count:0.0} ms in Azurite; {looks} looks, {most >> 20} MiB at most, {status.Sheets.Count} pages"));
            Assert.Equal(asked / 50 * 50, status.Count(TrialState.Completed));
            Assert.Equal(SweepState.Completed, status.State);
            Assert.Equal(status.Trials.Count, served.Engine.Runs.Count);
            if (measured is not null)
                Assert.InRange(1000 * seconds / status.Trials.Count, 0, 50);
        });
    }

    /// <summary>Reads the status again and again; every time it must be one.</summary>
    private async Task<(int Looks, long MostBytes)> WatchAsync(IStore store, CancellationToken stopping)
    {
        var writer = new StatusWriter(store, TimeProvider.System);
        var (looks, most) = (0, 0L);
        var known = false;
        while (!stopping.IsCancellationRequested)
        {
            var status = await writer.ReadAsync("large-sweep", Cancellation);
            Assert.True(status is not null || !known);
            known |= status is not null;
            looks++;
            var now = Environment.WorkingSet;
            most = Math.Max(most, now);
            if (looks % 10 == 0 && status is not null)
                output.WriteLine($"{DateTime.UtcNow:HH:mm:ss} {status.State} {status.Count(TrialState.Completed)} {now >> 20} MiB, {GC.GetTotalMemory(false) >> 20} MiB managed");
            await Task.Delay(500, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return (looks, most);
    }
}
