using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging.Abstractions;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Functions.Trials;
using NeuralStyle.Plan.Json;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.EndToEnd.Tests.Faults;

/// <summary>The same sweep as <see cref="CalmSweep"/> over a storage account, while a test does what it wants to it.</summary>
internal sealed partial class StormySweep(string connection, CalmSweep calm, ITestOutputHelper output) : IAsyncDisposable
{
    private readonly DirectoryInfo _fetched = Directory.CreateTempSubdirectory("nst-fetched-");
    private readonly List<NstProcess> _processes = [];
    private readonly Dictionary<string, string> _ended = [];
    private readonly BlobStore _store = BlobStore.Connect(connection);

    public IReadOnlyList<string> Trials { get; } = [.. calm.Fetched.Plan.Trials.Select(trial => trial.Id)];

    public BlobStore Store => _store;

    /// <summary>All that its processes have said.</summary>
    public string Output => string.Join('\n', _processes.Select(process => process.Output));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Starts <c>nst serve</c>, and waits until it serves.</summary>
    public async Task<NstProcess> ServeAsync(string storage, string role, params (string, string)[] settings)
    {
        var process = NstProcess.Start(storage, [("Processor__SheetInterval", "00:00:00"), .. settings], "serve", "--threads", "1", "--role", role);
        _processes.Add(process);
        await Until.TrueAsync(() => process.Output.Contains("Serving", StringComparison.Ordinal));
        return process;
    }

    public async Task SubmitAsync()
    {
        var (exitCode, log) = await NstProcess.RunAsync(connection, ["submit", calm.Manifest, "--images", .. calm.Images]);
        Assert.True(exitCode == 0, log);
    }

    /// <summary>Trials that have a record; what has one must keep it.</summary>
    public async Task<int> EndedAsync()
    {
        foreach (var trial in Trials)
        {
            if (await _store.ReadAsync(StoreLayout.TrialsContainer, StoreLayout.TrialRecord(trial), Cancellation) is { } record)
                Assert.Equal(record.ETag, _ended.TryGetValue(trial, out var before) ? before : _ended[trial] = record.ETag);
        }

        return _ended.Count;
    }

    /// <summary>The progress of the trials that are being worked on and have told of an evaluation: one is computed, and one may be stored meanwhile.</summary>
    public async Task<IReadOnlyList<TrialProgress>> ProgressAsync()
    {
        var found = new List<TrialProgress>();
        foreach (var trial in Trials)
        {
            var blob = await _store.ReadAsync(StoreLayout.TrialsContainer, StoreLayout.TrialProgress(trial), Cancellation);
            if (blob is not null && !await _store.ExistsAsync(StoreLayout.TrialsContainer, StoreLayout.TrialRecord(trial), Cancellation)
                && JsonSerializer.Deserialize<TrialProgress>(blob.Content.Span, PlanJson.Readable) is { Evaluation: > 0 } progress)
                found.Add(progress);
        }

        return found;
    }

    /// <summary>Pauses a worker in the middle of a trial that it has told the progress of: none ends between this look and what a test does then.</summary>
    /// <returns>The progress.</returns>
    public async Task<IReadOnlyList<TrialProgress>> PauseInMidTrialAsync(NstProcess worker)
    {
        while (true)
        {
            await Until.TrueAsync(async () => (await ProgressAsync()).Count > 0);
            await worker.SignalAsync("STOP");
            // What it had sent arrives.
            await Task.Delay(TimeSpan.FromMilliseconds(300), Cancellation);
            if (await ProgressAsync() is { Count: > 0 } left)
                return left;
            await worker.SignalAsync("CONT");
        }
    }

    /// <summary>Trials that a worker has begun and not ended, as it says.</summary>
    public static int AtHand(NstProcess worker) => Started().Count(worker.Output) - Ended(worker);

    /// <summary>Trials that a worker has ended, as it says.</summary>
    public static int Ended(NstProcess worker) => Completed().Count(worker.Output);

    /// <summary>Waits until the sweep has ended; meanwhile each trial that has its record must keep it.</summary>
    public Task FinishAsync() => Until.TrueAsync(async () =>
    {
        await EndedAsync();
        return await StatusAsync() is { IsFinished: true };
    }, TimeSpan.FromMilliseconds(250));

    /// <summary>Where the sweep stands, as the store has it; null before it began.</summary>
    public Task<SweepStatus?> StatusAsync() =>
        _store.ReadDocumentAsync<SweepStatus>(StoreLayout.ResultsContainer, StoreLayout.SweepStatus(CalmSweep.Name), Cancellation);

    /// <summary>
    /// The sheet is that of the undisturbed run, every trial is the same to its last bit and has ended once, all labels are true.
    /// </summary>
    /// <returns>What was computed twice.</returns>
    public async Task<RepeatedWorkSum> AssertRightAsync()
    {
        await EndedAsync();
        var (fetched, log) = await NstProcess.RunAsync(connection, "fetch", CalmSweep.Name, "--out", _fetched.FullName);
        var (verified, findings) = await NstProcess.RunAsync(connection, "verify", CalmSweep.Name);
        Assert.True(fetched == 0, $"{log}\n{Output}");
        Assert.True(verified == 0, $"{findings}\n{Output}");
        var stormy = new FetchedSweep(_fetched.FullName, Path.Combine(_fetched.FullName, "trials"));
        Assert.Equal(Trials.Count, stormy.Status.Count(TrialState.Completed));
        Assert.Equal(calm.Fetched.Sheet, stormy.Sheet);
        foreach (var trial in Trials)
            Assert.Equal(calm.Fetched.Image(trial), stormy.Image(trial));
        Assert.All(Completed().Matches(Output).GroupBy(match => match.Groups[1].Value), trial => Assert.Single(trial));

        var sum = await new RepeatedWorkNotes(_store, new FinishedTrials(_store, NullLogger<FinishedTrials>.Instance), NullLogger<RepeatedWorkNotes>.Instance).SumAsync(Trials.ToHashSet(), DateTimeOffset.MinValue, null, Cancellation);
        var (_, status) = await NstProcess.RunAsync(connection, "status", CalmSweep.Name);
        output.WriteLine(status);
        Assert.Equal(sum.Evaluations > 0, status.Contains("computed twice", StringComparison.Ordinal));
        return sum;
    }

    /// <summary>How often workers began to compute trials.</summary>
    public int Begun => Started().Count(Output);

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes)
            await process.DisposeAsync();
        _fetched.Delete(recursive: true);
    }

    [GeneratedRegex("Trial ([0-9a-f]{16}): completed in")]
    private static partial Regex Completed();

    [GeneratedRegex("Trial ([0-9a-f]{16}): started")]
    private static partial Regex Started();
}
