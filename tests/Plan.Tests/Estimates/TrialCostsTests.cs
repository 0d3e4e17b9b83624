using NeuralStyle.Plan.Estimates;
using NeuralStyle.Plan.Layers;
using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Plan.Tests.Estimates;

public class TrialCostsTests
{
    internal static readonly TrialParameters Parameters = new()
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
    public void Of_Ladder_CostsAlsoItsSmallerScales()
    {
        var ladder = Parameters with { Scales = NeuralStyle.Plan.Scales.ScaleLadderText.Parse("32:40", [])! };

        // A quarter of the pixels, four times the evaluations.
        Assert.Equal(2 * TrialCosts.Of(Parameters, 64, 48).MultiplyAdds, TrialCosts.Of(ladder, 64, 48).MultiplyAdds);
    }

    [Fact]
    public void Of_SeparateBackward_PassesTheSharedLayersTwice()
    {
        var together = Parameters with { StyleLayers = Parameters.ContentLayers };

        Assert.Equal(
            2 * TrialCosts.Of(together, 64, 48).MultiplyAdds,
            TrialCosts.Of(together with { Backward = BackwardMode.Separate }, 64, 48).MultiplyAdds);
    }

    [Fact]
    public void Of_Vgg16_LeavesOutTheFourthConvolutions()
    {
        var deep = Parameters with { StyleLayers = LayerSet.Parse("relu4_1") };

        var difference = TrialCosts.Of(deep, 64, 48).MultiplyAdds - TrialCosts.Of(deep with { Network = NetworkName.Vgg16 }, 64, 48).MultiplyAdds;

        // conv3_4: 256 x 256 channels at 16 x 12.
        Assert.Equal(256.0 * 256 * 9 * 16 * 12 * 2 * 10, difference);
    }
}
