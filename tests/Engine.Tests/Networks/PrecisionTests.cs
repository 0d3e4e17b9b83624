using NeuralStyle.Engine.Networks;
using NeuralStyle.Engine.Stylization;
using NeuralStyle.Engine.Tests.Golden;
using NeuralStyle.Plan.Layers;
using NeuralStyle.Plan.Parameters;
using static TorchSharp.torch;

namespace NeuralStyle.Engine.Tests.Networks;

public class PrecisionTests
{
    // bfloat16 has 8 bits of significand: each rounding is off by 0.4% at most, and five blocks of them add up.
    private const double FeatureBound = 0.03;
    private const double GradientBound = 0.10;

    private static readonly HashSet<LayerName> Taps = [LayerName.Parse("relu2_1"), LayerName.Parse("conv5_1")];

    [Fact]
    public void Features_Bfloat16_AreCloseToFloat32AndOfThatType()
    {
        using var scope = NewDisposeScope();
        var image = rand([1, 3, 64, 64], generator: new Generator(3));

        var (exact, exactGradient) = Evaluate(image, Precision.Float32);
        var (rounded, roundedGradient) = Evaluate(image, Precision.Bfloat16);

        foreach (var layer in Taps)
        {
            Assert.Equal(ScalarType.Float32, exact[layer].dtype);
            Assert.Equal(ScalarType.BFloat16, rounded[layer].dtype);
            var distance = GoldenTensors.RelativeDistance(rounded[layer].to_type(ScalarType.Float32), exact[layer]);
            // Not 0: then nothing would have been rounded.
            Assert.InRange(distance, 1e-4, FeatureBound);
        }

        Assert.Equal(ScalarType.Float32, roundedGradient.dtype);
        Assert.InRange(GoldenTensors.RelativeDistance(roundedGradient, exactGradient), 1e-4, GradientBound);
        Assert.InRange(GoldenTensors.Cosine(roundedGradient, exactGradient), 0.995, 1);
    }

    [Fact]
    public void Constructor_Tf32OnCpu_ThrowsNamingDeviceAndAllowed()
    {
        using var scope = NewDisposeScope();

        var exception = Assert.Throws<StylizationException>(
            () => new FeatureNetwork(new WeightsLibrary(null).Of(NetworkName.Vgg19Mini), device("cpu"), Precision.Tf32));

        Assert.Contains("this one is cpu; allowed here are float32 and bfloat16", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Features_Vgg16_SkipsTheLayersThatItLacks()
    {
        using var scope = NewDisposeScope();
        // A vgg19 whose conv3_4, conv4_4 and conv5_4 pass everything on would be a vgg16; the other way is to compute it by hand.
        var weights = NetworkWeights.Parse(NetworkName.Vgg16, "w", SmallVgg.Safetensors(NetworkName.Vgg16, "vgg16"));
        using var network = new FeatureNetwork(weights, device("cpu"));
        var image = rand(1, 3, 32, 32);
        var (before, after) = (LayerName.Parse("relu3_3"), LayerName.Parse("pool3"));

        var features = network.Features(image, new HashSet<LayerName> { before, after, LayerName.Parse("conv5_3"), LayerName.Parse("pool5") }, PoolingMode.Max);

        Assert.Equal(0f, (nn.functional.max_pool2d(features[before], 2, 2) - features[after]).abs().max().item<float>());
        Assert.Equal([1, 6, 2, 2], features[LayerName.Parse("conv5_3")].shape);
        Assert.Equal([1, 6, 1, 1], features[LayerName.Parse("pool5")].shape);
        var exception = Assert.Throws<WeightsException>(() => network.Features(image, new HashSet<LayerName> { LayerName.Parse("relu3_4") }, PoolingMode.Max));
        Assert.Contains("vgg16 has no layer relu3_4", exception.Message, StringComparison.Ordinal);
    }

    private static (IReadOnlyDictionary<LayerName, Tensor> Features, Tensor Gradient) Evaluate(Tensor image, Precision precision)
    {
        using var network = new FeatureNetwork(new WeightsLibrary(null).Of(NetworkName.Vgg19Mini), device("cpu"), precision);
        var leaf = image.clone().requires_grad_();
        var features = network.Features(leaf, Taps, PoolingMode.Max);
        // The gradient of half the sum of squares at each tap, which are the features themselves.
        var gradient = autograd.grad([.. Taps.Select(layer => features[layer])], [leaf], [.. Taps.Select(layer => features[layer].detach())])[0];
        return (features, gradient);
    }
}
