using NeuralStyle.Engine.Images;
using NeuralStyle.Engine.Networks;
using NeuralStyle.Engine.Stylization;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Scales;
using NeuralStyle.Plan.Trials;
using static TorchSharp.torch;

namespace NeuralStyle.Engine.Tests.Stylization;

/// <summary>Trials of several scales, of averaged iterates, that stop early, and that keep the best.</summary>
public sealed class TrialRunTests : IDisposable
{
    private static readonly SnapshotPolicy Each = new() { Every = 1 };

    private static readonly TrialParameters Adam = TestTrials.Parameters with
    {
        Optimizer = OptimizerKind.Adam,
        LearningRate = 0.02,
        Clamp = ClampMode.Step,
        Iterations = 6,
    };

    private readonly WeightsLibrary _weights = new(null);
    private readonly Stylizer _stylizer;

    public TrialRunTests() => _stylizer = new Stylizer(_weights, new EngineOptions { Threads = 1 }, TimeProvider.System);

    public void Dispose() => _stylizer.Dispose();

    public static TheoryData<OptimizerKind, LineSearchKind> Optimizers => new()
    {
        { OptimizerKind.Lbfgs, LineSearchKind.Fixed },
        { OptimizerKind.Lbfgs, LineSearchKind.StrongWolfe },
        { OptimizerKind.Adam, LineSearchKind.Fixed },
    };

    [Theory]
    [MemberData(nameof(Optimizers))]
    public void Run_Ladder_CountsOverAllScalesAndImprovesWithinEach(OptimizerKind optimizer, LineSearchKind search)
    {
        var parameters = Adam with { Optimizer = optimizer, LineSearch = search, LearningRate = optimizer == OptimizerKind.Adam ? 0.02 : 1, Scales = Ladder("32:5, 40:4") };
        var observer = new RecordingObserver();

        var result = Run(parameters, observer, Each);

        Assert.Equal(Enumerable.Range(1, 15), result.Evaluations.Select(evaluation => evaluation.Evaluation));
        Assert.Equal([(5, TrialEventKind.ScaleBegan), (9, TrialEventKind.ScaleBegan)], result.Events.Select(trialEvent => (trialEvent.Evaluation, trialEvent.Kind)));
        Assert.Contains("Scale 2 of 3, 40 x 30 pixels", result.Events[0].Text, StringComparison.Ordinal);
        Assert.Equal([(32, 24), (40, 30), (48, 36)], new[] { 5, 9, 15 }.Select(evaluation => (observer.Snapshots[evaluation].Width, observer.Snapshots[evaluation].Height)));
        foreach (var (first, last) in new[] { (1, 5), (6, 9), (10, 15) })
        {
            Assert.Equal(0, result.Evaluations[first - 1].Improvement);
            var expected = 100 * (1 - (result.Evaluations[last - 1].Total / result.Evaluations[first - 1].Total));
            Assert.Equal(expected, result.Evaluations[last - 1].Improvement, 1e-9);
        }
    }

    [Fact]
    public void Run_Ladder_NextScaleStartsFromTheResultOfTheLast()
    {
        using var scope = NewDisposeScope();
        var observer = new RecordingObserver();

        Run(Adam with { Scales = Ladder("32:5") }, observer, Each);

        var enlarged = ScaleTransfer.Image(ImageTensor.Of(observer.Snapshots[5], device("cpu")), 36, 48);
        Assert.Equal(ImageTensor.ToPicture(enlarged).Planes.ToArray(), observer.Snapshots[6].Planes.ToArray());
    }

    [Fact]
    public void Run_LadderWithAdam_KeepsItsMomentsAndSteps()
    {
        var observer = new RecordingObserver();

        Run(Adam with { Scales = Ladder("32:5") }, observer, Each);

        // A first step of Adam moves every pixel by the learning rate; one that remembers doesn't.
        Assert.InRange(ShareMovedBy(0.02f, observer.Snapshots[1], observer.Snapshots[2]), 0.6, 1);
        Assert.InRange(ShareMovedBy(0.02f, observer.Snapshots[6], observer.Snapshots[7]), 0, 0.2);
    }

    [Fact]
    public void Run_LadderOfTheImageSizeOrMore_IsLeftOut()
    {
        var result = Run(Adam with { Scales = Ladder("48:5, 64:4") });

        Assert.Equal(6, result.Evaluations.Count);
        Assert.Empty(result.Events);
    }

    [Fact]
    public void Run_Averaging_ResultIsTheMeanOfTheIterates()
    {
        var (plain, averaged) = (new RecordingObserver(), new RecordingObserver());
        var result = Run(Adam with { Averaging = 0.9 }, averaged, Each);
        Run(Adam, plain, Each);

        // The iterates are the same ones; snapshot n is the mean of the first n.
        var images = Enumerable.Range(1, 6).Select(evaluation => plain.Snapshots[evaluation].Planes.ToArray()).ToArray();
        foreach (var last in new[] { 1, 3, 6 })
        {
            var weights = Enumerable.Range(0, last).Select(i => Math.Pow(0.9, last - 1 - i)).ToArray();
            var shown = averaged.Snapshots[last].Planes.ToArray();
            for (var pixel = 0; pixel < shown.Length; pixel += 37)
            {
                var expected = weights.Select((weight, i) => weight * images[i][pixel]).Sum() / weights.Sum();
                Assert.Equal(expected, shown[pixel], 1e-5);
            }
        }

        Assert.Equal(averaged.Snapshots[6].Planes.ToArray(), result.Image.Planes.ToArray());
    }

    [Fact]
    public void Run_AveragingOnALadder_NextScaleStartsFromTheMean()
    {
        using var scope = NewDisposeScope();
        var observer = new RecordingObserver();

        Run(Adam with { Averaging = 0.9, Scales = Ladder("32:5") }, observer, Each);

        var enlarged = ImageTensor.ToPicture(ScaleTransfer.Image(ImageTensor.Of(observer.Snapshots[5], device("cpu")), 36, 48));
        // The first image of a scale is its own mean.
        Assert.All(enlarged.Planes.ToArray().Zip(observer.Snapshots[6].Planes.ToArray()), pair => Assert.Equal(pair.First, pair.Second, 1e-5f));
    }

    [Fact]
    public void Run_StopsEarly_IsCompleteAndItsLastSnapshotIsTheTrulyLast()
    {
        var observer = new RecordingObserver();
        var parameters = Adam with { Iterations = 40, StopBelow = 0.2, StopWindow = 3 };

        var result = Run(parameters, observer, new SnapshotPolicy { Last = true });

        var stopped = Assert.Single(result.Events);
        Assert.Equal(TrialEventKind.StoppedEarly, stopped.Kind);
        Assert.InRange(result.Evaluations.Count, 5, 39);
        Assert.Equal(result.Evaluations.Count, stopped.Evaluation);
        var (evaluation, image) = Assert.Single(observer.Snapshots);
        Assert.Equal(result.Evaluations.Count, evaluation);
        Assert.Equal(result.Image.Planes.ToArray(), image.Planes.ToArray());
    }

    [Fact]
    public void Run_StopsEarlyOnALadder_TheNextScaleFollows()
    {
        var parameters = Adam with { Iterations = 4, Scales = Ladder("32:40"), StopBelow = 0.2, StopWindow = 3 };

        var result = Run(parameters);

        Assert.Equal([TrialEventKind.StoppedEarly, TrialEventKind.ScaleBegan], result.Events.Take(2).Select(trialEvent => trialEvent.Kind));
        Assert.Equal(result.Events[0].Evaluation, result.Events[1].Evaluation);
        Assert.Equal(Enumerable.Range(1, result.Evaluations.Count), result.Evaluations.Select(evaluation => evaluation.Evaluation));
        Assert.InRange(result.Evaluations.Count - result.Events[1].Evaluation, 4, 4);
    }

    [Fact]
    public void Run_PolicyKeepsTheBest_HandsItOnOnceAtTheEnd()
    {
        // A step so long that the loss goes up and down.
        var parameters = Adam with { LearningRate = 0.3, Iterations = 10, Init = InitMode.Noise, Scales = Ladder("32:3") };
        var (each, best) = (new RecordingObserver(), new RecordingObserver());
        Run(parameters, each, Each);

        var result = Run(parameters, best, new SnapshotPolicy { Best = true });

        var lowest = result.Evaluations.Skip(3).MinBy(evaluation => evaluation.Total)!;
        Assert.Equal(lowest.Evaluation, result.BestEvaluation);
        var (evaluation, image) = Assert.Single(best.Snapshots);
        Assert.Equal(lowest.Evaluation, evaluation);
        Assert.Equal(each.Snapshots[evaluation].Planes.ToArray(), image.Planes.ToArray());
    }

    [Fact]
    public void Run_BestIsKeptAnyway_IsHandedOnOnlyOnce()
    {
        var observer = new RecordingObserver();

        var result = Run(Adam, observer, Each with { Best = true, Last = true });

        Assert.NotNull(result.BestEvaluation);
        Assert.Equal(Enumerable.Range(1, 6), observer.Snapshots.Keys.Order());
    }

    [Fact]
    public void Run_BestNotAsked_IsNotNamed() => Assert.Null(Run(Adam).BestEvaluation);

    [Fact]
    public void Run_AnyTrial_ResultNamesTheLayersOfItsLosses()
    {
        var result = Run(Adam with { ContentWeight = 2 });

        Assert.Equal(
            [(LossPart.Content, "relu3_1"), (LossPart.Style, "relu1_1"), (LossPart.Style, "relu2_1")],
            result.Layers.Select(layer => (layer.Loss, layer.Layer.ToString())));
        Assert.All(result.Evaluations, evaluation => Assert.Equal(result.Layers.Count, evaluation.Layers.Count));
    }

    [Theory]
    [InlineData(TrialMode.Texture)]
    [InlineData(TrialMode.Reconstruction)]
    public void Run_OtherModes_TakeTheSameLadder(TrialMode mode)
    {
        var result = Run(Adam with { Mode = mode, Init = InitMode.Noise, Scales = Ladder("32:8"), Iterations = 8 });

        Assert.Equal(16, result.Evaluations.Count);
        Assert.True(result.Evaluations[^1].Improvement > 0);
        Assert.Equal(mode == TrialMode.Texture ? new PictureSize(48, 48) : new PictureSize(48, 36), result.Image.Size);
    }

    private static ScaleLadder Ladder(string text) => ScaleLadderText.Parse(text, []) ?? throw new ArgumentException(text, nameof(text));

    private static double ShareMovedBy(float distance, Picture from, Picture to) =>
        from.Planes.ToArray().Zip(to.Planes.ToArray()).Average(pair => Math.Abs(Math.Abs(pair.First - pair.Second) - distance) < distance / 50 ? 1.0 : 0);

    private StylizedImage Run(TrialParameters parameters, RecordingObserver? observer = null, SnapshotPolicy? snapshots = null) =>
        _stylizer.Run(
            TestTrials.Of(parameters, _weights, snapshots),
            new TrialPictures { Content = TestPictures.Waves(), Styles = [TestPictures.Stripes()] },
            observer ?? new RecordingObserver(),
            null,
            TestContext.Current.CancellationToken);
}
