using System.Diagnostics;
using System.Globalization;
using NeuralStyle.EndToEnd.Tests.Faults;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Sweeps;
using NeuralStyle.Tests.Azurite;

namespace NeuralStyle.EndToEnd.Tests.Load;

/// <summary>
/// Trials of many sweeps on the queue at once, a control host and three workers, each a process: 60 trials in the test run.
/// NEURALSTYLE_LOAD=5000 measures; the figures are of the machine, and of what else it does.
/// </summary>
[Collection("Workers")]
public sealed class LoadTests(ITestOutputHelper output) : IDisposable
{
    private const string Variable = "NEURALSTYLE_LOAD";
    private const int Workers = 3;

    // What a sweep may have on the queue: its window.
    private const int MostOfASweep = 250;

    private readonly SweepFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Serve_ManyTrialsQueuedAtOnceAndThreeWorkers_EachIsComputedOnce()
    {
        Assert.SkipWhen(AzuriteProcess.Missing() is not null, AzuriteProcess.Missing() ?? string.Empty);
        var asked = int.Parse(Environment.GetEnvironmentVariable(Variable) ?? "60", CultureInfo.InvariantCulture);
        var ofASweep = Math.Min(MostOfASweep, asked / Workers);
        var sweeps = Enumerable.Range(0, asked / ofASweep).Select(number => $"load-{number}").ToList();
        await using var azurite = await AzuriteProcess.StartAsync();
        await using var proxy = await StorageProxy.StartAsync(azurite);
        var waits = new QueueWaits();
        proxy.Answered = waits.Hear;
        // Blobs pass the proxy, and are counted, where it doesn't matter what that costs.
        var connection = asked > 1000 ? proxy.QueuesOnly : proxy.ConnectionString;
        var store = BlobStore.Connect(azurite.ConnectionString);

        List<NstProcess> hosts = [];
        await using var control = Serve(connection, "control");
        hosts.Add(control);
        foreach (var sweep in sweeps)
            await SubmitAsync(azurite.ConnectionString, sweep, sweeps.IndexOf(sweep), ofASweep);
        await WaitAsync(hosts, () => Task.FromResult(waits.Sent >= sweeps.Count * ofASweep));
        var (requests, began) = (proxy.Requests, Stopwatch.GetTimestamp());
        List<NstProcess> workers = [.. Enumerable.Range(0, Workers).Select(_ => Serve(connection, "worker"))];
        hosts.AddRange(workers);
        var statuses = new Dictionary<string, SweepStatus>();
        await WaitAsync(hosts, async () =>
        {
            foreach (var sweep in sweeps.Except(statuses.Keys).ToList())
            {
                var status = await store.ReadDocumentAsync<SweepStatus>(StoreLayout.ResultsContainer, StoreLayout.SweepStatus(sweep), Cancellation);
                if (status is { IsFinished: true })
                    statuses[sweep] = status;
            }

            return statuses.Count == sweeps.Count;
        });
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;

        var trials = sweeps.Count * ofASweep;
        State($"{trials} trials of {sweeps.Count} sweeps in {seconds:0} s: {trials / seconds:0.0} a second, {1000 * seconds / trials:0} ms each");
        State($"at most {waits.MostWaiting} messages waited; wait in the queue: median {Of(waits.Seconds, 0.5):0.0} s, 95 % within {Of(waits.Seconds, 0.95):0.0} s, longest {waits.Seconds[^1]:0.0} s");
        State($"{proxy.Requests - requests} requests ({string.Join(", ", proxy.Counts.OrderBy(count => count.Key).Select(count => $"{count.Key} {count.Value}"))})");
        State($"memory in MiB, now and at most, and processor: control {Shown(control.Id)}; {string.Join("; ", workers.Select(worker => $"worker {Shown(worker.Id)}"))}; Azurite {Shown(azurite.Id)}; these tests {Shown(Environment.ProcessId)}");
        foreach (var worker in workers)
            await worker.TerminateAsync();
        State($"trials by worker: {string.Join(", ", workers.Select(Computed))}");
        Assert.Equal(trials, statuses.Values.Sum(status => status.Count(TrialState.Completed)));
        Assert.Equal(trials, workers.Sum(Computed));
        Assert.Equal(trials, waits.Seconds.Count);
        Assert.True(waits.MostWaiting >= trials, $"{waits.MostWaiting} of {trials} trials were on the queue at once");
    }

    private static NstProcess Serve(string connection, string role) => NstProcess.Start(
        connection,
        [("Processor__Window", "256"), ("Processor__SheetInterval", "00:00:00"), ("Processor__TrialTimeout", "1.00:00:00")],
        "serve", "--threads", "1", "--role", role);

    private static int Computed(NstProcess worker) => worker.Output.Split(": completed in ").Length - 1;

    private async Task SubmitAsync(string connection, string sweep, int number, int trials)
    {
        // Every sweep has another content weight, so that no two of them share a trial.
        var path = _folder.PathOf($"{sweep}.yaml");
        await File.WriteAllTextAsync(
            path,
            $$"""
            name: {{sweep}}
            content: waves.png
            style: stripes.png
            parameters: {network: vgg19-mini, imageSize: 32, iterations: 2, init: noise, contentLayers: relu1_1, styleLayers: relu1_1, contentWeight: {{number + 1}}}
            axes: {seed: 1..{{trials}} step 1}
            """,
            Cancellation);
        var (exitCode, log) = await NstProcess.RunAsync(connection, ["submit", path, "--images", .. _folder.Images]);
        Assert.True(exitCode == 0, log);
    }

    // Thousands of trials on a busy machine take their time.
    private static async Task WaitAsync(List<NstProcess> hosts, Func<Task<bool>> condition)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        patience.CancelAfter(TimeSpan.FromMinutes(60));
        while (!await condition())
        {
            Assert.All(hosts, host => Assert.False(host.HasEnded, host.Output));
            await Task.Delay(500, patience.Token);
        }
    }

    private static double Of(IReadOnlyList<double> ordered, double share) => ordered[(int)Math.Ceiling(share * ordered.Count) - 1];

    private static string Shown(int processId)
    {
        var use = ProcessUse.Of(processId);
        return string.Create(CultureInfo.InvariantCulture, $"{use.Memory}/{use.MostMemory}, {use.Processor.TotalSeconds:0} s");
    }

    private void State(FormattableString text) => output.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
