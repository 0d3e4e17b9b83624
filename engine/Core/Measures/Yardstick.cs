using NeuralStyle.Engine.Images;
using NeuralStyle.Plan.Layers;
using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Engine.Measures;

/// <summary>
/// What results are measured on, the same for every trial: the embedded vgg19-mini with max pooling in float32 on the CPU, of its blocks
/// those that were distilled from VGG-19, and pictures brought to one size. A result of another size is measured as it would look at this
/// one, so that trials of several sizes compare: an enlarged small result lacks detail here as it does on a screen.
/// </summary>
public static class Yardstick
{
    /// <summary>Its name in records. The number goes up when the same picture would measure otherwise.</summary>
    public const string Name = "vgg19-mini/1";

    /// <summary>Longest side to which pictures are brought, larger or smaller, pixels.</summary>
    public const int LongestSide = 256;

    /// <summary>No side becomes shorter than this, pixels, or a narrow picture would have nothing left after two poolings.</summary>
    internal const int ShortestSide = 8;

    internal const NetworkName Network = NetworkName.Vgg19Mini;

    internal const PoolingMode Pooling = PoolingMode.Max;

    /// <summary>The layer of the content distance.</summary>
    public static LayerName ContentLayer { get; } = new(LayerKind.Relu, 3, 1);

    /// <summary>The layers of the style distance, which count alike.</summary>
    public static LayerSet StyleLayers { get; } = [new(LayerKind.Relu, 1, 1), new(LayerKind.Relu, 2, 1), new(LayerKind.Relu, 3, 1)];

    /// <summary>The size at which a picture is measured.</summary>
    internal static PictureSize SizeOf(PictureSize size)
    {
        var scaled = size.WithLongestSide(LongestSide, enlarge: true);
        return new PictureSize(Math.Max(scaled.Width, ShortestSide), Math.Max(scaled.Height, ShortestSide));
    }
}
