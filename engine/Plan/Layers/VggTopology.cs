using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Plan.Layers;

/// <summary>
/// The order of the layers of VGG-19 (Simonyan and Zisserman, 2014): five blocks of 2, 2, 4, 4 and 4 convolutions, each
/// convolution followed by a ReLU and each block by a pooling. <c>vgg19-mini</c> has the same layers.
/// </summary>
public static class VggTopology
{
    private static readonly int[] ConvolutionsPerBlock = [2, 2, 4, 4, 4];
    private static readonly int[] ConvolutionsPerBlockOfVgg16 = [2, 2, 3, 3, 3];
    private static readonly int[] ChannelsPerBlock = [64, 128, 256, 512, 512];

    /// <summary>All 37 layers in the order in which an image passes them.</summary>
    public static IReadOnlyList<LayerName> Layers { get; } = [.. Enumerate()];

    /// <summary>The 16 convolutions, in order.</summary>
    public static IReadOnlyList<LayerName> Convolutions { get; } = [.. Layers.Where(layer => layer.Kind == LayerKind.Conv)];

    /// <summary>Whether VGG-19 has the layer.</summary>
    public static bool Contains(LayerName layer) => DepthOf(layer) >= 0;

    /// <summary>Whether a network has the layer: VGG-16 has three convolutions in blocks 3 to 5, not four.</summary>
    public static bool Contains(NetworkName network, LayerName layer) =>
        Contains(layer) && (network != NetworkName.Vgg16 || layer.Index <= ConvolutionsPerBlockOfVgg16[layer.Block - 1]);

    /// <summary>Convolutions of each block of a network, in words.</summary>
    internal static string ConvolutionsOf(NetworkName network) =>
        string.Join(", ", network == NetworkName.Vgg16 ? ConvolutionsPerBlockOfVgg16 : ConvolutionsPerBlock);

    /// <summary>Position of the layer in <see cref="Layers"/>, from 0; -1 when there is no such layer.</summary>
    public static int DepthOf(LayerName layer)
    {
        for (var depth = 0; depth < Layers.Count; depth++)
        {
            if (Layers[depth] == layer)
                return depth;
        }

        return -1;
    }

    /// <summary>Channels that each block's convolutions make in VGG-19; <c>vgg19-mini</c> has a quarter of them.</summary>
    /// <param name="block">Block, 1 to 5.</param>
    public static int ChannelsOf(int block) => ChannelsPerBlock[block - 1];

    /// <summary>Positions h w of a layer's features for an image of the given size: each pooling before it, and itself, halves the sides and drops a rest.</summary>
    public static long PositionsOf(LayerName layer, long height, long width)
    {
        var (rows, columns) = SizeOf(layer, height, width);
        return rows * columns;
    }

    /// <summary>Sides h and w of a layer's features, as in <see cref="PositionsOf"/>.</summary>
    public static (long Height, long Width) SizeOf(LayerName layer, long height, long width)
    {
        var poolings = layer.Kind == LayerKind.Pool ? layer.Block : layer.Block - 1;
        return (height >> poolings, width >> poolings);
    }

    private static IEnumerable<LayerName> Enumerate()
    {
        for (var block = 1; block <= ConvolutionsPerBlock.Length; block++)
        {
            for (var index = 1; index <= ConvolutionsPerBlock[block - 1]; index++)
            {
                yield return new LayerName(LayerKind.Conv, block, index);
                yield return new LayerName(LayerKind.Relu, block, index);
            }

            yield return new LayerName(LayerKind.Pool, block, 0);
        }
    }
}
