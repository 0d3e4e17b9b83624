using NeuralStyle.Engine.Losses;
using NeuralStyle.Engine.Networks;
using NeuralStyle.Engine.Stylization;
using NeuralStyle.Engine.Targets;
using NeuralStyle.Engine.Tests.Golden;
using NeuralStyle.Engine.Tests.Losses;
using NeuralStyle.Plan.Layers;
using NeuralStyle.Plan.Parameters;
using static TorchSharp.torch;

namespace NeuralStyle.Engine.Tests.Stylization;

public class StylizationObjectiveTests
{
    private static readonly TrialParameters Parameters = TestTrials.Parameters with
    {
        ContentLayers = LayerSet.Parse("relu3_3"),
        StyleLayers = LayerSet.Parse("relu1_1", "relu2_1", "relu3_1"),
        ContentWeight = 5,
        StyleWeight = 100,
        TvWeight = 1e-3,
        Convention = LossConvention.Johnson,
        TvConvention = TvConvention.NeuralStylePt,
    };

    [Fact]
    public void Evaluate_RealWeights_LossAndGradientMatchTheReference()
    {
        using var scope = NewDisposeScope();
        var images = SharedFolder.Tensors("features.safetensors");
        var gradients = SharedFolder.Tensors("gradient.safetensors");
        using var network = new FeatureNetwork(SharedFolder.Vgg19(), device("cpu"));
        var objective = Objective(network, images.Tensor("content"), images.Tensor("style"));

        var (loss, gradient) = objective.Evaluate(images.Tensor("init"));

        var expected = gradients.Tensor(Assert.Single(gradients.Names));
        Assert.InRange(loss / GoldenLosses.Read().Total("total"), 1 - 1e-4, 1 + 1e-4);
        Assert.InRange(GoldenTensors.Cosine(gradient, expected), 0.99999, 1.00001);
        Assert.InRange(gradient.norm().item<float>() / expected.norm().item<float>(), 1 - 1e-3, 1 + 1e-3);
    }

    [Fact]
    public void Evaluate_OneLayerForContentAndStyle_GradientIsTheSumOfBoth()
    {
        using var scope = NewDisposeScope();
        using var network = new FeatureNetwork(new WeightsLibrary(null).Of(NetworkName.Vgg19Mini), device("cpu"));
        var (content, style, image) = (rand(1, 3, 24, 24), rand(1, 3, 24, 24), rand(1, 3, 24, 24));
        var both = Parameters with
        {
            ContentLayers = LayerSet.Parse("relu2_1"),
            StyleLayers = LayerSet.Parse("relu2_1"),
            TvWeight = 0,
            Convention = LossConvention.Relative,
        };

        var whole = Objective(network, content, style, both).Evaluate(image).Gradient;
        var parts = Objective(network, content, style, both with { StyleWeight = 0 }).Evaluate(image).Gradient
            + Objective(network, content, style, both with { ContentWeight = 0 }).Evaluate(image).Gradient;

        Assert.InRange(GoldenTensors.RelativeDistance(whole, parts), 0, 1e-5);
    }

    private static StylizationObjective Objective(FeatureNetwork network, Tensor content, Tensor style, TrialParameters? parameters = null)
    {
        parameters ??= Parameters;
        using var noGrad = no_grad();
        var contents = network.Features(content, parameters.ContentLayers.ToHashSet(), parameters.Pooling);
        var styles = network.Features(style, parameters.StyleLayers.ToHashSet(), parameters.Pooling);
        LayerSet contentLayers = parameters.ContentWeight == 0 ? [] : parameters.ContentLayers;
        LayerSet styleLayers = parameters.StyleWeight == 0 ? [] : parameters.StyleLayers;
        return new StylizationObjective(
            network,
            parameters,
            new TrialLosses(
                [.. contentLayers.Select(layer => new ContentLoss(layer, contents[layer], parameters.Convention, 1))],
                [.. styleLayers.Select(layer => new StyleLoss(
                    layer, new Target(GramMatrix.Of(styles[layer]), Positions(styles[layer])), Positions(styles[layer]), parameters.Convention, 3))]),
            () => LossFactors.One,
            (_, _) => { });
    }

    private static long Positions(Tensor features) => features.shape[2] * features.shape[3];
}
