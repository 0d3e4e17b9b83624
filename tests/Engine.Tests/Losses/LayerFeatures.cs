using NeuralStyle.Engine.Networks;
using NeuralStyle.Engine.Safetensors;
using NeuralStyle.Engine.Tests.Golden;
using NeuralStyle.Plan.Conventions;
using NeuralStyle.Plan.Layers;
using NeuralStyle.Plan.Parameters;
using static TorchSharp.torch;

namespace NeuralStyle.Engine.Tests.Losses;

/// <summary>Features of the reference's images at one layer, through the real network.</summary>
internal sealed class LayerFeatures : IDisposable
{
    private readonly FeatureNetwork _network = new(SharedFolder.Vgg19(), device("cpu"));
    private readonly SafetensorsFile _golden = SharedFolder.Tensors("features.safetensors");

    public Tensor Of(string image, LayerName layer) =>
        _network.Features(_golden.Tensor(image), new HashSet<LayerName> { layer }, PoolingMode.Max)[layer];

    /// <summary>The layer's numbers for the reference's images.</summary>
    public static LayerExtent Extent(LayerName layer) => LayerExtent.Of(NetworkName.Vgg19, layer, 40, 32);

    public void Dispose() => _network.Dispose();
}
