using NeuralStyle.Engine.Losses;
using NeuralStyle.Engine.Targets;
using NeuralStyle.Engine.Tests.Golden;
using NeuralStyle.Plan.Conventions;
using NeuralStyle.Plan.Layers;
using NeuralStyle.Plan.Parameters;
using static TorchSharp.torch;

namespace NeuralStyle.Engine.Tests.Losses;

public class GramStyleLossTests
{
    private static readonly LayerName Layer = LayerName.Parse("relu1_1");

    [Theory]
    [InlineData("relu1_1")]
    [InlineData("relu2_1")]
    [InlineData("relu3_1")]
    [InlineData("relu3_3")]
    [InlineData("conv2_2")]
    public void Of_EachKind_MatchesReference(string layer)
    {
        using var scope = NewDisposeScope();
        var golden = GoldenLosses.Read();
        using var features = new LayerFeatures();
        var name = LayerName.Parse(layer);
        var (image, style) = (features.Of("init", name), features.Of("style", name));

        foreach (var (kind, key) in new[]
        {
            (StyleLossKind.Relative, "style_relative"),
            (StyleLossKind.Gatys, "style_gatys"),
            (StyleLossKind.Cysmith, "style_gatys"),
            (StyleLossKind.AnhNn01, "style_gatys"),
            (StyleLossKind.Johnson, "style_johnson"),
            (StyleLossKind.Leongatys, "style_leongatys"),
            (StyleLossKind.Gordicaleksa, "style_gordic"),
            (StyleLossKind.Titu1994, "style_titu1994"),
        })
        {
            var actual = new GramStyleLoss(name, kind, LayerFeatures.Extent(name), TargetOf(style), 1).Of(image, 1).Loss.item<float>();

            var expected = golden.OfLayer(layer, key);
            Assert.True(Math.Abs((actual / expected) - 1) < 1e-4, $"{kind} at {layer} is {actual}; expected {expected}.");
        }
    }

    // F = rows (1, 2), (0, 1): G = (5, 2; 2, 1). A = (1, 0; 0, 1). D = 16 + 4 + 4 + 0 = 24. C = 2, M = 2, S = 5.
    [Theory]
    [InlineData(StyleLossKind.Relative, 24.0 / 2)]
    [InlineData(StyleLossKind.Gatys, 24.0 / (4 * 4 * 4))]
    [InlineData(StyleLossKind.Cysmith, 24.0 / (4 * 4 * 4))]
    [InlineData(StyleLossKind.AnhNn01, 24.0 / (4 * 4 * 4))]
    [InlineData(StyleLossKind.Johnson, 24.0 / (16 * 4))]
    [InlineData(StyleLossKind.Leongatys, 24000.0 / (16 * 4))]
    [InlineData(StyleLossKind.Gordicaleksa, 24.0 / (4 * 4))]
    [InlineData(StyleLossKind.Titu1994, 24.0 / (36 * 25))]
    public void Of_HandWorkedGram_ReturnsTheFormulaTimesWeightAndFactor(StyleLossKind kind, double expected)
    {
        using var scope = NewDisposeScope();
        var features = tensor(new[] { 1f, 2, 0, 1 }, [1L, 2, 1, 2]);

        var loss = new GramStyleLoss(Layer, kind, new LayerExtent(2, 2, 5), new Target(eye(2) / 2), weight: 3).Of(features, factor: 0.5);

        Assert.Equal(1.5 * expected, loss.Loss.item<float>(), 4);
    }

    [Fact]
    public void Of_StyleOfTwiceTheArea_ComparesDensities()
    {
        using var scope = NewDisposeScope();
        var features = rand(1, 3, 4, 4);
        // The same picture twice side by side has twice the raw Gram matrix over twice the positions.
        var doubled = TargetOf(cat([features, features], 3));

        var loss = new GramStyleLoss(Layer, StyleLossKind.Relative, new LayerExtent(3, 16, 16), doubled, 1).Of(features, 1);

        Assert.Equal(0, loss.Loss.item<float>(), 6);
    }

    [Fact]
    public void Of_GuidanceOfAWhiteMask_IsAsWithout()
    {
        using var scope = NewDisposeScope();
        var (features, target, extent) = (rand(1, 3, 4, 6), TargetOf(rand(1, 3, 5, 5)), new LayerExtent(3, 24, 24));

        var plain = new GramStyleLoss(Layer, StyleLossKind.Gatys, extent, target, 1).Of(features, 1);
        var guided = new GramStyleLoss(Layer, StyleLossKind.Gatys, extent, target, 1, LayerMask.Guidance(ones(1, 1, 4, 6), Layer)).Of(features, 1);

        Assert.Equal(plain.Loss.item<float>(), guided.Loss.item<float>(), 1e-6);
        Assert.InRange(GoldenTensors.RelativeDistance(guided.Gradient, plain.Gradient), 0, 1e-6);
    }

    [Theory]
    [InlineData(StyleLossKind.Relative)]
    [InlineData(StyleLossKind.Johnson)]
    [InlineData(StyleLossKind.Titu1994)]
    public void Of_GuidanceOfHalf_IsTheLossOfThatHalfRepeatedAndTouchesNothingElse(StyleLossKind kind)
    {
        using var scope = NewDisposeScope();
        var (features, target, extent) = (rand(1, 3, 4, 6), TargetOf(rand(1, 3, 5, 5)), new LayerExtent(3, 24, 24));
        var (left, mask) = (features.narrow(3, 0, 3), zeros(1, 1, 4, 6));
        mask.narrow(3, 0, 3).fill_(1);

        var twice = new GramStyleLoss(Layer, kind, extent, target, 1).Of(cat([left, left], 3), 1);
        var (loss, gradient) = new GramStyleLoss(Layer, kind, extent, target, 1, LayerMask.Guidance(mask, Layer)).Of(features, 1);

        Assert.Equal(1, loss.item<float>() / twice.Loss.item<float>(), 1e-5);
        Assert.Equal(0f, gradient.narrow(3, 3, 3).abs().sum().item<float>());
        // Each position counts twice as much as in the repeated one.
        Assert.InRange(GoldenTensors.RelativeDistance(gradient.narrow(3, 0, 3), twice.Gradient.narrow(3, 0, 3) * 2), 0, 1e-5);
    }

    [Fact]
    public void Of_HalfPrecisionFeatures_LossIsFloat32AndGradientTheirs()
    {
        using var scope = NewDisposeScope();
        var (features, target, extent) = (rand(1, 3, 40, 60).to_type(ScalarType.BFloat16), TargetOf(rand(1, 3, 5, 5)), new LayerExtent(3, 2400, 2400));
        var loss = new GramStyleLoss(Layer, StyleLossKind.Gatys, extent, target, 1);

        var (half, gradient) = loss.Of(features, 1);
        var single = loss.Of(features.to_type(ScalarType.Float32), 1);

        Assert.Equal(single.Loss.item<float>(), half.item<float>());
        Assert.Equal(ScalarType.BFloat16, gradient.dtype);
        Assert.InRange(GoldenTensors.RelativeDistance(gradient.to_type(ScalarType.Float32), single.Gradient), 0, 4e-3);
    }

    [Fact]
    public void Create_KindWithoutGram_ThrowsNamingTheOther()
    {
        using var scope = NewDisposeScope();

        var exception = Assert.Throws<ArgumentOutOfRangeException>(
            () => new GramStyleLoss(Layer, StyleLossKind.Crowsonkb, new LayerExtent(2, 2, 2), new Target(eye(2)), 1));

        Assert.Contains(nameof(WassersteinStyleLoss), exception.Message, StringComparison.Ordinal);
    }

    private static Target TargetOf(Tensor style) => new(GramMatrix.Of(style) / (style.shape[2] * style.shape[3]));
}
