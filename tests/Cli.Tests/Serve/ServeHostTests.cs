using Azure.Storage.Sas;
using Microsoft.Extensions.DependencyInjection;
using NeuralStyle.Functions.Messages;
using NeuralStyle.Functions.Orchestrations;
using NeuralStyle.Functions.Settings;
using NeuralStyle.Functions.Sheets;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Functions.Tests.Fakes;
using NeuralStyle.Functions.Triggers;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Reports;
using NeuralStyle.Plan.Sweeps;
using NeuralStyle.Tests.Azurite;

namespace NeuralStyle.Cli.Tests.Serve;

public sealed class ServeHostTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(TrialDispatch.Queue)]
    [InlineData(TrialDispatch.Activity)]
    public async Task RunAsync_ManifestSubmitted_EndsWithASheetAndASecondTimeComputesNothing(TrialDispatch dispatch)
    {
        var served = new ServedSweep(azurite.Connect(), new ProcessorSettings { Dispatch = dispatch });
        var sweep = $"whole-{dispatch}".ToLowerInvariant();
        await SampleSweep.PutImagesAsync(served.Store, Cancellation);
        // Trials are content-addressed: another content weight keeps the two cases of this test apart.
        var manifest = SampleSweep.Unlike(SampleSweep.Manifest, (int)dispatch + 100);

        await served.WhileServingAsync(async () =>
        {
            var first = await served.SubmitAsync(sweep, manifest, Cancellation);
            Assert.Equal(SweepState.Completed, first.State);
            Assert.Equal(4, first.Count(TrialState.Completed));
            Assert.Equal(["sheet.png"], first.Sheets);
            Assert.Equal(4, served.Engine.Runs.Distinct().Count());
            Assert.Equal(4, served.Engine.Runs.Count);

            var second = await served.SubmitAsync(sweep, manifest, Cancellation);
            Assert.Equal(SweepState.Completed, second.State);
            Assert.All(second.Trials, trial => Assert.True(trial.Reused));
            Assert.Equal(4, served.Engine.Runs.Count);
        });

        foreach (var name in (string[])["sheet.png", "index.html", "trials.csv", "sweep.json", "plan.json"])
            Assert.True(await served.Store.ExistsAsync(StoreLayout.ResultsContainer, $"{sweep}/{name}", Cancellation), name);
    }

    [Fact]
    public async Task RunAsync_NoWorkerForManyTimeouts_TrialsKeepTheirPlaceInLineAndAreComputedWhenOneComes()
    {
        var storage = azurite.Connect();
        var settings = new ProcessorSettings { TrialTimeout = TimeSpan.FromMilliseconds(300), MaxEnqueues = 10 };
        var control = new ServedSweep(storage, settings) { SwitchedOff = new HashSet<string> { nameof(RunTrial) } };
        var worker = new ServedSweep(storage, settings)
        {
            SwitchedOff = new HashSet<string> { nameof(StartSweep), nameof(OnTrialResult), nameof(OnTrialPoison), nameof(OnSweepControl) },
        };
        await SampleSweep.PutImagesAsync(control.Store, Cancellation);
        const string Sweep = "in-line";

        await control.WhileServingAsync(async () =>
        {
            var etag = await SampleSweep.PutManifestAsync(control.Store, Sweep, SampleSweep.Unlike(SampleSweep.Manifest, 141), Cancellation);
            await control.WaitAsync(Sweep, status => status.Count(TrialState.Running) == 4, Cancellation);
            await Task.Delay(settings.TrialTimeout * 6, Cancellation);

            var line = await new QueueTrialMessenger(storage.Queues).PeekTrialsAsync(Cancellation);
            var instance = SweepIdentity.InstanceId(Sweep, etag);
            Assert.Equal(4, line.Count(waiting => waiting.InstanceId?.StartsWith(instance, StringComparison.Ordinal) is true));
            await worker.WhileServingAsync(async () =>
            {
                var status = await control.WaitAsync(Sweep, status => status.IsFinished, Cancellation);
                Assert.Equal((SweepState.Completed, 4), (status.State, status.Count(TrialState.Completed)));
            });
        });

        Assert.Equal(4, worker.Engine.Runs.Distinct().Count());
    }

    [Fact]
    public async Task RunAsync_StorageByASharedAccessSignature_IsNotInTheLog()
    {
        var account = azurite.Connect();
        var terms = new AccountSasBuilder(
            AccountSasPermissions.All, DateTimeOffset.UtcNow.AddHours(1), AccountSasServices.Blobs | AccountSasServices.Queues, AccountSasResourceTypes.All);
        var signature = account.Blobs.GenerateAccountSasUri(terms).Query.TrimStart('?');
        var loggers = new SeenLines();
        var served = new ServedSweep(
            StorageConnection.FromConnectionString($"BlobEndpoint={account.Blobs.Uri};QueueEndpoint={account.Queues.Uri};SharedAccessSignature={signature}"))
        {
            Loggers = loggers,
        };

        await served.WhileServingAsync(() => Task.CompletedTask);

        Assert.Contains(loggers.Lines, line => line.StartsWith($"Serving {account.Blobs.Uri}", StringComparison.Ordinal));
        Assert.DoesNotContain(loggers.Lines, line => line.Contains("sig=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task RunAsync_HistoryOfTheSweepIsFull_GoesOnAsIfNothingHadBeen()
    {
        var loggers = new SeenLines();
        var served = new ServedSweep(azurite.Connect(), new ProcessorSettings { HistoryLimit = 10 }) { Loggers = loggers };
        await SampleSweep.PutImagesAsync(served.Store, Cancellation);
        var manifest = SampleSweep.Unlike(SampleSweep.Manifest, 130).Replace("[1, 100]", "1..12 step 1", StringComparison.Ordinal);

        await served.WhileServingAsync(async () =>
        {
            var status = await served.SubmitAsync("long-sweep", manifest, Cancellation);

            Assert.Equal((SweepState.Completed, 24), (status.State, status.Count(TrialState.Completed)));
            Assert.Equal(24, served.Engine.Runs.Count);
            Assert.Equal(24, served.Engine.Runs.Distinct().Count());
            Assert.Contains(loggers.Lines, line => line.Contains("goes on with a history of its own", StringComparison.Ordinal));
        });
    }

    [Fact]
    public async Task RunAsync_BadManifest_IsRejectedWithEveryProblem()
    {
        var served = new ServedSweep(azurite.Connect());
        const string Manifest = "content: [nothing.png]\nstyle: [nor-this.png]\nparameters: {imageSize: tiny, iteration: 3}";

        await served.WhileServingAsync(async () =>
        {
            var status = await served.SubmitAsync("bad-sweep", Manifest, Cancellation);

            Assert.Equal(SweepState.Rejected, status.State);
            Assert.Equal(4, status.Problems.Count);
        });
    }

    [Fact]
    public async Task RunAsync_OneTrialFails_TheOthersComplete()
    {
        var served = new ServedSweep(azurite.Connect());
        await SampleSweep.PutImagesAsync(served.Store, Cancellation);
        served.Engine.BeforeEvaluation = (trial, _, _) =>
        {
            if (trial.Parameters.StyleWeight == 100)
                throw new FakeEngineException("the loss is NaN");
        };

        await served.WhileServingAsync(async () =>
        {
            var status = await served.SubmitAsync("half-sweep", SampleSweep.Unlike(SampleSweep.Manifest, 21), Cancellation);

            Assert.Equal(SweepState.CompletedWithFailures, status.State);
            Assert.Equal((2, 2), (status.Count(TrialState.Completed), status.Count(TrialState.Failed)));
            Assert.All(status.Trials.Where(trial => trial.State == TrialState.Failed), trial => Assert.Equal("the loss is NaN", trial.Reason));
        });
    }

    [Fact]
    public async Task RunAsync_WorkerFailsEachTime_MessageIsPoisonedAndTheTrialFails()
    {
        var served = new ServedSweep(azurite.Connect());
        await SampleSweep.PutImagesAsync(served.Store, Cancellation);
        served.Engine.BeforeEvaluation = (_, _, _) => throw new InvalidOperationException("a bug of the engine");

        var one = SampleSweep.Unlike(SampleSweep.Manifest, 22).Replace("[1, 100]", "[1]", StringComparison.Ordinal)
            .Replace("[content, gray]", "[gray]", StringComparison.Ordinal);
        await served.WhileServingAsync(async () =>
        {
            var status = await served.SubmitAsync("poison-sweep", one, Cancellation);

            Assert.Equal(SweepState.CompletedWithFailures, status.State);
            Assert.Contains("worker died or failed", Assert.Single(status.Trials).Reason, StringComparison.Ordinal);
            Assert.Equal(5, served.Engine.Runs.Count);
        });

        // Nothing final is known about the trial: submitted again, with the engine mended, it runs.
        served.Engine.BeforeEvaluation = (_, _, _) => { };
        await served.WhileServingAsync(async () =>
        {
            var status = await served.SubmitAsync("poison-sweep", one, Cancellation);

            Assert.Equal(SweepState.Completed, status.State);
        });
    }

    [Fact]
    public async Task RunAsync_StoppedInMidTrial_TheNextHostGoesOnByItself()
    {
        var served = new ServedSweep(azurite.Connect());
        await SampleSweep.PutImagesAsync(served.Store, Cancellation);
        var begun = 0;
        served.Engine.BeforeEvaluation = (_, evaluation, cancellation) =>
        {
            // The third trial hangs until the host stops.
            if (evaluation == 2 && Interlocked.Increment(ref begun) == 3)
                cancellation.WaitHandle.WaitOne();
        };
        await served.WhileServingAsync(async () =>
        {
            await SampleSweep.PutManifestAsync(served.Store, "resumed-sweep", SampleSweep.Unlike(SampleSweep.Manifest, 23), Cancellation);
            await served.WaitAsync("resumed-sweep", status => status.Count(TrialState.Completed) == 2 && begun == 3, Cancellation);
        });
        var before = served.Engine.Runs.Count;

        var again = new ServedSweep(azurite.Connect());
        await again.WhileServingAsync(async () =>
        {
            var status = await again.WaitAsync("resumed-sweep", status => status.IsFinished, Cancellation);

            Assert.Equal(SweepState.Completed, status.State);
            // Its message may run before its sweep is planned again, and then it is found, too.
            Assert.InRange(status.Trials.Count(trial => trial.Reused), 2, 4);
        });

        Assert.Equal(3, before);
        Assert.Equal(2, again.Engine.Runs.Count);
        Assert.Equal(2, again.Engine.Runs.Except(served.Engine.Runs.Take(2)).Count());
    }

    [Fact]
    public async Task RunAsync_ManifestReplacedWhileItRuns_OnlyTheNewOneEnds()
    {
        var served = new ServedSweep(azurite.Connect(), new ProcessorSettings { Window = 1 });
        await SampleSweep.PutImagesAsync(served.Store, Cancellation);
        using var replaced = new ManualResetEventSlim();
        served.Engine.BeforeEvaluation = (trial, _, cancellation) =>
        {
            if (trial.Parameters.ContentWeight == 24)
                replaced.Wait(cancellation);
        };

        await served.WhileServingAsync(async () =>
        {
            await SampleSweep.PutManifestAsync(served.Store, "replaced-sweep", SampleSweep.Unlike(SampleSweep.Manifest, 24), Cancellation);
            await served.WaitAsync("replaced-sweep", status => status.Count(TrialState.Running) == 1, Cancellation);
            var etag = await SampleSweep.PutManifestAsync(served.Store, "replaced-sweep", SampleSweep.Unlike(SampleSweep.Manifest, 25), Cancellation);
            await served.WaitAsync("replaced-sweep", status => status.ManifestETag == etag, Cancellation);
            replaced.Set();

            var status = await served.WaitAsync("replaced-sweep", status => status.IsFinished, Cancellation);

            Assert.Equal((SweepState.Completed, etag), (status.State, status.ManifestETag));
        });
        // One trial of the old manifest was under way, and one more may be begun before it learns that its time is over.
        Assert.InRange(served.Engine.Runs.Count, 5, 6);
    }

    [Fact]
    public async Task RunAsync_ComposingBreaks_StatusSaysWhy()
    {
        var served = new ServedSweep(azurite.Connect())
        {
            Configure = services => services.AddSingleton<ISheetImages>(new BrokenSheetImages()),
        };
        await SampleSweep.PutImagesAsync(served.Store, Cancellation);

        await served.WhileServingAsync(async () =>
        {
            var status = await served.SubmitAsync("broken-sweep", SampleSweep.Unlike(SampleSweep.Manifest, 26), Cancellation);

            Assert.Equal(SweepState.Failed, status.State);
            Assert.Equal(["the painter is out of paint"], status.Problems);
            Assert.Equal(4, status.Count(TrialState.Completed));
        });
    }

    [Fact]
    public async Task RunAsync_NoStorage_ThrowsStoreUnavailable()
    {
        var nowhere = "DefaultEndpointsProtocol=http;AccountName=x;AccountKey=eA==;BlobEndpoint=http://127.0.0.1:9/x;QueueEndpoint=http://127.0.0.1:9/x";
        var served = new ServedSweep(StorageConnection.FromConnectionString(nowhere));

        await Assert.ThrowsAsync<StoreUnavailableException>(() => served.WhileServingAsync(() => Task.CompletedTask));
    }

    private sealed class BrokenSheetImages : ISheetImages
    {
        public byte[]? Thumbnail(string name, ReadOnlyMemory<byte> file, int longestSide) =>
            throw new InvalidOperationException("the painter is out of paint");

        public ReportPicture? Preview(string name, ReadOnlyMemory<byte> file, int longestSide) =>
            throw new InvalidOperationException("the painter is out of paint");
    }
}
