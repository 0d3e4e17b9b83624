using System.Collections;
using NeuralStyle.Engine.Devices;
using NeuralStyle.Engine.Networks;
using NeuralStyle.Engine.Stylization;
using NeuralStyle.Engine.Tests.Devices;
using NeuralStyle.Plan.Layers;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Scales;

namespace NeuralStyle.Engine.Tests.Stylization;

public sealed class StylizerBatchTests : IDisposable
{
    private readonly WeightsLibrary _weights = new(null);
    private readonly Stylizer _stylizer;

    public StylizerBatchTests() => _stylizer = Open(new EngineOptions { Threads = 1 });

    public void Dispose() => _stylizer.Dispose();

    [Fact]
    public void RunBatch_TrialsOfOneSize_EachIsAsAloneWithinAThousandth()
    {
        TrialParameters[] settings =
        [
            TestTrials.Parameters,
            TestTrials.Parameters with { StyleWeight = 300, StyleLayers = LayerSet.Parse("relu1_1") },
            TestTrials.Parameters with { Init = InitMode.Noise, Optimizer = OptimizerKind.Adam, LearningRate = 0.02, Iterations = 9 },
            TestTrials.Parameters with { LineSearch = LineSearchKind.StrongWolfe, ContentWeight = 0 },
        ];

        AssertAsAlone(settings, 4);
    }

    [Fact]
    public void RunBatch_OtherSizesLaddersAndPooling_EachIsAsAloneWithinAThousandth()
    {
        TrialParameters[] settings =
        [
            TestTrials.Parameters with { ImageSize = 40 },
            TestTrials.Parameters with { Scales = ScaleLadderText.Parse("32:4", [])! },
            TestTrials.Parameters with { Pooling = PoolingMode.Average, Backward = BackwardMode.Separate },
        ];

        AssertAsAlone(settings, 3);
    }

    [Fact]
    public void RunBatch_OneIsCancelledAndOneCannotRun_OthersGoOn()
    {
        using var source = new CancellationTokenSource();
        var stopping = new RecordingObserver(evaluation =>
        {
            if (evaluation.Evaluation == 2)
                source.Cancel();
        });
        var trials = new[]
        {
            Batched(TestTrials.Parameters),
            Batched(TestTrials.Parameters with { Seed = 8 }) with { Observer = stopping, Cancellation = source.Token },
            Batched(TestTrials.Parameters with { StyleWeight = 1e39 }),
        };

        var results = _stylizer.RunBatch(trials);

        Assert.Equal(TestTrials.Parameters.Iterations, results[0].Image!.Evaluations.Count);
        Assert.IsType<OperationCanceledException>(results[1].Failure);
        Assert.InRange(stopping.Evaluations.Count, 2, 3);
        Assert.Contains("Evaluation 1 ", Assert.IsType<StylizationException>(results[2].Failure).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void RunBatch_OneNeedsMoreThanItsShareOfMemory_RunsAlone()
    {
        // 48 px needs some 30 MiB, 512 px some 200: of 300 MiB the shares are 100.
        using var small = Open(new EngineOptions { Threads = 1, MemoryBytes = 300L << 20 });
        var large = Batched(TestTrials.Parameters with { ImageSize = 512, Iterations = 1 });

        var results = small.RunBatch([Batched(TestTrials.Parameters), large, Batched(TestTrials.Parameters with { Seed = 8 })]);

        Assert.Equal([2, 1, 2], results.Select(result => result.Image!.Batch));
        Assert.Equal(512, results[1].Image!.Image.Width);
    }

    [Fact]
    public void RunBatch_SeveralNetworks_Throws()
    {
        var bfloat = Batched(TestTrials.Parameters with { Precision = Precision.Bfloat16 });

        var exception = Assert.Throws<ArgumentException>(() => _stylizer.RunBatch([Batched(TestTrials.Parameters), bfloat]));

        Assert.Contains("2 were given", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void RunBatch_TensorLibraryFailsInTwoTrials_OneIsTheDevicesAndOneTheTrials()
    {
        var results = _stylizer.RunBatch(
        [
            Batched(TestTrials.Parameters),
            Batched(TestTrials.Parameters with { Seed = 8 }) with { Observer = Failing("CUDA error: misaligned address") },
            Batched(TestTrials.Parameters with { Seed = 9 }) with { Observer = Failing("CUDA out of memory. Tried to allocate 2 GiB.") },
        ]);

        Assert.Null(results[0].Failure);
        Assert.Equal(DeviceTrouble.Broken, Assert.IsType<DeviceException>(results[1].Failure).Trouble);
        Assert.IsType<StylizationException>(results[2].Failure);

        static RecordingObserver Failing(string message) => new(_ => throw new TensorLibraryError(message));
    }

    [Fact]
    public void RunBatch_ContextIsLostBeforeAnyTrialBegins_IsADeviceException()
    {
        // As when the network is put on the device, which is of no trial's own.
        var trials = Enumerable.Range(0, 1).Select<int, BatchedTrial>(_ => throw new TensorLibraryError("CUDA error: unspecified launch failure"));

        var exception = Assert.Throws<DeviceException>(() => _stylizer.RunBatch(new LateTrials(trials)));

        Assert.Equal(DeviceTrouble.Broken, exception.Trouble);
    }

    [Fact]
    public void RunBatch_ManyTrials_NoTensorIsLeft()
    {
        _stylizer.RunBatch([Batched(TestTrials.Parameters), Batched(TestTrials.Parameters with { Seed = 8 })]);
        var before = LiveTensors.CountSettled();

        _stylizer.RunBatch([Batched(TestTrials.Parameters), Batched(TestTrials.Parameters with { Seed = 8 })]);

        Assert.Equal(before, LiveTensors.Count());
    }

    private void AssertAsAlone(TrialParameters[] settings, int batch)
    {
        var together = _stylizer.RunBatch([.. settings.Select(Batched)]);

        for (var index = 0; index < settings.Length; index++)
        {
            var (trial, pictures, observer, _, cancellation) = Batched(settings[index]);
            var alone = _stylizer.Run(trial, pictures, observer, null, cancellation);
            var image = together[index].Image!;
            Assert.Equal(batch, image.Batch);
            Assert.Equal(1, alone.Batch);
            Assert.Equal(alone.Evaluations.Count, image.Evaluations.Count);
            Assert.All(alone.Evaluations.Zip(image.Evaluations), pair => Assert.Equal(1, pair.Second.Total / pair.First.Total, 1e-3));
            Assert.All(
                alone.Image.Planes.ToArray().Zip(image.Image.Planes.ToArray()),
                pair => Assert.Equal(pair.First, pair.Second, 1e-3f));
        }
    }

    private BatchedTrial Batched(TrialParameters parameters) => new(
        TestTrials.Of(parameters, _weights),
        new TrialPictures { Content = TestPictures.Waves(), Styles = [TestPictures.Stripes()] },
        new RecordingObserver(),
        null,
        TestContext.Current.CancellationToken);

    private Stylizer Open(EngineOptions options) => new(_weights, options, TimeProvider.System);

    /// <summary>Trials that are made when they are asked for.</summary>
    private sealed class LateTrials(IEnumerable<BatchedTrial> trials) : IReadOnlyList<BatchedTrial>
    {
        public int Count => 1;

        public BatchedTrial this[int index] => trials.ElementAt(index);

        public IEnumerator<BatchedTrial> GetEnumerator() => trials.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
