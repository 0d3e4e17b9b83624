using NeuralStyle.Engine.Images;
using NeuralStyle.Engine.Losses;
using NeuralStyle.Engine.Networks;
using NeuralStyle.Engine.Stylization;
using NeuralStyle.Engine.Stylization.Passes;
using NeuralStyle.Engine.Targets;
using NeuralStyle.Engine.Tests.Golden;
using NeuralStyle.Engine.Tests.Losses;
using NeuralStyle.Plan.Layers;
using NeuralStyle.Plan.Parameters;
using static TorchSharp.torch;

namespace NeuralStyle.Engine.Tests.Stylization;

public sealed class StylizationObjectiveTests : IDisposable
{
    private static readonly TrialParameters Parameters = TestTrials.Parameters with
    {
        ContentLayers = LayerSet.Parse("relu3_3"),
        StyleLayers = LayerSet.Parse("relu1_1", "relu2_1", "relu3_1"),
        ContentWeight = 5,
        StyleWeight = 100,
        TvWeight = 1e-3,
        Convention = LossConvention.Johnson,
        ContentLoss = ContentLossKind.Mse,
        StyleLoss = StyleLossKind.Johnson,
        TvConvention = TvConvention.NeuralStylePt,
    };

    private static readonly TrialPictures Pictures = new() { Content = TestPictures.Waves(), Styles = [TestPictures.Stripes()] };

    private readonly FeatureNetwork _mini = new(new WeightsLibrary(null).Of(NetworkName.Vgg19Mini), device("cpu"));
    private readonly TargetCache _cache = new(long.MaxValue);

    public void Dispose()
    {
        _mini.Dispose();
        _cache.Dispose();
    }

    [Theory]
    [InlineData(BackwardMode.Together)]
    [InlineData(BackwardMode.Separate)]
    public void Evaluate_RealWeights_LossAndGradientMatchTheReference(BackwardMode backward)
    {
        using var scope = NewDisposeScope();
        var images = SharedFolder.Tensors("features.safetensors");
        var gradients = SharedFolder.Tensors("gradient.safetensors");
        using var network = new FeatureNetwork(SharedFolder.Vgg19(), device("cpu"));
        var pictures = new TrialPictures
        {
            Content = new Picture(40, 32, images.ReadSingles("content")),
            Styles = [new Picture(40, 32, images.ReadSingles("style"))],
        };
        var parameters = Parameters with { Network = NetworkName.Vgg19, ImageSize = 40, Backward = backward };

        var (loss, gradient) = Objective(parameters, pictures, network).Evaluate(images.Tensor("init"));

        var expected = gradients.Tensor(Assert.Single(gradients.Names));
        Assert.InRange(loss / GoldenLosses.Read().Total("total"), 1 - 1e-4, 1 + 1e-4);
        Assert.InRange(GoldenTensors.Cosine(gradient, expected), 0.99999, 1.00001);
        Assert.InRange(gradient.norm().item<float>() / expected.norm().item<float>(), 1 - 1e-3, 1 + 1e-3);
    }

    [Fact]
    public void Evaluate_OneLayerForContentAndStyle_GradientIsTheSumOfBoth()
    {
        using var scope = NewDisposeScope();
        var image = rand(1, 3, 36, 48);
        var both = Parameters with
        {
            ContentLayers = LayerSet.Parse("relu2_1"),
            StyleLayers = LayerSet.Parse("relu2_1"),
            TvWeight = 0,
        };

        var whole = Objective(both).Evaluate(image).Gradient;
        var parts = Objective(both with { StyleWeight = 0 }).Evaluate(image).Gradient
            + Objective(both with { ContentWeight = 0 }).Evaluate(image).Gradient;

        Assert.InRange(GoldenTensors.RelativeDistance(whole, parts), 0, 1e-5);
    }

    [Theory]
    [InlineData(StyleLossKind.Johnson)]
    [InlineData(StyleLossKind.Crowsonkb)]
    public void Evaluate_Separate_EqualsTogether(StyleLossKind kind)
    {
        using var scope = NewDisposeScope();
        var image = rand(1, 3, 36, 48);
        var parameters = Parameters with { StyleLoss = kind, StyleWeight = kind == StyleLossKind.Johnson ? 1e6 : 1 };

        var (together, gradient) = Evaluate(parameters, image);
        var (separate, other) = Evaluate(parameters with { Backward = BackwardMode.Separate }, image);

        Assert.Equal(together.Layers, separate.Layers);
        Assert.Equal(together.Total, separate.Total);
        Assert.InRange(GoldenTensors.RelativeDistance(other, gradient), 0, 1e-5);
    }

    [Fact]
    public void Evaluate_SeveralLayers_LayersAreInOrderAndAddUp()
    {
        using var scope = NewDisposeScope();
        var image = rand(1, 3, 36, 48);
        var parameters = Parameters with { ContentLayers = LayerSet.Parse("relu2_2", "relu3_3") };

        var (values, _) = Evaluate(parameters, image);
        var (alone, _) = Evaluate(parameters with { ContentLayers = LayerSet.Parse("relu3_3"), StyleLayers = LayerSet.Parse("relu2_1") }, image);

        Assert.Equal(5, values.Layers.Count);
        Assert.Equal(alone.Layers, [values.Layers[1], values.Layers[3]]);
        Assert.Equal(values.Content, values.Layers.Take(2).Sum(), 1e-9);
        Assert.Equal(values.Style, values.Layers.Skip(2).Sum(), 1e-9);
        Assert.Equal(values.Total, values.Content + values.Style + values.Tv, 1e-9);
    }

    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(1, 0, 1)]
    [InlineData(1, 1, 0)]
    [InlineData(0, 0, 0)]
    [InlineData(0.5, 2, 3)]
    public void Evaluate_Factors_AreThoseOfTheWeights(double content, double style, double tv)
    {
        using var scope = NewDisposeScope();
        var image = rand(1, 3, 36, 48);
        var parameters = Parameters with { ContentWeight = 5 * content, StyleWeight = 100 * style, TvWeight = 1e-3 * tv };

        var (scheduled, gradient) = Evaluate(Parameters, image, new LossFactors(content, style, tv));
        var (weighted, expected) = Evaluate(parameters, image);

        Assert.Equal(4, scheduled.Layers.Count);
        Assert.Equal(weighted.Content, scheduled.Content, weighted.Content * 1e-6);
        Assert.Equal(weighted.Style, scheduled.Style, weighted.Style * 1e-6);
        Assert.Equal(weighted.Tv, scheduled.Tv, weighted.Tv * 1e-6);
        Assert.InRange((gradient - expected).norm().item<float>(), 0, expected.norm().item<float>() * 1e-5);
    }

    [Fact]
    public void Evaluate_FactorZero_NeitherTheLossNorItsLayerIsComputed()
    {
        using var scope = NewDisposeScope();
        // The weights end at conv3_4, so that reading conv4_1 would fail.
        using var network = new FeatureNetwork(SharedFolder.Vgg19(), device("cpu"));
        var losses = new TrialLosses([new UntouchableLoss(LayerName.Parse("conv4_1"))], [], []);
        var objective = new StylizationObjective(new SinglePass(network), Parameters, losses, () => new LossFactors(0, 1, 1), (_, _) => { });

        var (loss, gradient) = objective.Evaluate(rand(1, 3, 32, 32));

        Assert.True(loss > 0);
        Assert.True(gradient.abs().sum().item<float>() > 0);
    }

    [Fact]
    public void Evaluate_MasksAllWhite_AreAsNone()
    {
        using var scope = NewDisposeScope();
        var image = rand(1, 3, 36, 48);
        var white = new Picture(2, 2, Enumerable.Repeat(1f, 12).ToArray());

        var (plain, gradient) = Evaluate(Parameters, image);
        var (masked, other) = Evaluate(Parameters, image, pictures: Pictures with { StyleMasks = [white], ContentMask = white });

        Assert.All(plain.Layers.Zip(masked.Layers), pair => Assert.Equal(pair.First, pair.Second, pair.First * 1e-5));
        Assert.InRange(GoldenTensors.RelativeDistance(other, gradient), 0, 1e-5);
    }

    [Theory]
    [InlineData(0, 100, StyleLossKind.Johnson)]
    [InlineData(0, 100, StyleLossKind.Crowsonkb)]
    [InlineData(5, 0, StyleLossKind.Johnson)]
    public void Evaluate_MaskOfHalf_TouchesOnlyThatHalf(double contentWeight, double styleWeight, StyleLossKind kind)
    {
        using var scope = NewDisposeScope();
        var image = rand(1, 3, 36, 48);
        var mask = new Picture(48, 36, Enumerable.Range(0, 3 * 36 * 48).Select(i => i % 48 < 24 ? 1f : 0).ToArray());
        var parameters = Parameters with
        {
            ContentLayers = LayerSet.Parse("relu1_1"),
            StyleLayers = LayerSet.Parse("relu1_1"),
            ContentWeight = contentWeight,
            StyleWeight = styleWeight,
            StyleLoss = kind,
            TvWeight = 0,
        };

        var (_, gradient) = Evaluate(parameters, image, pictures: Pictures with { StyleMasks = [mask], ContentMask = mask });

        // A position of relu1_1 sees one pixel to each side.
        Assert.Equal(0f, gradient.narrow(3, 25, 23).abs().sum().item<float>());
        Assert.All(Enumerable.Range(0, 25), column => Assert.True(gradient.narrow(3, column, 1).abs().sum().item<float>() > 0));
    }

    private (LossValues Values, Tensor Gradient) Evaluate(
        TrialParameters parameters, Tensor image, LossFactors? factors = null, TrialPictures? pictures = null)
    {
        LossValues? values = null;
        var gradient = Objective(parameters, pictures, null, factors, (seen, _) => values = seen).Evaluate(image).Gradient;
        return (values!.Value, gradient);
    }

    private StylizationObjective Objective(
        TrialParameters parameters,
        TrialPictures? pictures = null,
        FeatureNetwork? network = null,
        LossFactors? factors = null,
        Action<LossValues, Tensor>? evaluated = null)
    {
        network ??= _mini;
        var trial = TestTrials.Of(parameters);
        var images = new ScaleImages(trial, pictures ?? Pictures, parameters.AllScales[^1], device("cpu"));
        var losses = TrialLosses.Measure(trial, images, network, _cache);
        return new StylizationObjective(new SinglePass(network), parameters, losses, () => factors ?? LossFactors.One, evaluated ?? ((_, _) => { }));
    }

    private sealed class UntouchableLoss(LayerName layer) : ILayerLoss
    {
        public LayerName Layer => layer;

        public LossAndGradient Of(Tensor features, double factor) => throw new InvalidOperationException("It was computed.");
    }
}
