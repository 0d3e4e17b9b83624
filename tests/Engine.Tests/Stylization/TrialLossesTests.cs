using NeuralStyle.Engine.Images;
using NeuralStyle.Engine.Networks;
using NeuralStyle.Engine.Stylization;
using NeuralStyle.Engine.Targets;
using NeuralStyle.Plan.Layers;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Trials;
using static TorchSharp.torch;

namespace NeuralStyle.Engine.Tests.Stylization;

public sealed class TrialLossesTests : IDisposable
{
    private static readonly TrialParameters Parameters = TestTrials.Parameters with
    {
        ContentWeight = 4,
        StyleWeight = 30,
        StyleLayers = LayerSet.Parse("relu1_1", "relu2_1", "relu3_1"),
    };

    private static readonly TrialPictures Pictures = new() { Content = TestPictures.Waves(), Styles = [TestPictures.Stripes()] };

    private static readonly TrialPictures Two = Pictures with { Styles = [TestPictures.Stripes(), TestPictures.Waves(40, 40, 20)] };

    private readonly FeatureNetwork _network = new(new WeightsLibrary(null).Of(NetworkName.Vgg19Mini), device("cpu"));
    private readonly TargetCache _cache = new(long.MaxValue);
    private readonly TorchSharp.DisposeScope _scope = NewDisposeScope();

    public void Dispose()
    {
        _scope.Dispose();
        _network.Dispose();
        _cache.Dispose();
    }

    [Fact]
    public void Measure_RelativeLosses_LayersHaveTheirSharesOfTheWeights()
    {
        var layers = Measure(Parameters).Layers;

        Assert.Equal(["relu3_1", "relu1_1", "relu2_1", "relu3_1"], layers.Select(layer => layer.Layer.ToString()));
        Assert.Equal([LossPart.Content, LossPart.Style, LossPart.Style, LossPart.Style], layers.Select(layer => layer.Loss));
        Assert.Equal([4, 10, 10, 10], layers.Select(layer => layer.Weight));
    }

    [Fact]
    public void Measure_LayerWeights_AreTheLossesWeights()
    {
        var weighted = Parameters with { StyleLayerWeights = LayerWeights.Of([new(LayerName.Parse("relu1_1"), 2), new(LayerName.Parse("relu2_1"), 3)]) };

        var losses = Measure(weighted);

        Assert.Equal([10, 15, 5], losses.Layers.Skip(1).Select(layer => layer.Weight));
        var features = rand(1, 16, 36, 48);
        var half = losses.Style[0].Of(features, 1).Loss.item<float>();
        var alone = Measure(Parameters with { StyleWeight = 20, StyleLayers = LayerSet.Parse("relu1_1") });
        Assert.Equal(2, alone.Style[0].Of(features, 1).Loss.item<float>() / half, 1e-5);
    }

    [Theory]
    [InlineData(StyleLossKind.Johnson)]
    [InlineData(StyleLossKind.Crowsonkb)]
    public void Measure_BlendOfTwoStyles_IsNearTheOneOfTheLargerShare(StyleLossKind kind)
    {
        var parameters = Parameters with { StyleLoss = kind, StyleLayers = LayerSet.Parse("relu1_1") };
        using var noGrad = no_grad();
        var image = ImageTensor.Of(Two.Styles[0], device("cpu"));
        var features = _network.Features(image, parameters.StyleLayers.ToHashSet(), parameters.Pooling).Values.Single();

        var (mostly, hardly) = (LossOf("3, 1"), LossOf("1, 3"));

        // The blend's Gram matrix is A + (1 - share) (B - A), and A that of the image: the loss goes with the square of the other's share.
        if (kind == StyleLossKind.Johnson)
            Assert.Equal(9, hardly / mostly, 1e-2);
        else
            Assert.InRange(hardly / mostly, 3, 30);

        float LossOf(string blend) => Measure(parameters with { Blend = Blend(blend) }, Two).Style[0].Of(features, 1).Loss.item<float>();
    }

    [Fact]
    public void Measure_LayerOfWeightZero_HasNoLossAndNoTarget()
    {
        var losses = Measure(Parameters with { StyleLayerWeights = LayerWeights.Of([new(LayerName.Parse("relu2_1"), 0)]) });

        Assert.Equal(["relu1_1", "relu3_1"], losses.Style.Select(loss => loss.Layer.ToString()));
        Assert.Equal(3, losses.Layers.Count);
        Assert.Equal(3, _cache.Count);
    }

    [Fact]
    public void Measure_Reconstruction_HasNoStyle()
    {
        var losses = Measure(Parameters with { Mode = TrialMode.Reconstruction });

        Assert.Empty(losses.Style);
        Assert.Equal(1, _cache.Count);
    }

    [Fact]
    public void Measure_Texture_HasNoContent()
    {
        var losses = Measure(Parameters with { Mode = TrialMode.Texture, Init = InitMode.Noise });

        Assert.Empty(losses.Content);
        Assert.Equal(3, _cache.Count);
    }

    [Fact]
    public void Measure_SecondTrialOfTheSameImages_MeasuresNothing()
    {
        Measure(Parameters);
        var white = new Picture(2, 2, Enumerable.Repeat(1f, 12).ToArray());

        Measure(Parameters with { StyleWeight = 7, StyleLoss = StyleLossKind.Gatys });
        Measure(Parameters, Pictures with { StyleMasks = [white], ContentMask = white });

        Assert.Equal(4, _cache.Count);
    }

    [Fact]
    public void Measure_OtherStyleScaleOrStatisticOrPoolingOrColor_MeasuresAgain()
    {
        Measure(Parameters);

        Measure(Parameters with { StyleScale = 0.5 });
        Assert.Equal(7, _cache.Count);
        Measure(Parameters with { StyleLoss = StyleLossKind.Crowsonkb });
        Assert.Equal(10, _cache.Count);
        Measure(Parameters with { Pooling = PoolingMode.Average });
        Assert.Equal(14, _cache.Count);
        Measure(Parameters with { Color = ColorMode.Coral });
        Assert.Equal(17, _cache.Count);
    }

    [Theory]
    [InlineData(StyleLossKind.Relative)]
    [InlineData(StyleLossKind.Crowsonkb)]
    public void Measure_BlendOfAllAndNothing_IsTheOneStyle(StyleLossKind kind)
    {
        var parameters = Parameters with { StyleLoss = kind };
        var features = rand(1, 16, 36, 48);

        var blended = Measure(parameters with { Blend = Blend("3, 0") }, Two).Style[0].Of(features, 1).Loss.item<float>();
        var alone = Measure(parameters).Style[0].Of(features, 1).Loss.item<float>();

        Assert.Equal(alone, blended);
        Assert.Equal(4, _cache.Count);
    }

    [Theory]
    [InlineData(StyleLossKind.Gatys)]
    [InlineData(StyleLossKind.Crowsonkb)]
    public void Measure_BlendOfTheSameTwice_IsTheOneStyle(StyleLossKind kind)
    {
        var parameters = Parameters with { StyleLoss = kind };
        var features = rand(1, 16, 36, 48);

        var blended = Measure(parameters with { Blend = Blend("1, 3") }, Pictures with { Styles = [Pictures.Styles[0], Pictures.Styles[0]] });
        var alone = Measure(parameters);

        Assert.Equal(1, blended.Style[0].Of(features, 1).Loss.item<float>() / alone.Style[0].Of(features, 1).Loss.item<float>(), 1e-5);
    }

    [Fact]
    public void Measure_MasksOfTwoStyles_EachStyleHasItsHalf()
    {
        var (left, right) = (Half(0), Half(24));
        var parameters = Parameters with { StyleLayers = LayerSet.Parse("relu1_1"), Blend = Blend("1, 3") };
        var features = rand(1, 16, 36, 48);

        var both = Measure(parameters, Two with { StyleMasks = [left, right] }).Style[0].Of(features, 1);

        var one = Measure(parameters with { Blend = BlendWeights.None }, Pictures with { StyleMasks = [left] }).Style[0].Of(features, 1);
        var other = Measure(parameters with { Blend = Blend("0, 1") }, Two with { StyleMasks = [left, right] }).Style[0].Of(features, 1);
        Assert.Equal((0.25 * one.Loss.item<float>()) + (0.75 * other.Loss.item<float>()), both.Loss.item<float>(), both.Loss.item<float>() * 1e-5);
        Assert.InRange(((one.Gradient * 0.25) + (other.Gradient * 0.75) - both.Gradient).norm().item<float>(), 0, both.Gradient.norm().item<float>() * 1e-5);
    }

    [Fact]
    public void Measure_MaskThatIsBlack_LossIsZero()
    {
        var black = new Picture(2, 2, new float[12]);

        var (loss, gradient) = Measure(Parameters, Pictures with { StyleMasks = [black] }).Style[0].Of(rand(1, 16, 36, 48), 1);

        Assert.Equal(0f, loss.item<float>());
        Assert.Equal(0f, gradient.abs().sum().item<float>());
    }

    [Fact]
    public void Measure_WeightsOfASystemWithoutEquivalent_ThrowsSayingWhy()
    {
        var exception = Assert.Throws<StylizationException>(() => Measure(Parameters with { WeightsFrom = WeightsMeaning.Johnson }));

        Assert.Contains("relative", exception.Message, StringComparison.Ordinal);
    }

    private static BlendWeights Blend(string text) => BlendWeightsText.Parse(text, [])!;

    private static Picture Half(int from) =>
        new(48, 36, Enumerable.Range(0, 3 * 36 * 48).Select(i => i % 48 >= from && i % 48 < from + 24 ? 1f : 0).ToArray());

    private TrialLosses Measure(TrialParameters parameters, TrialPictures? pictures = null)
    {
        pictures ??= Pictures;
        var trial = TestTrials.Of(parameters) with
        {
            MoreStyles = [.. pictures.Styles.Skip(1).Select((_, index) => new ImageReference($"style{index}.png", new string((char)('a' + index), 64)))],
        };
        return TrialLosses.Measure(trial, new ScaleImages(trial, pictures, parameters.AllScales[^1], device("cpu")), _network, _cache);
    }
}
