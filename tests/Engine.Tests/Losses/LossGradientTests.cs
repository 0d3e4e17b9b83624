using NeuralStyle.Engine.Losses;
using NeuralStyle.Engine.Targets;
using NeuralStyle.Plan.Conventions;
using NeuralStyle.Plan.Layers;
using NeuralStyle.Plan.Parameters;
using static TorchSharp.torch;

namespace NeuralStyle.Engine.Tests.Losses;

/// <summary>The losses' own gradients against central differences of their values, in random directions, in float64.</summary>
public class LossGradientTests
{
    private const double Weight = 3;
    private const double Factor = 0.5;
    private static readonly LayerName Layer = LayerName.Parse("relu1_1");
    private static readonly LayerExtent Extent = new(3, 20, 20);

    public static TheoryData<ContentLossKind> ContentKinds => [.. Enum.GetValues<ContentLossKind>()];

    public static TheoryData<StyleLossKind> GramKinds => [.. Enum.GetValues<StyleLossKind>().Where(kind => kind != StyleLossKind.Crowsonkb)];

    public static TheoryData<TvConvention> TvConventions => [.. Enum.GetValues<TvConvention>()];

    [Theory]
    [MemberData(nameof(ContentKinds))]
    public void ContentLoss_Gradient_IsTheSlopeOfTheLoss(ContentLossKind kind)
    {
        using var scope = NewDisposeScope();

        AssertSlope(Random(4, 5), new ContentLoss(Layer, kind, Extent, Random(4, 5), Weight));
        AssertSlope(Random(4, 5), new ContentLoss(Layer, kind, Extent, Random(4, 5), Weight, Random(4, 5).narrow(1, 0, 1)));
    }

    [Theory]
    [MemberData(nameof(GramKinds))]
    public void GramStyleLoss_Gradient_IsTheSlopeOfTheLoss(StyleLossKind kind)
    {
        using var scope = NewDisposeScope();
        var target = new Target(GramMatrix.Of(Random(6, 6)) / 36);

        AssertSlope(Random(4, 5), new GramStyleLoss(Layer, kind, Extent, target, Weight));
        AssertSlope(Random(4, 5), new GramStyleLoss(Layer, kind, Extent, target, Weight, Guidance()));
    }

    [Fact]
    public void WassersteinStyleLoss_Gradient_IsTheSlopeOfTheLoss()
    {
        using var scope = NewDisposeScope();
        var moments = FeatureMoments.Of(Random(6, 6));
        var target = new Target(moments.Second, moments.Mean);

        AssertSlope(Random(4, 5), new WassersteinStyleLoss(Layer, target, Weight));
        AssertSlope(Random(4, 5), new WassersteinStyleLoss(Layer, target, Weight, Guidance()));
    }

    [Fact]
    public void RegionLosses_Gradient_IsTheSlopeOfTheLoss()
    {
        using var scope = NewDisposeScope();
        var target = new Target(GramMatrix.Of(Random(6, 6)) / 36);

        AssertSlope(Random(4, 5), new RegionLosses(
            Layer,
            [
                new GramStyleLoss(Layer, StyleLossKind.Relative, Extent, target, Weight, Guidance()),
                new GramStyleLoss(Layer, StyleLossKind.Relative, Extent, target, 2 * Weight, Guidance()),
            ]));
    }

    [Theory]
    [MemberData(nameof(TvConventions))]
    public void TotalVariation_Gradient_IsTheSlopeOfTheLoss(TvConvention convention)
    {
        using var scope = NewDisposeScope();

        AssertSlope(Random(7, 5), image => TotalVariation.Of(image, convention, Weight));
    }

    private static Tensor Random(long height, long width) => rand([1L, 3, height, width], dtype: ScalarType.Float64);

    private static Tensor Guidance() => LayerMask.Guidance(Random(4, 5).narrow(1, 0, 1), Layer)!;

    private static void AssertSlope(Tensor at, ILayerLoss loss) => AssertSlope(at, features => loss.Of(features, Factor));

    private static void AssertSlope(Tensor at, Func<Tensor, LossAndGradient> evaluate)
    {
        const double Step = 1e-6;
        var gradient = evaluate(at).Gradient;
        for (var trial = 0; trial < 5; trial++)
        {
            var direction = randn_like(at);
            direction /= direction.norm();

            var ahead = evaluate(at + (direction * Step)).Loss.item<double>();
            var behind = evaluate(at - (direction * Step)).Loss.item<double>();

            var expected = (ahead - behind) / (2 * Step);
            var actual = (gradient * direction).sum().item<double>();
            Assert.Equal(expected, actual, gradient.norm().item<double>() * 1e-6);
        }
    }
}
