using NeuralStyle.Engine.Losses;
using NeuralStyle.Engine.Targets;
using NeuralStyle.Plan.Layers;
using NeuralStyle.Plan.Parameters;
using static TorchSharp.torch;

namespace NeuralStyle.Engine.Tests.Losses;

/// <summary>The losses' own gradients against central differences of their values, in random directions.</summary>
public class LossGradientTests
{
    private const double Weight = 3;
    private static readonly LayerName Layer = LayerName.Parse("relu1_1");

    [Theory]
    [InlineData(LossConvention.Relative)]
    [InlineData(LossConvention.Gatys)]
    [InlineData(LossConvention.Johnson)]
    public void ContentLoss_Gradient_IsTheSlopeOfTheLoss(LossConvention convention)
    {
        using var scope = NewDisposeScope();
        var loss = new ContentLoss(Layer, rand(1, 3, 4, 5), convention, 2);

        AssertSlope(rand(1, 3, 4, 5), features => loss.Of(features, Weight));
    }

    [Theory]
    [InlineData(LossConvention.Relative)]
    [InlineData(LossConvention.Gatys)]
    [InlineData(LossConvention.Johnson)]
    public void StyleLoss_Gradient_IsTheSlopeOfTheLoss(LossConvention convention)
    {
        using var scope = NewDisposeScope();
        var loss = new StyleLoss(Layer, new Target(GramMatrix.Of(rand(1, 3, 6, 6)), 36), 20, convention, 2);

        AssertSlope(rand(1, 3, 4, 5), features => loss.Of(features, Weight));
    }

    [Theory]
    [InlineData(TvConvention.MeanSquare)]
    [InlineData(TvConvention.NeuralStylePt)]
    public void TotalVariation_Gradient_IsTheSlopeOfTheLoss(TvConvention convention)
    {
        using var scope = NewDisposeScope();

        AssertSlope(rand(1, 3, 7, 5), image => TotalVariation.Of(image, convention, Weight));
    }

    private static void AssertSlope(Tensor at, Func<Tensor, LossAndGradient> evaluate)
    {
        const double Step = 1e-3;
        var gradient = evaluate(at).Gradient;
        for (var trial = 0; trial < 5; trial++)
        {
            var direction = randn_like(at);
            direction /= direction.norm();

            var ahead = evaluate(at + (direction * Step)).Loss.item<float>();
            var behind = evaluate(at - (direction * Step)).Loss.item<float>();

            var expected = (ahead - behind) / (2 * Step);
            var actual = (gradient * direction).sum().item<float>();
            // float32 values leave three digits of a difference this small.
            Assert.Equal(expected, actual, Math.Max(Math.Abs(expected), gradient.norm().item<float>()) * 0.02);
        }
    }
}
