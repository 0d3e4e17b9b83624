using NeuralStyle.Engine.Losses;
using NeuralStyle.Plan.Conventions;
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
    public void Of_EachKind_MatchesReference(string layer)
    {
        using var scope = NewDisposeScope();
        var golden = GoldenLosses.Read();
        using var features = new LayerFeatures();
        var name = LayerName.Parse(layer);
        var (image, content) = (features.Of("init", name), features.Of("content", name));

        foreach (var (kind, key) in new[]
        {
            (ContentLossKind.Relative, "content_relative"),
            (ContentLossKind.Gatys, "content_gatys"),
            (ContentLossKind.Mse, "content_mse"),
            (ContentLossKind.Sum, "feature_sq_diff"),
            (ContentLossKind.Titu1994Type0, "content_titu_0"),
            (ContentLossKind.Titu1994Type1, "content_titu_1"),
            (ContentLossKind.Titu1994Type2, "content_titu_2"),
            (ContentLossKind.AnhNn01, "content_anh"),
        })
        {
            var actual = new ContentLoss(name, kind, LayerFeatures.Extent(name), content, 1).Of(image, 1).Loss.item<float>();

            var expected = golden.OfLayer(layer, key);
            Assert.True(Math.Abs((actual / expected) - 1) < 1e-4, $"{kind} at {layer} is {actual}; expected {expected}.");
        }
    }

    // F - P = (-2, 0, 0, 2): d = 8. sum(P^2) = 9 + 1 + 1 + 9 = 20. C = 2, M = 2, S = 9.
    [Theory]
    [InlineData(ContentLossKind.Relative, 8.0 / 20)]
    [InlineData(ContentLossKind.Gatys, 8.0 / 2)]
    [InlineData(ContentLossKind.Mse, 8.0 / 4)]
    [InlineData(ContentLossKind.Sum, 8.0)]
    [InlineData(ContentLossKind.Titu1994Type0, 8.0)]
    [InlineData(ContentLossKind.Titu1994Type1, 8.0 / (2 * 1.4142135623730951 * 3))]
    [InlineData(ContentLossKind.Titu1994Type2, 8.0 / 18)]
    [InlineData(ContentLossKind.Cysmith1, 8.0 / 4)]
    [InlineData(ContentLossKind.Cysmith2, 8.0 / 4)]
    [InlineData(ContentLossKind.Cysmith3, 8.0 / 2)]
    [InlineData(ContentLossKind.AnhNn01, 8.0 / 16)]
    public void Of_HandWorkedFeatures_ReturnsTheFormulaTimesWeightAndFactor(ContentLossKind kind, double expected)
    {
        using var scope = NewDisposeScope();
        var target = tensor(new[] { 3f, 1, 1, 3 }, [1L, 2, 1, 2]);
        var features = tensor(new[] { 1f, 1, 1, 5 }, [1L, 2, 1, 2]);

        var loss = new ContentLoss(Layer, kind, new LayerExtent(2, 2, 9), target, weight: 3).Of(features, factor: 0.5).Loss.item<float>();

        Assert.Equal(1.5 * expected, loss, 5);
    }

    [Fact]
    public void Of_RelativeToZeroTarget_IsFinite()
    {
        using var scope = NewDisposeScope();
        var target = zeros(1, 2, 2, 2);

        var loss = new ContentLoss(Layer, ContentLossKind.Relative, new LayerExtent(2, 4, 4), target, 1).Of(target, 1).Loss.item<float>();

        Assert.Equal(0f, loss);
    }

    [Fact]
    public void Of_Mask_CountsAndPullsOnlyWhereItIsWhite()
    {
        using var scope = NewDisposeScope();
        // Differences of 1 and 2 to the left and right, in two channels.
        var (target, features) = (zeros(1, 2, 1, 2), tensor(new[] { 1f, 2, 1, 2 }, [1L, 2, 1, 2]));
        var mask = tensor(new[] { 1f, 0.25f }, [1L, 1, 1, 2]);

        var (loss, gradient) = new ContentLoss(Layer, ContentLossKind.Sum, new LayerExtent(2, 2, 2), target, 1, mask).Of(features, 1);

        Assert.Equal(2 * (1 + (0.25 * 4)), loss.item<float>(), 5);
        Assert.Equal([2f, 1, 2, 1], gradient.data<float>().ToArray());
    }

    [Fact]
    public void Of_HalfPrecisionFeatures_LossIsFloat32AndGradientTheirs()
    {
        using var scope = NewDisposeScope();
        // 1000.5 has no bfloat16 form: a sum in bfloat16 would say 1000 or 1004.
        var features = full([1L, 1, 1, 2001], 0.5f).to_type(ScalarType.BFloat16);

        var (loss, gradient) = new ContentLoss(
            Layer, ContentLossKind.Gatys, new LayerExtent(1, 2001, 2001), full([1L, 1, 1, 2001], -0.5f), 1).Of(features, 1);

        Assert.Equal(1000.5f, loss.item<float>());
        Assert.Equal(ScalarType.BFloat16, gradient.dtype);
    }
}
