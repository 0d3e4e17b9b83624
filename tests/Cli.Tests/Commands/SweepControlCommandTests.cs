using NeuralStyle.Cli.Tests.Serve;
using NeuralStyle.Functions.Messages;
using NeuralStyle.Functions.Settings;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Functions.Sweeps;
using NeuralStyle.Functions.Tests.Fakes;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Sweeps;
using NeuralStyle.Tests.Azurite;

namespace NeuralStyle.Cli.Tests.Commands;

/// <summary><c>nst cancel</c>, <c>pause</c>, <c>resume</c>, <c>retry</c> and <c>status</c>, over queues and blobs, while a host serves.</summary>
public sealed class SweepControlCommandTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    private const string Long = """
        content: [content.png]
        style: [style.png]
        parameters: {imageSize: 64, iterations: 100}
        axes:
          styleWeight: [1, 10, 100]
          init: [content, gray]
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Cancel_WhileATrialIsComputed_StopsItKeepsItsCheckpointAndSubmittingAgainGoesOn()
    {
        var (served, nst) = await ServeAsync();
        var evaluations = 0;
        served.Engine.BeforeEvaluation = (_, _, cancellation) =>
        {
            Interlocked.Increment(ref evaluations);
            cancellation.WaitHandle.WaitOne(700);
        };
        served.Engine.AfterEvaluation = (observer, evaluation) => observer.OnCheckpoint(FakeTrialEngine.CheckpointOf(evaluation));
        var manifest = SampleSweep.Unlike(Long, 501);

        await served.WhileServingAsync(async () =>
        {
            await SampleSweep.PutManifestAsync(served.Store, "to-cancel", manifest, Cancellation);
            await served.WaitAsync("to-cancel", status => status.Count(TrialState.Running) > 0 && evaluations > 2, Cancellation);

            var cancelling = nst.RunAsync("cancel", "to-cancel");
            while (!await served.Store.ExistsAsync(StoreLayout.ResultsContainer, StoreLayout.SweepControl("to-cancel"), Cancellation))
                await Task.Delay(5, Cancellation);
            var evaluationsWhenAsked = evaluations;
            var (exitCode, output) = await cancelling;
            var cancelled = await served.WaitAsync("to-cancel", status => status.IsFinished, Cancellation);
            var (again, answer) = await nst.RunAsync("cancel", "to-cancel");
            var (statusCode, shown) = await nst.RunAsync("status", "to-cancel");

            Assert.True(exitCode == 0, output);
            Assert.Equal((SweepState.Cancelled, 6), (cancelled.State, cancelled.Count(TrialState.Cancelled)));
            Assert.Equal(["sheet.png"], cancelled.Sheets);
            Assert.Equal((0, 3), (again, statusCode));
            Assert.Contains("there is nothing to cancel", answer, StringComparison.Ordinal);
            Assert.Contains("to-cancel: cancelled; 0 of 6 trials completed (0 reused), 0 failed, 6 cancelled", shown, StringComparison.Ordinal);
            var begun = Assert.Single(served.Engine.Runs);
            Assert.InRange(evaluations - evaluationsWhenAsked, 0, 2);
            Assert.True(await served.Store.ExistsAsync(StoreLayout.TrialsContainer, StoreLayout.TrialCheckpoint(begun), Cancellation));

            served.Engine.BeforeEvaluation = (_, _, _) => { };
            served.Engine.AfterEvaluation = (_, _) => { };
            Assert.Equal(SweepState.Completed, (await served.SubmitAsync("to-cancel", manifest, Cancellation)).State);
            var record = await served.Store.ReadDocumentAsync<TrialRecord>(StoreLayout.TrialsContainer, StoreLayout.TrialRecord(begun), Cancellation);
            Assert.Equal(TrialEventKind.Resumed, Assert.Single(record!.Events).Kind);
        });
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Pause_ThenResume_BeginsNothingBetweenAndComesToTheSameEnd(bool now)
    {
        var (served, nst) = await ServeAsync();
        using var asked = new ManualResetEventSlim();
        using var resumed = new ManualResetEventSlim();
        served.Engine.BeforeEvaluation = (_, evaluation, cancellation) =>
        {
            if (evaluation == 10)
                WaitHandle.WaitAny([asked.WaitHandle, cancellation.WaitHandle]);
            if (now && evaluation >= 10 && !resumed.IsSet)
                cancellation.WaitHandle.WaitOne(250);
        };
        served.Engine.AfterEvaluation = (observer, evaluation) => observer.OnCheckpoint(FakeTrialEngine.CheckpointOf(evaluation));
        var sweep = now ? "to-pause-now" : "to-pause";

        await served.WhileServingAsync(async () =>
        {
            await SampleSweep.PutManifestAsync(served.Store, sweep, SampleSweep.Unlike(Long, now ? 511 : 512), Cancellation);
            await served.WaitAsync(sweep, status => status.Count(TrialState.Running) > 0 && served.Engine.Runs.Count > 0, Cancellation);

            Assert.Equal(0, (await nst.RunAsync(now ? ["pause", sweep, "--now"] : ["pause", sweep])).ExitCode);
            asked.Set();
            var paused = await served.WaitAsync(
                sweep, status => status.State == SweepState.Paused && status.Count(TrialState.Running) == 0, Cancellation);
            var begun = served.Engine.Runs.Count;
            await Task.Delay(1500, Cancellation);
            var (_, twice) = await nst.RunAsync(["pause", sweep, .. now ? (string[])["--now"] : []]);

            Assert.Equal(begun, served.Engine.Runs.Count);
            Assert.Equal(now ? 0 : 1, paused.Count(TrialState.Completed));
            Assert.Contains("it is paused already", twice, StringComparison.Ordinal);

            resumed.Set();
            Assert.Equal(0, (await nst.RunAsync("resume", sweep)).ExitCode);
            var done = await served.WaitAsync(sweep, status => status.IsFinished, Cancellation);
            Assert.Equal((SweepState.Completed, 6), (done.State, done.Count(TrialState.Completed)));
            // What was stopped went on from its checkpoint; nothing ran to its end twice.
            Assert.Equal(now ? 7 : 6, served.Engine.Runs.Count);
        });
    }

    [Fact]
    public async Task Retry_FailedTrials_RunsThemAloneAndKeepsTheRest()
    {
        var (served, nst) = await ServeAsync();
        var broken = true;
        served.Engine.BeforeEvaluation = (trial, _, _) =>
        {
            if (broken && trial.Parameters.StyleWeight == 10)
                throw new FakeEngineException("no luck today");
        };
        var manifest = SampleSweep.Unlike(Long.Replace("100}", "3}", StringComparison.Ordinal), 521);

        await served.WhileServingAsync(async () =>
        {
            var first = await served.SubmitAsync("to-retry", manifest, Cancellation);
            Assert.Equal((SweepState.CompletedWithFailures, 2), (first.State, first.Count(TrialState.Failed)));
            // Submitting again takes the failure for the answer.
            Assert.Equal(2, (await served.SubmitAsync("to-retry", manifest, Cancellation)).Count(TrialState.Failed));
            Assert.Equal(6, served.Engine.Runs.Count);

            broken = false;
            var (exitCode, output) = await nst.RunAsync("retry", "to-retry", "--wait");

            Assert.True(exitCode == 0, output);
            Assert.Contains("to-retry: planned: 6 cells, 6 trials, 4 of 6 reused", output, StringComparison.Ordinal);
            Assert.Contains("6 of 6 trials completed (4 reused), 0 failed", output, StringComparison.Ordinal);
            Assert.Equal(8, served.Engine.Runs.Count);
            var (nothing, answer) = await nst.RunAsync("retry", "to-retry");
            Assert.Equal(0, nothing);
            Assert.Contains("no trial failed", answer, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Submit_WithMoreValues_RunsOnlyTheNewOnes()
    {
        var (served, nst) = await ServeAsync();
        var manifest = SampleSweep.Unlike(Long.Replace("100}", "3}", StringComparison.Ordinal), 531);

        await served.WhileServingAsync(async () =>
        {
            await served.SubmitAsync("to-extend", manifest, Cancellation);
            var extended = await served.SubmitAsync(
                "to-extend", manifest.Replace("[1, 10, 100]", "[1, 3, 10, 30, 100, 300]", StringComparison.Ordinal), Cancellation);
            var (_, shown) = await nst.RunAsync("status", "to-extend", "--watch");

            Assert.Equal((12, 6), (extended.Trials.Count, extended.Trials.Count(trial => trial.Reused)));
            Assert.Equal(12, served.Engine.Runs.Count);
            Assert.Contains("12 trials, 6 of 12 reused", shown, StringComparison.Ordinal);
            Assert.Contains("12 of 12 trials completed (6 reused)", shown, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Run_PartialSheet_ShowsWhatIsDoneAndOutlivesTheHost()
    {
        var (served, _) = await ServeAsync(new ProcessorSettings { SheetInterval = TimeSpan.FromMilliseconds(300) });
        using var hold = new ManualResetEventSlim();
        served.Engine.BeforeEvaluation = (_, _, cancellation) =>
        {
            if (served.Engine.Runs.Count > 2 && !hold.IsSet)
                WaitHandle.WaitAny([hold.WaitHandle, cancellation.WaitHandle]);
        };
        var manifest = SampleSweep.Unlike(Long.Replace("100}", "3}", StringComparison.Ordinal), 541);

        await served.WhileServingAsync(async () =>
        {
            await SampleSweep.PutManifestAsync(served.Store, "partial-sheet", manifest, Cancellation);
            var status = await served.WaitAsync(
                "partial-sheet", now => now.Sheets.Count > 0 && now.Count(TrialState.Completed) > 0, Cancellation);
            Assert.Equal(SweepState.Running, status.State);
            Assert.InRange(status.Count(TrialState.Completed), 1, 2);
        });

        // The host is gone; the sheet of before is there, and whole.
        foreach (var name in (string[])["sheet.png", "index.html", "trials.csv"])
            Assert.True(await served.Store.ExistsAsync(StoreLayout.ResultsContainer, $"partial-sheet/{name}", Cancellation), name);
        hold.Set();
        await served.WhileServingAsync(async () =>
        {
            var done = await served.WaitAsync("partial-sheet", now => now.IsFinished, Cancellation);
            Assert.Equal((SweepState.Completed, 6), (done.State, done.Count(TrialState.Completed)));
        });
    }

    [Fact]
    public async Task Cancel_AskedBefore_WakesTheHostOnceMore()
    {
        var (served, nst) = await ServeAsync();
        await new StatusWriter(served.Store, TimeProvider.System).BeginAsync("asked-twice", "i", "e", [], default, Cancellation);

        var (first, _) = await nst.RunAsync("cancel", "asked-twice");
        var (second, answer) = await nst.RunAsync("cancel", "asked-twice");

        Assert.Equal((0, 0), (first, second));
        Assert.Contains("it is being cancelled already", answer, StringComparison.Ordinal);
        var messages = await azurite.Connect().Queues.GetQueueClient(StoreLayout.SweepControlsQueue).PeekMessagesAsync(32, Cancellation);
        Assert.Equal(
            2, messages.Value.Count(message => QueueMessageJson.Read<SweepControlMessage>(message.Body.ToString()).Sweep == "asked-twice"));
    }

    [Theory]
    [InlineData("status")]
    [InlineData("cancel")]
    [InlineData("pause")]
    [InlineData("resume")]
    [InlineData("retry")]
    [InlineData("fetch")]
    public async Task Nst_SweepThatNobodySubmitted_ExitsWithTwoAndNamesOneLikeIt(string command)
    {
        var (served, nst) = await ServeAsync();
        await served.WhileServingAsync(() => served.SubmitAsync("harbor-study", "content: [nothing.png]", Cancellation));

        var (exitCode, output) = await nst.RunAsync(command, "harbour-study");

        Assert.Equal(2, exitCode);
        Assert.Contains("no sweep 'harbour-study' is known to this storage account (did you mean 'harbor-study'?); there are: ", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pause")]
    [InlineData("resume")]
    public async Task Nst_PauseOrResumeWhatEnded_ExitsWithTwo(string command)
    {
        var (served, nst) = await ServeAsync();
        await served.WhileServingAsync(() => served.SubmitAsync("ended-sweep", SampleSweep.Unlike(SampleSweep.Manifest, 551), Cancellation));

        var (exitCode, output) = await nst.RunAsync(command, "ended-sweep");

        Assert.Equal(2, exitCode);
        Assert.Contains("sweep 'ended-sweep' is done; only one that is under way can be paused or resumed", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Status_WithoutASweep_ListsAllOfThem()
    {
        var (served, nst) = await ServeAsync();
        await served.WhileServingAsync(() => served.SubmitAsync("listed-sweep", SampleSweep.Unlike(SampleSweep.Manifest, 561), Cancellation));

        var (exitCode, output) = await nst.RunAsync("status");
        var (watch, error) = await nst.RunAsync("status", "--watch");
        var (json, lines) = await nst.RunAsync("status", "--json");

        Assert.Equal((0, 2, 0), (exitCode, watch, json));
        Assert.Contains(output.Split('\n'), line => line.StartsWith("listed-sweep", StringComparison.Ordinal) && line.Contains("4 of 4 trials completed", StringComparison.Ordinal));
        Assert.Contains("--watch needs the name of a sweep", error, StringComparison.Ordinal);
        Assert.Contains(System.Text.Json.JsonDocument.Parse(lines).RootElement.EnumerateArray(), line => line.GetProperty("sweep").GetString() == "listed-sweep");
    }

    private async Task<(ServedSweep Served, NstTool Nst)> ServeAsync(ProcessorSettings? settings = null)
    {
        var served = new ServedSweep(azurite.Connect(), settings);
        await SampleSweep.PutImagesAsync(served.Store, Cancellation);
        return (served, new NstTool(azurite.Require()));
    }
}
