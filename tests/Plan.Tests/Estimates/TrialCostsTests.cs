using NeuralStyle.Plan.Estimates;
using NeuralStyle.Plan.Layers;
using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Plan.Tests.Estimates;

public class TrialCostsTests
{
    private static readonly TrialParameters Parameters = new()
    {
        Network = NetworkName.Vgg19,
        ImageSize = 64,
        Iterations = 10,
        ContentLayers = LayerSet.Parse("conv1_1"),
        StyleLayers = LayerSet.Parse("relu1_1"),
        ContentWeight = 1,
        StyleWeight = 1,
        TvWeight = 0,
        Convention = LossConvention.Relative,
        TvConvention = TvConvention.MeanSquare,
        Pooling = PoolingMode.Max,
        Init = InitMode.Content,
        Optimizer = OptimizerKind.Adam,
        LearningRate = 0.02,
        LineSearch = LineSearchKind.Fixed,
        HistorySize = 10,
        Clamp = ClampMode.Step,
        Seed = 0,
    };

    [Fact]
    public void Of_OneConvolution_CountsItTwiceForEachEvaluation()
    {
        var cost = TrialCosts.Of(Parameters, 64, 48);

        // 64 channels x 3072 positions x 3 input channels x 9 taps, forward and gradient, ten times.
        Assert.Equal(64.0 * 3072 * 27 * 2 * 10, cost.MultiplyAdds);
    }

    [Fact]
    public void Of_DeeperLayerOfZeroWeight_CostsNothing()
    {
        var deeper = Parameters with { StyleLayers = LayerSet.Parse("relu5_1"), StyleWeight = 0 };

        Assert.Equal(TrialCosts.Of(Parameters, 64, 48).MultiplyAdds, TrialCosts.Of(deeper, 64, 48).MultiplyAdds);
    }

    [Fact]
    public void Of_Mini_CostsASixteenthOfTheInnerConvolutions()
    {
        var full = TrialCosts.Of(Parameters with { StyleLayers = LayerSet.Parse("relu5_1") }, 256, 192);
        var mini = TrialCosts.Of(Parameters with { StyleLayers = LayerSet.Parse("relu5_1"), Network = NetworkName.Vgg19Mini }, 256, 192);

        Assert.InRange(full.MultiplyAdds / mini.MultiplyAdds, 15, 16);
    }

    [Fact]
    public void Of_LongerHistory_NeedsTwoImagesAPair()
    {
        var lbfgs = Parameters with { Optimizer = OptimizerKind.Lbfgs, HistorySize = 10 };

        var difference = TrialCosts.Of(lbfgs with { HistorySize = 15 }, 64, 48).PeakBytes - TrialCosts.Of(lbfgs, 64, 48).PeakBytes;

        Assert.Equal(5 * 2 * 3 * 64 * 48 * 4, difference);
    }
}
