using NeuralStyle.Plan.Layers;
using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Plan.Estimates;

/// <summary>How large a network's feature maps are.</summary>
internal static class NetworkMaps
{
    private const int MiniDivisor = 4;

    // VGG-16's blocks 3 to 5 end after their third convolution.
    private const int Vgg16Convolutions = 3;

    /// <summary>The layers that an image passes on its way to the deepest of some layers; none for none.</summary>
    public static IEnumerable<LayerName> LayersTo(NetworkName network, LayerSet taps)
    {
        var deepest = taps.Count == 0 ? -1 : taps.Max(VggTopology.DepthOf);
        return VggTopology.Layers.Take(deepest + 1)
            .Where(layer => network != NetworkName.Vgg16 || layer.Kind == LayerKind.Pool || layer.Index <= Vgg16Convolutions);
    }

    /// <summary>Channels of a layer.</summary>
    public static int Channels(NetworkName network, LayerName layer) =>
        VggTopology.ChannelsOf(layer.Block) / (network == NetworkName.Vgg19Mini ? MiniDivisor : 1);

    /// <summary>Numbers of a layer's map: channels times positions.</summary>
    public static double Numbers(NetworkName network, LayerName layer, long width, long height) =>
        (double)Channels(network, layer) * VggTopology.PositionsOf(layer, height, width);
}
