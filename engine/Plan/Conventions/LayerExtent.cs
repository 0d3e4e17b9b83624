using NeuralStyle.Plan.Layers;
using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Plan.Conventions;

/// <summary>The numbers that normalizations are made of.</summary>
/// <param name="Channels">C: channels of the layer.</param>
/// <param name="Positions">M: positions h w of the layer's features.</param>
/// <param name="ImagePixels">S: pixels W H of the image.</param>
public readonly record struct LayerExtent(long Channels, long Positions, long ImagePixels)
{
    private const int MiniDivisor = 4;

    /// <summary>A layer's numbers, from the network's structure alone.</summary>
    /// <param name="network">The network.</param>
    /// <param name="layer">The layer.</param>
    /// <param name="width">Width of the image, pixels.</param>
    /// <param name="height">Height of the image, pixels.</param>
    public static LayerExtent Of(NetworkName network, LayerName layer, int width, int height) => new(
        VggTopology.ChannelsOf(layer.Block) / (network == NetworkName.Vgg19Mini ? MiniDivisor : 1),
        VggTopology.PositionsOf(layer, height, width),
        (long)width * height);
}
