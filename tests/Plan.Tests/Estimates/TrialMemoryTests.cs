using NeuralStyle.Plan.Estimates;
using NeuralStyle.Plan.Layers;
using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Plan.Tests.Estimates;

public class TrialMemoryTests
{
    private static readonly TrialParameters Parameters = TrialCostsTests.Parameters with
    {
        Network = NetworkName.Vgg19Mini,
        ContentLayers = LayerSet.Parse("relu4_2"),
        StyleLayers = LayerSet.Parse("relu1_1", "relu2_1", "relu3_1", "relu4_1", "relu5_1"),
    };

    // Peaks of the resident memory that `nst bench --only peak` measured on two cores, MiB; the widths of images of 4:3.
    [Theory]
    [InlineData(NetworkName.Vgg19Mini, OptimizerKind.Adam, 128, 37)]
    [InlineData(NetworkName.Vgg19Mini, OptimizerKind.Adam, 256, 80)]
    [InlineData(NetworkName.Vgg19Mini, OptimizerKind.Adam, 512, 211)]
    [InlineData(NetworkName.Vgg19Mini, OptimizerKind.Adam, 1024, 730)]
    [InlineData(NetworkName.Vgg19Mini, OptimizerKind.Lbfgs, 128, 44)]
    [InlineData(NetworkName.Vgg19Mini, OptimizerKind.Lbfgs, 256, 99)]
    [InlineData(NetworkName.Vgg19Mini, OptimizerKind.Lbfgs, 512, 352)]
    [InlineData(NetworkName.Vgg19Mini, OptimizerKind.Lbfgs, 1024, 1157)]
    public void Of_MeasuredTrials_IsWithinAQuarterOfTheMeasurement(NetworkName network, OptimizerKind optimizer, int width, double measured)
    {
        var parameters = Parameters with { Network = network, Optimizer = optimizer, HistorySize = 20, Iterations = 30, TvWeight = 0.1 };

        Assert.InRange(TrialMemory.Of(parameters, width, width * 3 / 4) / 1048576.0, measured * 0.75, measured * 1.25);
    }

    [Fact]
    public void Of_LongerHistory_NeedsTwoImagesAPair()
    {
        var lbfgs = Parameters with { Optimizer = OptimizerKind.Lbfgs, Iterations = 100 };

        var difference = TrialMemory.Of(lbfgs with { HistorySize = 15 }, 64, 48) - TrialMemory.Of(lbfgs with { HistorySize = 10 }, 64, 48);

        Assert.Equal(5 * 2 * 3 * 64 * 48 * 4, difference);
    }

    [Fact]
    public void Of_HistoryLongerThanTheTrial_NeedsNoMoreThanItsEvaluations()
    {
        var lbfgs = Parameters with { Optimizer = OptimizerKind.Lbfgs, Iterations = 10 };

        Assert.Equal(TrialMemory.Of(lbfgs with { HistorySize = 10 }, 64, 48), TrialMemory.Of(lbfgs with { HistorySize = 100 }, 64, 48));
    }

    [Fact]
    public void Of_SeparateBackward_NeedsLess() => Assert.True(
        TrialMemory.Of(Parameters with { Backward = BackwardMode.Separate }, 512, 384) < TrialMemory.Of(Parameters, 512, 384));

    [Fact]
    public void Of_LargeStyle_NeedsWhatItsMeasurementDoes() => Assert.True(
        TrialMemory.Of(Parameters with { StyleScale = 4 }, 512, 384) > 2 * TrialMemory.Of(Parameters, 512, 384));
}
