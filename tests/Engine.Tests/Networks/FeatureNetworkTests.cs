using NeuralStyle.Engine.Networks;
using NeuralStyle.Engine.Tests.Golden;
using NeuralStyle.Plan.Layers;
using NeuralStyle.Plan.Parameters;
using static TorchSharp.torch;

namespace NeuralStyle.Engine.Tests.Networks;

public class FeatureNetworkTests
{
    private const double Tolerance = 1e-3;

    [Theory]
    [InlineData("conv1_1")]
    [InlineData("conv1_2")]
    [InlineData("conv2_1")]
    [InlineData("conv2_2")]
    [InlineData("conv3_1")]
    [InlineData("conv3_2")]
    [InlineData("conv3_3")]
    [InlineData("conv3_4")]
    [InlineData("pool1")]
    [InlineData("pool2")]
    public void Features_RealWeightsMaxPooling_MatchReference(string layer)
    {
        using var scope = NewDisposeScope();
        var golden = SharedFolder.Tensors("features.safetensors");
        using var network = new FeatureNetwork(SharedFolder.Vgg19(), device("cpu"));
        var name = LayerName.Parse(layer);

        var features = network.Features(golden.Tensor("content"), new HashSet<LayerName> { name }, PoolingMode.Max);

        Assert.InRange(GoldenTensors.RelativeDistance(features[name], golden.Tensor($"max.{layer}")), 0, Tolerance);
    }

    [Fact]
    public void Features_RealWeightsAveragePooling_MatchReference()
    {
        using var scope = NewDisposeScope();
        var golden = SharedFolder.Tensors("features.safetensors");
        using var network = new FeatureNetwork(SharedFolder.Vgg19(), device("cpu"));
        var name = LayerName.Parse("conv3_1");

        var features = network.Features(golden.Tensor("content"), new HashSet<LayerName> { name }, PoolingMode.Average);

        Assert.InRange(GoldenTensors.RelativeDistance(features[name], golden.Tensor("avg.conv3_1")), 0, Tolerance);
    }

    [Theory]
    [InlineData("conv1_1")]
    [InlineData("conv2_2")]
    [InlineData("conv3_4")]
    [InlineData("conv4_2")]
    [InlineData("conv5_4")]
    public void Features_MiniWeights_MatchReference(string layer)
    {
        using var scope = NewDisposeScope();
        var golden = SharedFolder.Tensors("mini-features.safetensors");
        using var network = new FeatureNetwork(new WeightsLibrary(null).Of(NetworkName.Vgg19Mini), device("cpu"));
        var name = LayerName.Parse(layer);

        var features = network.Features(golden.Tensor("content"), new HashSet<LayerName> { name }, PoolingMode.Max);

        Assert.InRange(GoldenTensors.RelativeDistance(features[name], golden.Tensor(layer)), 0, Tolerance);
    }

    [Fact]
    public void Features_ConvAndReluTapped_ReluDoesNotOverwriteConv()
    {
        using var scope = NewDisposeScope();
        using var network = Mini();
        var (conv, relu) = (LayerName.Parse("conv1_1"), LayerName.Parse("relu1_1"));

        var image = rand(1, 3, 32, 32);
        var both = network.Features(image, new HashSet<LayerName> { conv, relu }, PoolingMode.Max);
        var alone = network.Features(image, new HashSet<LayerName> { conv }, PoolingMode.Max);

        Assert.True(both[conv].min().item<float>() < 0, "The raw convolution output has negative values.");
        Assert.True(both[relu].min().item<float>() >= 0);
        Assert.Equal(0f, (both[conv] - alone[conv]).abs().max().item<float>());
    }

    [Fact]
    public void Features_TapsInBlockThree_NoDeeperLayerIsLoaded()
    {
        using var scope = NewDisposeScope();
        // The real file ends at conv3_4, so that any deeper computation would throw.
        using var network = new FeatureNetwork(SharedFolder.Vgg19(), device("cpu"));

        var features = network.Features(rand(1, 3, 32, 32), new HashSet<LayerName> { LayerName.Parse("relu3_4") }, PoolingMode.Max);

        Assert.Equal([1, 256, 8, 8], Assert.Single(features).Value.shape);
    }

    [Fact]
    public void Features_LayerNotInFile_ThrowsNamingMissingAndPresent()
    {
        using var scope = NewDisposeScope();
        using var network = new FeatureNetwork(SharedFolder.Vgg19(), device("cpu"));

        var exception = Assert.Throws<WeightsException>(
            () => network.Features(rand(1, 3, 32, 32), new HashSet<LayerName> { LayerName.Parse("relu4_2") }, PoolingMode.Max));

        Assert.Contains("conv4_1", exception.Message, StringComparison.Ordinal);
        Assert.Contains("conv3_4", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Features_ImageNeedsGradient_GradientReachesImageOnly()
    {
        using var scope = NewDisposeScope();
        using var network = Mini();
        var name = LayerName.Parse("relu2_1");
        var image = rand(1, 3, 16, 16).requires_grad_();

        network.Features(image, new HashSet<LayerName> { name }, PoolingMode.Max)[name].sum().backward();

        Assert.True(image.grad!.abs().sum().item<float>() > 0);
    }

    private static FeatureNetwork Mini() => new(new WeightsLibrary(null).Of(NetworkName.Vgg19Mini), device("cpu"));
}
