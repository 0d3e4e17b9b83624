using NeuralStyle.Engine.Losses;
using NeuralStyle.Engine.Targets;
using NeuralStyle.Engine.Tests.Golden;
using NeuralStyle.Plan.Layers;
using static TorchSharp.torch;

namespace NeuralStyle.Engine.Tests.Losses;

public class WassersteinStyleLossTests
{
    private const double Regularization = 1e-4;
    private static readonly LayerName Layer = LayerName.Parse("relu1_1");

    [Fact]
    public void Of_UncorrelatedChannels_IsTheDistanceOfMeansAndDeviations()
    {
        using var scope = NewDisposeScope();
        // Channels (0, 2, 0, 2) and (1, 1, 3, 3): means 1 and 2, variances 1, uncorrelated.
        var features = Map([0, 2, 0, 2], [1, 1, 3, 3]);
        // Channels (0, 6, 0, 6) and (0, 0, 4, 4): means 3 and 2, variances 9 and 4.
        var loss = new WassersteinStyleLoss(Layer, TargetOf(Map([0, 6, 0, 6], [0, 0, 4, 4])), 1).Of(features, 1).Loss.item<double>();

        var (a, b, c) = (Math.Sqrt(1 + Regularization), Math.Sqrt(9 + Regularization), Math.Sqrt(4 + Regularization));
        var expected = ((4 + 0) / 2.0) + ((((b - a) * (b - a)) + ((c - a) * (c - a))) / 2);
        Assert.Equal(expected, loss, 1e-12);
    }

    [Fact]
    public void Of_CorrelatedChannels_IsTheDistanceOfTheGaussians()
    {
        using var scope = NewDisposeScope();
        // A rotation of both turns their axes but not their distance.
        var (features, style) = (Map([0, 2, 0, 2], [1, 1, 3, 3]), Map([0, 6, 0, 6], [0, 0, 4, 4]));
        var turn = tensor(new[] { 0.6, -0.8, 0.8, 0.6 }, [2L, 2]);

        var straight = new WassersteinStyleLoss(Layer, TargetOf(style), 1).Of(features, 1).Loss.item<double>();
        var turned = new WassersteinStyleLoss(Layer, TargetOf(Turned(style)), 1).Of(Turned(features), 1).Loss.item<double>();

        Assert.Equal(straight, turned, 1e-10);

        Tensor Turned(Tensor map) => turn.mm(map.reshape(2, 4)).view(1, 2, 2, 2);
    }

    [Fact]
    public void Of_AnyFeatures_IsWhatTheSourcesIterationTendsTo()
    {
        using var scope = NewDisposeScope();
        var mix = rand([6L, 6], dtype: ScalarType.Float64);
        var (features, style) = (rand([1L, 6, 5, 7], dtype: ScalarType.Float64), mix.mm(rand([6L, 35], dtype: ScalarType.Float64)).view(1, 6, 5, 7));

        var loss = new WassersteinStyleLoss(Layer, TargetOf(style), 1).Of(features, 1).Loss.item<double>();

        var (x, y) = (FeatureMoments.Of(features), FeatureMoments.Of(style));
        var (v, w) = (x.Covariance(Regularization), y.Covariance(Regularization));
        var root = NewtonSchulz(w);
        var expected = (x.Mean - y.Mean).square().mean() + (v + w - (NewtonSchulz(root.mm(v).mm(root)) * 2)).trace() / 6;
        Assert.Equal(expected.item<double>(), loss, 1e-9);

        // The iteration of crowsonkb's sqrtm.py, but run until it has converged.
        static Tensor NewtonSchulz(Tensor matrix)
        {
            var norm = matrix.norm();
            var (y, z, one) = (matrix / norm, eye(6, dtype: ScalarType.Float64), eye(6, dtype: ScalarType.Float64));
            for (var step = 0; step < 50; step++)
            {
                var t = ((one * 3) - z.mm(y)) / 2;
                (y, z) = (y.mm(t), t.mm(z));
            }

            return y * norm.sqrt();
        }
    }

    [Fact]
    public void Of_EqualStatistics_IsZeroWithZeroGradientThoughChannelsAreDead()
    {
        using var scope = NewDisposeScope();
        var features = rand([1L, 8, 10, 10], dtype: ScalarType.Float64) * 1000;
        features.narrow(1, 5, 3).zero_();
        var turnedOver = features.flip(2, 3);

        var (loss, gradient) = new WassersteinStyleLoss(Layer, TargetOf(features), 1).Of(turnedOver, 1);

        Assert.Equal(0, loss.item<double>(), 1e-6);
        Assert.InRange(gradient.abs().max().item<double>(), 0, 1e-6);
    }

    [Fact]
    public void Of_WeightAndFactor_MultiplyLossAndGradient()
    {
        using var scope = NewDisposeScope();
        var (features, target) = (rand(1, 4, 6, 6), TargetOf(rand(1, 4, 6, 6)));

        var one = new WassersteinStyleLoss(Layer, target, 1).Of(features, 1);
        var six = new WassersteinStyleLoss(Layer, target, 2).Of(features, 3);

        Assert.Equal(6, six.Loss.item<float>() / one.Loss.item<float>(), 1e-5);
        Assert.InRange(GoldenTensors.RelativeDistance(six.Gradient, one.Gradient * 6), 0, 1e-5);
    }

    [Fact]
    public void Of_GuidanceOfHalf_IsTheLossOfThatHalfAndTouchesNothingElse()
    {
        using var scope = NewDisposeScope();
        var (features, target, mask) = (rand(1, 4, 6, 8), TargetOf(rand(1, 4, 6, 6)), zeros(1, 1, 6, 8));
        mask.narrow(3, 0, 4).fill_(1);

        var half = new WassersteinStyleLoss(Layer, target, 1).Of(features.narrow(3, 0, 4), 1);
        var (loss, gradient) = new WassersteinStyleLoss(Layer, target, 1, LayerMask.Guidance(mask, Layer)).Of(features, 1);

        Assert.Equal(half.Loss.item<float>(), loss.item<float>(), 1e-6);
        Assert.InRange(GoldenTensors.RelativeDistance(gradient.narrow(3, 0, 4), half.Gradient), 0, 1e-5);
        Assert.Equal(0f, gradient.narrow(3, 4, 4).abs().sum().item<float>());
    }

    [Fact]
    public void Of_FeaturesThatAreNotFinite_LossIsNotANumber()
    {
        using var scope = NewDisposeScope();
        var features = rand(1, 4, 6, 6);
        features.narrow(2, 0, 1).fill_(float.PositiveInfinity);

        Assert.True(float.IsNaN(new WassersteinStyleLoss(Layer, TargetOf(rand(1, 4, 6, 6)), 1).Of(features, 1).Loss.item<float>()));
    }

    [Fact]
    public void Create_TargetWithoutMean_Throws()
    {
        using var scope = NewDisposeScope();

        Assert.Throws<ArgumentException>(() => new WassersteinStyleLoss(Layer, new Target(eye(2)), 1));
    }

    private static Tensor Map(double[] first, double[] second) => tensor([.. first, .. second], [1L, 2, 2, 2], dtype: ScalarType.Float64);

    private static Target TargetOf(Tensor style)
    {
        var moments = FeatureMoments.Of(style);
        return new Target(moments.Second, moments.Mean);
    }
}
