using NeuralStyle.Engine.Devices;
using NeuralStyle.Engine.Networks;
using NeuralStyle.Engine.Stylization;
using NeuralStyle.Engine.Tests.Devices;
using NeuralStyle.Plan.Layers;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Engine.Tests.Stylization;

public sealed class StylizerTests : IDisposable
{
    private readonly WeightsLibrary _weights = new(null);
    private readonly Stylizer _stylizer;

    public StylizerTests() => _stylizer = new Stylizer(_weights, new EngineOptions { Threads = 1 }, TimeProvider.System);

    public void Dispose() => _stylizer.Dispose();

    public static TheoryData<OptimizerKind, LineSearchKind, double> Optimizers => new()
    {
        { OptimizerKind.Lbfgs, LineSearchKind.Fixed, 1 },
        { OptimizerKind.Lbfgs, LineSearchKind.StrongWolfe, 1 },
        { OptimizerKind.Adam, LineSearchKind.Fixed, 0.02 },
    };

    [Theory]
    [MemberData(nameof(Optimizers))]
    public void Run_EachOptimizer_LossFallsInExactlyTheEvaluationsAsked(OptimizerKind optimizer, LineSearchKind lineSearch, double rate)
    {
        var parameters = TestTrials.Parameters with { Optimizer = optimizer, LineSearch = lineSearch, LearningRate = rate, Iterations = 25 };

        var result = Run(parameters);

        Assert.Equal(Enumerable.Range(1, 25), result.Evaluations.Select(evaluation => evaluation.Evaluation));
        Assert.True(result.Evaluations[^1].Total < 0.8 * result.Evaluations[0].Total);
    }

    [Fact]
    public void Run_AnyTrial_PartsAddUpToTotal()
    {
        var result = Run(TestTrials.Parameters);

        Assert.All(result.Evaluations, evaluation =>
            Assert.Equal(evaluation.Total, evaluation.Content + evaluation.Style + evaluation.Tv, evaluation.Total * 1e-5));
    }

    [Theory]
    [InlineData(InitMode.Content)]
    [InlineData(InitMode.Noise)]
    [InlineData(InitMode.Gray)]
    public void Run_OneEvaluation_ImageIsTheStartImage(InitMode init)
    {
        var content = TestPictures.Waves();

        var result = Run(TestTrials.Parameters with { Init = init, Iterations = 1 });

        var values = result.Image.Planes.ToArray();
        if (init == InitMode.Content)
            Assert.Equal(content.Planes.ToArray(), values);
        else if (init == InitMode.Gray)
            Assert.All(values, value => Assert.Equal(0.5f, value));
        else
            Assert.InRange(values.Average(), 0.48f, 0.52f);
    }

    [Fact]
    public void Run_SameSeedTwice_SameBytes()
    {
        var parameters = TestTrials.Parameters with { Init = InitMode.Noise };

        Assert.Equal(Run(parameters).Image.Planes.ToArray(), Run(parameters).Image.Planes.ToArray());
    }

    [Fact]
    public void Run_OtherSeed_OtherImage()
    {
        var parameters = TestTrials.Parameters with { Init = InitMode.Noise };

        Assert.NotEqual(Run(parameters).Image.Planes.ToArray(), Run(parameters with { Seed = 8 }).Image.Planes.ToArray());
    }

    [Fact]
    public void Run_SnapshotPolicy_KeepsThoseEvaluations()
    {
        var observer = new RecordingObserver();
        var policy = new SnapshotPolicy { First = 2, Every = 4, Last = true };

        var result = Run(TestTrials.Parameters, observer, policy);

        Assert.Equal([1, 2, 4, 6], observer.Snapshots.Keys.Order());
        Assert.Equal(result.Image.Planes.ToArray(), observer.Snapshots[6].Planes.ToArray());
    }

    [Theory]
    [InlineData(ColorMode.Luminance)]
    [InlineData(ColorMode.Histogram)]
    public void Run_ColorsKept_SnapshotsHaveThemToo(ColorMode color)
    {
        var (plain, kept) = (new RecordingObserver(), new RecordingObserver());
        var policy = new SnapshotPolicy { Every = 3, Best = true };

        Run(TestTrials.Parameters, plain, policy);
        var result = Run(TestTrials.Parameters with { Color = color }, kept, policy);

        Assert.Equal(plain.Snapshots.Keys.Order(), kept.Snapshots.Keys.Order());
        Assert.All(plain.Snapshots, entry => Assert.NotEqual(entry.Value.Planes.ToArray(), kept.Snapshots[entry.Key].Planes.ToArray()));
        Assert.Equal(result.Image.Planes.ToArray(), kept.Snapshots[6].Planes.ToArray());
    }

    [Fact]
    public void Run_OutputOfTheContentsSize_SnapshotsStayOfTheComputedOne()
    {
        var observer = new RecordingObserver();

        var result = Run(TestTrials.Parameters with { ImageSize = 32, OutputSize = OutputSize.Content }, observer, new SnapshotPolicy { Last = true });

        Assert.Equal((48, 32), (result.Image.Width, observer.Snapshots[6].Width));
    }

    [Fact]
    public void Run_Cancelled_StopsWithinOneEvaluation()
    {
        using var source = new CancellationTokenSource();
        var observer = new RecordingObserver(evaluation =>
        {
            if (evaluation.Evaluation == 3)
                source.Cancel();
        });

        Assert.Throws<OperationCanceledException>(() => Run(TestTrials.Parameters, observer, cancellation: source.Token));
        Assert.InRange(observer.Evaluations.Count, 3, 4);
    }

    [Fact]
    public void Run_ClampEachStep_PixelsNeverLeaveTheRangeDuringTheTrial()
    {
        var parameters = TestTrials.Parameters with
        {
            Optimizer = OptimizerKind.Adam,
            LearningRate = 0.5,
            Iterations = 4,
            TvWeight = 0,
            StyleWeight = 1000,
        };
        var free = Run(parameters with { Clamp = ClampMode.Saved });
        var clamped = Run(parameters with { Clamp = ClampMode.Step });

        // The first steps go far out of 0..1, so that later losses differ only if the image was really brought back between steps.
        Assert.Equal(free.Evaluations[0].Total, clamped.Evaluations[0].Total, 1e-9);
        Assert.NotEqual(free.Evaluations[2].Total, clamped.Evaluations[2].Total);
        Assert.All(clamped.Image.Planes.ToArray(), value => Assert.InRange(value, 0f, 1f));
    }

    [Theory]
    [InlineData(0, 30, 0.1)]
    [InlineData(1, 0, 0.1)]
    [InlineData(1, 30, 0)]
    public void Run_OneWeightZero_ItsPartIsZeroAndTheOthersAreNot(double content, double style, double tv)
    {
        var result = Run(TestTrials.Parameters with
        {
            ContentWeight = content,
            StyleWeight = style,
            TvWeight = tv,
            Init = InitMode.Noise,
        });

        var last = result.Evaluations[^1];
        Assert.Equal([content == 0, style == 0, tv == 0], [last.Content == 0, last.Style == 0, last.Tv == 0]);
    }

    [Fact]
    public void Run_ImageTooSmallForTheDeepestLayer_ThrowsNamingSizes()
    {
        var content = TestPictures.Waves(48, 6);
        var trial = TestTrials.Of(TestTrials.Parameters with { ContentLayers = LayerSet.Parse("relu5_1") }, _weights);

        var exception = Assert.Throws<StylizationException>(
            () => _stylizer.Run(
                trial,
                new TrialPictures { Content = content, Styles = [TestPictures.Stripes()] },
                new RecordingObserver(),
                null,
                TestContext.Current.CancellationToken));

        Assert.Contains("48 x 6", exception.Message, StringComparison.Ordinal);
        Assert.Contains("relu5_1", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_LossBecomesInfinite_TakesEachRungAndSaysSo()
    {
        var parameters = TestTrials.Parameters with
        {
            Optimizer = OptimizerKind.Adam,
            LearningRate = 1e30,
            Convention = LossConvention.Gatys,
            ContentLoss = ContentLossKind.Gatys,
            StyleLoss = StyleLossKind.Gatys,
            Iterations = 20,
        };
        var observer = new RecordingObserver();

        var result = Run(parameters, observer);

        Assert.Equal(
            [(2, TrialEventKind.Restarted), (4, TrialEventKind.StepReduced), (6, TrialEventKind.OptimizerChanged)],
            result.Events.Select(trialEvent => (trialEvent.Evaluation, trialEvent.Kind)));
        Assert.Contains("Evaluation 2 ", result.Events[0].Text, StringComparison.Ordinal);
        Assert.Equal(result.Events, observer.Events);
        Assert.Equal([2, 4, 6], result.Evaluations.Where(evaluation => !double.IsFinite(evaluation.Total)).Select(evaluation => evaluation.Evaluation));
        Assert.Equal(20, result.Evaluations.Count);
        Assert.True(result.Evaluations[^1].Total < result.Evaluations[0].Total);
    }

    [Fact]
    public void Run_LossIsInfiniteFromTheStart_ThrowsNamingTheEvaluation()
    {
        var parameters = TestTrials.Parameters with { StyleWeight = 1e39, Iterations = 10 };

        var exception = Assert.ThrowsAny<EngineException>(() => Run(parameters));

        Assert.Contains("Evaluation 1 ", exception.Message, StringComparison.Ordinal);
        Assert.Contains("no image to go back to", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_TensorLibrarySaysTheContextIsLost_IsADeviceExceptionNotATrialsFailure()
    {
        var lost = new RecordingObserver(_ => throw new TensorLibraryError("CUDA error: misaligned address"));

        var exception = Assert.Throws<DeviceException>(() => Run(TestTrials.Parameters, lost));

        Assert.Equal(DeviceTrouble.Broken, exception.Trouble);
        Assert.Contains("misaligned address", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_TensorLibraryRunsOutOfMemory_IsTheTrialsFailure()
    {
        var full = new RecordingObserver(_ => throw new TensorLibraryError("CUDA out of memory. Tried to allocate 2 GiB."));

        Assert.Contains("out of memory", Assert.Throws<StylizationException>(() => Run(TestTrials.Parameters, full)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_ManyTrials_NoTensorIsLeft()
    {
        Run(TestTrials.Parameters);
        var before = LiveTensors.CountSettled();

        for (var i = 0; i < 3; i++)
            Run(TestTrials.Parameters);

        Assert.Equal(before, LiveTensors.Count());
    }

    private StylizedImage Run(
        TrialParameters parameters,
        RecordingObserver? observer = null,
        SnapshotPolicy? snapshots = null,
        CancellationToken? cancellation = null) =>
        _stylizer.Run(
            TestTrials.Of(parameters, _weights, snapshots),
            new TrialPictures { Content = TestPictures.Waves(), Styles = [TestPictures.Stripes()] },
            observer ?? new RecordingObserver(),
            null,
            cancellation ?? TestContext.Current.CancellationToken);
}
