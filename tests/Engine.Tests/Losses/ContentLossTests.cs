using NeuralStyle.Engine.Losses;
using NeuralStyle.Plan.Layers;
using NeuralStyle.Plan.Parameters;
using static TorchSharp.torch;

namespace NeuralStyle.Engine.Tests.Losses;

public class ContentLossTests
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
        var (image, content) = (features.Of("init", name), features.Of("content", name));

        foreach (var (convention, key) in new[]
        {
            (LossConvention.Relative, "content_relative"),
            (LossConvention.Gatys, "content_gatys"),
            (LossConvention.Johnson, "content_mse"),
        })
        {
            var actual = new ContentLoss(name, content, convention, 1).Of(image, 1).Loss.item<float>();

            var expected = golden.OfLayer(layer, key);
            Assert.InRange(actual / expected, 1 - 1e-4, 1 + 1e-4);
        }
    }

    [Theory]
    [InlineData(LossConvention.Relative, 8.0 / 20)]
    [InlineData(LossConvention.Gatys, 8.0 / 2)]
    [InlineData(LossConvention.Johnson, 8.0 / 4)]
    public void Of_HandWorkedFeatures_ReturnsTheFormula(LossConvention convention, double expected)
    {
        using var scope = NewDisposeScope();
        // F - P = (-2, 0, 0, 2): d = 8. sum(P^2) = 9 + 1 + 1 + 9 = 20. C M = 4.
        var target = tensor(new[] { 3f, 1, 1, 3 }, [1L, 2, 1, 2]);
        var features = tensor(new[] { 1f, 1, 1, 5 }, [1L, 2, 1, 2]);

        var loss = new ContentLoss(Layer, target, convention, 1).Of(features, 1).Loss.item<float>();

        Assert.Equal(expected, loss, 5);
    }

    [Fact]
    public void Of_RelativeWithTwoLayers_HalvesEachLayer()
    {
        using var scope = NewDisposeScope();
        var target = ones(1, 2, 2, 2);

        var loss = new ContentLoss(Layer, target, LossConvention.Relative, 2).Of(zeros(1, 2, 2, 2), 1).Loss.item<float>();

        Assert.Equal(0.5, loss, 6);
    }

    [Fact]
    public void Of_RelativeToZeroTarget_IsFinite()
    {
        using var scope = NewDisposeScope();
        var target = zeros(1, 2, 2, 2);

        var loss = new ContentLoss(Layer, target, LossConvention.Relative, 1).Of(target, 1).Loss.item<float>();

        Assert.Equal(0f, loss);
    }
}
