using NeuralStyle.Engine.Images;
using NeuralStyle.Engine.Networks;
using NeuralStyle.Engine.Stylization;
using NeuralStyle.Engine.Tests.Golden;
using NeuralStyle.Engine.Tests.Losses;
using NeuralStyle.Plan.Layers;
using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Engine.Tests.Stylization;

/// <summary>Whole runs with the real weights against the reference's: 60 evaluations from the content.</summary>
public class GoldenRunTests
{
    private static readonly TrialParameters Parameters = TestTrials.Parameters with
    {
        Network = NetworkName.Vgg19,
        ImageSize = 40,
        Iterations = 60,
        ContentLayers = LayerSet.Parse("relu3_3"),
        StyleLayers = LayerSet.Parse("relu1_1", "relu2_1", "relu3_1"),
        ContentWeight = 5,
        StyleWeight = 100,
        TvWeight = 1e-3,
        Convention = LossConvention.Johnson,
        ContentLoss = ContentLossKind.Mse,
        StyleLoss = StyleLossKind.Johnson,
        TvConvention = TvConvention.NeuralStylePt,
        HistorySize = 100,
    };

    [Theory]
    [InlineData(LineSearchKind.Fixed, "fixed_step_lr1")]
    [InlineData(LineSearchKind.StrongWolfe, "strong_wolfe")]
    public void Run_Lbfgs_EndsNoWorseThanTheReference(LineSearchKind lineSearch, string curve)
    {
        var expected = GoldenLosses.Read().Curve("lbfgs", curve);

        var totals = Run(Parameters with { LineSearch = lineSearch });

        Assert.Equal(expected.Length, totals.Count);
        Assert.InRange(totals[0] / expected[0], 1 - 1e-4, 1 + 1e-4);
        Assert.True(totals.Min() <= 1.01 * expected.Min(), $"Best loss {totals.Min():G6}; the reference reached {expected.Min():G6}.");
    }

    [Fact]
    public void Run_Adam_FollowsTheReferenceStepByStep()
    {
        var expected = GoldenLosses.Read().Curve("adam_lr0.02");

        var totals = Run(Parameters with { Optimizer = OptimizerKind.Adam, LearningRate = 0.02 });

        Assert.Equal(expected.Length, totals.Count);
        Assert.All(totals.Zip(expected), pair => Assert.InRange(pair.First / pair.Second, 1 - 1e-3, 1 + 1e-3));
    }

    private static List<double> Run(TrialParameters parameters)
    {
        var golden = SharedFolder.Tensors("features.safetensors");
        var weights = new WeightsLibrary(SharedFolder.Path("weights", "vgg19-caffe-conv1_1-conv3_4.safetensors"));
        using var stylizer = new Stylizer(weights, new EngineOptions(), TimeProvider.System);
        var result = stylizer.Run(
            TestTrials.Of(parameters, weights),
            new TrialPictures
            {
                Content = new Picture(40, 32, golden.ReadSingles("content")),
                Styles = [new Picture(40, 32, golden.ReadSingles("style"))],
            },
            new RecordingObserver(),
            null,
            TestContext.Current.CancellationToken);
        return [.. result.Evaluations.Select(evaluation => evaluation.Total)];
    }
}
