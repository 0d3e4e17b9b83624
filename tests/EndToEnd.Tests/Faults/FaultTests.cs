using NeuralStyle.Functions.Messages;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Tests.Azurite;

namespace NeuralStyle.EndToEnd.Tests.Faults;

/// <summary>
/// What goes wrong between a control host, its workers and storage: the sweep ends with the sheet of an undisturbed run, nothing that ended
/// is computed again, and what was computed twice is counted.
/// </summary>
[Collection("Workers")]
public sealed class FaultTests(CalmSweep calm, ITestOutputHelper output) : IClassFixture<CalmSweep>, IAsyncLifetime
{
    private static readonly (string, string) NoCheckpoints = ("Processor__CheckpointInterval", "00:00:00");
    private static readonly (string, string) OftenCheckpoints = ("Processor__CheckpointInterval", "00:00:00.2");

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("nst-azurite-");
    private AzuriteProcess _azurite = null!;
    private StormySweep _sweep = null!;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(AzuriteProcess.Missing() is not null, AzuriteProcess.Missing() ?? string.Empty);
        _azurite = await AzuriteProcess.StartAsync(_data.FullName);
        _sweep = new StormySweep(_azurite.ConnectionString, calm, output);
    }

    public async ValueTask DisposeAsync()
    {
        await _sweep.DisposeAsync();
        await _azurite.DisposeAsync();
        _data.Delete(recursive: true);
    }

    [Fact]
    public async Task Serve_StorageRestartedInMidSweep_GoesOnWhenItIsThereAgain()
    {
        await using var proxy = await StorageProxy.StartAsync(_azurite);
        await using var sweep = new StormySweep(proxy.ConnectionString, calm, output);
        var host = await sweep.ServeAsync(proxy.ConnectionString, "all", OftenCheckpoints);
        await sweep.SubmitAsync();
        await Until.TrueAsync(async () => await sweep.EndedAsync() >= 2);

        await _azurite.TerminateAsync();
        await Until.TrueAsync(() => host.Output.Contains("storage is out of reach", StringComparison.Ordinal));
        Assert.InRange(StormySweep.Ended(host), 2, sweep.Trials.Count - 1);
        // Elsewhere: who else may have the old ports by now?
        await using var again = await AzuriteProcess.StartAsync(_data.FullName);
        proxy.Azurite = again;
        await sweep.FinishAsync();

        var repeated = await sweep.AssertRightAsync();
        Assert.Equal(repeated.Evaluations == 0 ? null : repeated, (await sweep.StatusAsync())?.Repeated);
    }

    [Fact]
    public async Task Serve_WorkerKilled_AnotherComputesItsTrialAndSaysWhatWasComputedTwice()
    {
        await _sweep.ServeAsync(_azurite.ConnectionString, "control");
        var worker = await _sweep.ServeAsync(_azurite.ConnectionString, "worker", NoCheckpoints);
        await _sweep.SubmitAsync();
        var left = await _sweep.PauseInMidTrialAsync(worker);
        await worker.KillAsync();

        await _sweep.ServeAsync(_azurite.ConnectionString, "worker", NoCheckpoints);
        await _sweep.FinishAsync();

        var repeated = await _sweep.AssertRightAsync();
        Assert.Equal((left.Count, left.Sum(progress => progress.Evaluation)), (repeated.Trials, repeated.Evaluations));
        Assert.Equal(repeated, (await _sweep.StatusAsync())?.Repeated);
    }

    [Fact]
    public async Task Serve_WorkerToldToStop_AnotherGoesOnWhereItWasAndNothingIsComputedTwice()
    {
        await _sweep.ServeAsync(_azurite.ConnectionString, "control");
        // The first checkpoint by time would come after half a minute.
        var worker = await _sweep.ServeAsync(_azurite.ConnectionString, "worker");
        await _sweep.SubmitAsync();
        await _sweep.PauseInMidTrialAsync(worker);
        var exitCode = await worker.TerminateAsync();
        var stopped = await _sweep.ProgressAsync();
        // Its messages are new ones: only a worker's death counts against a trial.
        var waiting = await StorageConnection.FromConnectionString(_azurite.ConnectionString).Queues.GetQueueClient(StoreLayout.TrialsQueue)
            .PeekMessagesAsync(32, TestContext.Current.CancellationToken);
        Assert.All(waiting.Value, message => Assert.Equal(0, message.DequeueCount));

        var other = await _sweep.ServeAsync(_azurite.ConnectionString, "worker");
        await _sweep.FinishAsync();

        Assert.True(exitCode is 0 or 130, $"ended with {exitCode}");
        var repeated = await _sweep.AssertRightAsync();
        Assert.Equal(0, repeated.Evaluations);
        Assert.True(stopped.Count > 0 || waiting.Value.Length < _sweep.Trials.Count, "The trial at hand neither ended nor left its progress.");
        Assert.All(stopped, progress => Assert.Contains($"Trial {progress.TrialId}: a checkpoint of", other.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Serve_EveryTrialsMessageDeliveredTwice_EachEndsOnceAndWhatWasComputedTwiceIsCounted()
    {
        await using var proxy = await StorageProxy.StartAsync(_azurite);
        proxy.Faults = request => request.Sends(StoreLayout.TrialsQueue) ? ProxyFault.Doubled : ProxyFault.None;
        await _sweep.ServeAsync(proxy.ConnectionString, "control");
        await _sweep.ServeAsync(_azurite.ConnectionString, "worker");
        await _sweep.ServeAsync(_azurite.ConnectionString, "worker");
        await _sweep.SubmitAsync();
        await _sweep.FinishAsync();
        // The second message of the last trial may be at work on still.
        await Until.TrueAsync(async () => await QueuesAsync() == 0);

        var repeated = await _sweep.AssertRightAsync();
        var twice = _sweep.Begun - _sweep.Trials.Count;
        output.WriteLine($"{_sweep.Begun} runs of {_sweep.Trials.Count} trials");
        // A run that was begun beside another, and found nothing left to do before it computed anything, computed nothing twice.
        Assert.InRange(repeated.Trials, 0, twice);
        Assert.Equal(twice > 0, repeated.Trials > 0);
        Assert.InRange(repeated.Evaluations, repeated.Trials, twice * calm.Iterations);
    }

    [Fact]
    public async Task Serve_EveryResultsFirstMessageLost_TheirTrialsAreFoundAndNothingIsComputedAgain()
    {
        await using var proxy = await StorageProxy.StartAsync(_azurite);
        var lost = new HashSet<string>();
        proxy.Faults = request =>
        {
            if (!request.Sends(StoreLayout.TrialResultsQueue))
                return ProxyFault.None;
            var trial = QueueMessageJson.Read<TrialResultMessage>(request.MessageText).Outcome.TrialId;
            lock (lost)
                return lost.Add(trial) ? ProxyFault.Swallowed : ProxyFault.None;
        };
        await _sweep.ServeAsync(_azurite.ConnectionString, "control", ("Processor__TrialTimeout", "00:00:10"));
        await _sweep.ServeAsync(proxy.ConnectionString, "worker");
        await _sweep.SubmitAsync();
        await _sweep.FinishAsync();

        var repeated = await _sweep.AssertRightAsync();
        Assert.Equal(_sweep.Trials.Count, lost.Count);
        Assert.Equal((_sweep.Trials.Count, 0), (_sweep.Begun, repeated.Evaluations));
        // They were computed for this sweep, and cost it.
        Assert.DoesNotContain((await _sweep.StatusAsync())!.Trials, trial => trial.Reused);
    }

    [Fact]
    public async Task Serve_EveryFifthUploadFails_EverythingIsStoredInTheEndAndNothingIsComputedTwice()
    {
        await using var proxy = await StorageProxy.StartAsync(_azurite);
        var (uploads, failed) = (0, 0);
        proxy.Faults = request =>
        {
            if (!request.IsUpload)
                return ProxyFault.None;
            // Half of them fail on their way, half arrive and nobody hears of it.
            var number = Interlocked.Increment(ref uploads);
            if (number % 5 != 0)
                return ProxyFault.None;
            Interlocked.Increment(ref failed);
            return number % 10 == 0 ? ProxyFault.Refused : ProxyFault.AnswerLost;
        };
        await _sweep.ServeAsync(proxy.ConnectionString, "control");
        await _sweep.ServeAsync(proxy.ConnectionString, "worker", OftenCheckpoints);
        await _sweep.SubmitAsync();
        await _sweep.FinishAsync();

        var repeated = await _sweep.AssertRightAsync();
        output.WriteLine($"{failed} of {uploads} uploads failed");
        Assert.InRange(failed, _sweep.Trials.Count, uploads);
        Assert.Equal((_sweep.Trials.Count, 0), (_sweep.Begun, repeated.Evaluations));
    }

    [Fact]
    public async Task Serve_RecordsCannotBeStoredForAWhile_WhatWasComputedWaitsInTheWorker()
    {
        await using var proxy = await StorageProxy.StartAsync(_azurite);
        // Longer than the storage client tries by itself: four times.
        var refusals = new Dictionary<string, int>();
        proxy.Faults = request =>
        {
            if (!request.IsUpload || !request.Path.EndsWith("/record.json", StringComparison.Ordinal))
                return ProxyFault.None;
            lock (refusals)
                return (refusals[request.Path] = refusals.GetValueOrDefault(request.Path) + 1) <= 6 ? ProxyFault.Refused : ProxyFault.None;
        };
        await _sweep.ServeAsync(_azurite.ConnectionString, "control");
        await _sweep.ServeAsync(proxy.ConnectionString, "worker");
        await _sweep.SubmitAsync();
        await _sweep.FinishAsync();

        var repeated = await _sweep.AssertRightAsync();
        Assert.Equal(_sweep.Trials.Count, refusals.Count);
        Assert.Equal((_sweep.Trials.Count, 0), (_sweep.Begun, repeated.Evaluations));
    }

    [Fact]
    public async Task Serve_WorkerPausedBeyondItsLease_AnotherEndsItsTrialAndThePausedOneStandsBack()
    {
        await _sweep.ServeAsync(_azurite.ConnectionString, "control");
        var paused = await _sweep.ServeAsync(_azurite.ConnectionString, "worker", NoCheckpoints);
        await _sweep.SubmitAsync();
        var left = await _sweep.PauseInMidTrialAsync(paused);
        var atHand = StormySweep.AtHand(paused);

        await _sweep.ServeAsync(_azurite.ConnectionString, "worker", NoCheckpoints);
        await _sweep.FinishAsync();
        await paused.SignalAsync("CONT");
        // It hears that its message is another's, or comes to its end and finds the record; either way it lets the trial be.
        await Until.TrueAsync(() => left.All(progress => paused.Output.Contains($"Trial {progress.TrialId}: another run ended it first", StringComparison.Ordinal)));

        var repeated = await _sweep.AssertRightAsync();
        // One that was computed in less than a second tells of no progress, and may have stood still while it was stored.
        Assert.InRange(repeated.Trials, left.Count, atHand);
        Assert.InRange(repeated.Evaluations, left.Sum(progress => progress.Evaluation), repeated.Trials * calm.Iterations);
    }

    private async Task<int> QueuesAsync()
    {
        var queues = StorageConnection.FromConnectionString(_azurite.ConnectionString).Queues;
        var waiting = 0;
        foreach (var queue in (string[])[StoreLayout.TrialsQueue, StoreLayout.TrialResultsQueue])
            waiting += (await queues.GetQueueClient(queue).GetPropertiesAsync(TestContext.Current.CancellationToken)).Value.ApproximateMessagesCount;
        return waiting;
    }
}
