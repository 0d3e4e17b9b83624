using NeuralStyle.Functions.Tests.Fakes;
using NeuralStyle.Functions.Trials;
using NeuralStyle.Functions.Workers;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Presets;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Functions.Tests.Trials;

public sealed class TrialBatchesTests : IDisposable
{
    private readonly FakeTrialEngine _engine = new();
    private readonly EngineThread _thread = new(new WorkerCondition());
    private readonly ManualResetEventSlim _free = new();

    public void Dispose()
    {
        _free.Set();
        _thread.Dispose();
        _free.Dispose();
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RunAsync_TrialsOfOneSizeWait_RunAsBatchesOfTheAllowedSize()
    {
        var batches = Batches(3);
        Occupy();
        var running = Enumerable.Range(1, 7).Select(seed => batches.RunAsync(Request(64, seed))).ToList();

        _free.Set();
        var images = await Task.WhenAll(running).WaitAsync(Cancellation);

        Assert.Equal([3, 3, 1], _engine.Batches);
        Assert.Equal([3, 3, 3, 3, 3, 3, 1], images.Select(image => image.Batch));
        Assert.Equal(images.Select((_, index) => FakeTrialEngine.Result(IdOf(64, index + 1))), images.Select(image => image.Png));
    }

    [Fact]
    public async Task RunAsync_OtherSizeBetween_KeepsItsPlaceButNotInTheBatch()
    {
        var batches = Batches(8);
        Occupy();
        var running = new[] { (64, 1), (96, 2), (64, 3) }.Select(one => batches.RunAsync(Request(one.Item1, one.Item2))).ToList();

        _free.Set();
        await Task.WhenAll(running).WaitAsync(Cancellation);

        Assert.Equal([2, 1], _engine.Batches);
        Assert.Equal([IdOf(64, 1), IdOf(64, 3), IdOf(96, 2)], _engine.Runs);
    }

    [Fact]
    public async Task RunAsync_BatchOfOne_BeginsAtOnce()
    {
        var batches = new TrialBatches(_engine, _thread, 1, new EnginePulse(TimeProvider.System), TimeProvider.System) { Gathering = TimeSpan.FromDays(1) };

        var image = await batches.RunAsync(Request(64, 1)).WaitAsync(TimeSpan.FromSeconds(30), Cancellation);

        Assert.Equal(1, image.Batch);
    }

    [Fact]
    public async Task RunAsync_LaterTrialComesWhileGathering_JoinsTheBatch()
    {
        var batches = new TrialBatches(_engine, _thread, 2, new EnginePulse(TimeProvider.System), TimeProvider.System) { Gathering = TimeSpan.FromDays(1) };

        var first = batches.RunAsync(Request(64, 1));
        await Task.Delay(50, Cancellation);
        Assert.Empty(_engine.Batches);
        await Task.WhenAll(first, batches.RunAsync(Request(64, 2))).WaitAsync(TimeSpan.FromSeconds(30), Cancellation);

        Assert.Equal([2], _engine.Batches);
    }

    [Fact]
    public async Task RunAsync_OneFails_OnlyItsCallerHearsOfIt()
    {
        var batches = Batches(2);
        _engine.BeforeEvaluation = (trial, _, _) =>
        {
            if (trial.Parameters.Seed == 2)
                throw new InvalidOperationException("mine");
        };
        Occupy();
        var (first, second) = (batches.RunAsync(Request(64, 1)), batches.RunAsync(Request(64, 2)));
        _free.Set();

        Assert.Equal("mine", (await Assert.ThrowsAsync<InvalidOperationException>(() => second)).Message);
        Assert.Equal(2, (await first).Batch);
    }

    [Fact]
    public async Task RunAsync_CancelledWhileWaiting_IsLeftOut()
    {
        using var stop = new CancellationTokenSource();
        var batches = Batches(2);
        Occupy();
        var (first, second) = (batches.RunAsync(Request(64, 1) with { Cancellation = stop.Token }), batches.RunAsync(Request(64, 2)));
        await stop.CancelAsync();
        _free.Set();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.Equal(1, (await second).Batch);
        Assert.Equal([IdOf(64, 2)], _engine.Runs);
    }

    private TrialBatches Batches(int size) => new(_engine, _thread, size, new EnginePulse(TimeProvider.System), TimeProvider.System) { Gathering = TimeSpan.Zero };

    /// <summary>Gives the engine's thread something to do until it is set free, so that trials wait.</summary>
    private void Occupy() => _thread.Post(() => _free.Wait(TimeSpan.FromSeconds(30)));

    private static string IdOf(int size, int seed) => FormattableString.Invariant($"{size:x4}{seed:x12}");

    private static EngineRequest Request(int size, int seed)
    {
        var image = new ImageReference("a.png", new string('a', 64));
        return new EngineRequest(
            new Trial
            {
                Id = IdOf(size, seed),
                Parameters = ParameterResolver.Resolve(PresetCatalog.Find(PresetCatalog.DefaultName)!.Parameters, NetworkName.Vgg19Mini) with { ImageSize = size, Seed = seed, Iterations = 3 },
                Content = image,
                Style = image,
                Weights = new WeightsReference(NetworkName.Vgg19Mini, new string('e', 64)),
                Snapshots = SnapshotPolicy.None,
            },
            new TrialFiles(new Dictionary<string, ReadOnlyMemory<byte>>()),
            new SilentObserver(),
            Cancellation);
    }
}
