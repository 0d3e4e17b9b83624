using NeuralStyle.Engine.Losses;
using NeuralStyle.Engine.Targets;
using NeuralStyle.Plan.Layers;
using NeuralStyle.Plan.Parameters;
using static TorchSharp.torch;

namespace NeuralStyle.Engine.Tests.Losses;

public class StyleLossTests
{
    private static readonly LayerName Layer = LayerName.Parse("relu1_1");

    [Theory]
    [InlineData("relu1_1")]
    [InlineData("relu2_1")]
    [InlineData("relu3_1")]
    [InlineData("relu3_3")]
    [InlineData("conv2_2")]
    public void Of_EachConvention_MatchesReference(string layer)
    {
        using var scope = NewDisposeScope();
        var golden = GoldenLosses.Read();
        using var features = new LayerFeatures();
        var name = LayerName.Parse(layer);
        var (image, style) = (features.Of("init", name), features.Of("style", name));
        var positions = image.shape[2] * image.shape[3];
        var target = new Target(GramMatrix.Of(style), positions);

        foreach (var (convention, key) in new[]
        {
            (LossConvention.Relative, "style_relative"),
            (LossConvention.Gatys, "style_gatys"),
            (LossConvention.Johnson, "style_johnson"),
        })
        {
            var actual = new StyleLoss(name, target, positions, convention, 1).Of(image, 1).Loss.item<float>();

            var expected = golden.OfLayer(layer, key);
            Assert.InRange(actual / expected, 1 - 1e-4, 1 + 1e-4);
        }
    }

    // F = rows (1, 2), (0, 1): G = (5, 2; 2, 1). A = (1, 0; 0, 1). D = 16 + 4 + 4 + 0 = 24. C = 2, M = 2.
    [Theory]
    [InlineData(LossConvention.Relative, 24.0 / 2)]
    [InlineData(LossConvention.Gatys, 24.0 / (4 * 4 * 4))]
    [InlineData(LossConvention.Johnson, 24.0 / (16 * 4))]
    public void Of_HandWorkedGram_ReturnsTheFormula(LossConvention convention, double expected)
    {
        using var scope = NewDisposeScope();
        var features = tensor(new[] { 1f, 2, 0, 1 }, [1L, 2, 1, 2]);

        var loss = new StyleLoss(Layer, new Target(eye(2), 2), 2, convention, 1).Of(features, 1).Loss.item<float>();

        Assert.Equal(expected, loss, 5);
    }

    [Theory]
    [InlineData(LossConvention.Relative)]
    [InlineData(LossConvention.Gatys)]
    public void Of_FourLayers_DividesByFour(LossConvention convention)
    {
        using var scope = NewDisposeScope();
        var features = tensor(new[] { 1f, 2, 0, 1 }, [1L, 2, 1, 2]);
        var target = new Target(eye(2), 2);

        var alone = new StyleLoss(Layer, target, 2, convention, 1).Of(features, 1).Loss.item<float>();
        var ofFour = new StyleLoss(Layer, target, 2, convention, 4).Of(features, 1).Loss.item<float>();

        Assert.Equal(alone / 4, ofFour, 5);
    }

    [Fact]
    public void Of_StyleOfTwiceTheArea_ComparesDensities()
    {
        using var scope = NewDisposeScope();
        var features = rand(1, 3, 4, 4);
        // The same picture twice side by side has twice the raw Gram matrix over twice the positions.
        var doubled = new Target(GramMatrix.Of(cat([features, features], 3)), 32);

        var loss = new StyleLoss(Layer, doubled, 16, LossConvention.Relative, 1).Of(features, 1).Loss.item<float>();

        Assert.Equal(0, loss, 6);
    }
}
