using NeuralStyle.Engine.Losses;
using NeuralStyle.Engine.Networks;
using NeuralStyle.Plan.Layers;
using NeuralStyle.Plan.Parameters;
using static TorchSharp.torch;

namespace NeuralStyle.Engine.Targets;

/// <summary>Gives the targets of an image: from the cache, or by one pass through the network for all that are missing.</summary>
internal sealed class TargetMeasurement(TargetCache cache, FeatureNetwork network, string weightsSha256, PoolingMode pooling)
{
    /// <summary>The targets of some layers.</summary>
    /// <param name="sha256">Hash of the image's file.</param>
    /// <param name="imageSize">Longest side to which it is resized, pixels.</param>
    /// <param name="image">Makes the image tensor [1,3,H,W]; called only when something is missing.</param>
    /// <param name="layers">The layers.</param>
    /// <param name="kind">What to keep of each.</param>
    /// <returns>One target a layer, in the layers' order, owned by the cache.</returns>
    public IReadOnlyList<Target> Of(string sha256, int imageSize, Func<Tensor> image, IReadOnlyList<LayerName> layers, TargetKind kind)
    {
        var missing = layers.Where(layer => cache.Find(KeyOf(layer)) is null).ToHashSet();
        if (missing.Count > 0)
            Measure(missing);

        return [.. layers.Select(layer => cache.Find(KeyOf(layer))!)];

        TargetKey KeyOf(LayerName layer) => new(sha256, imageSize, weightsSha256, pooling, layer, kind);

        void Measure(IReadOnlySet<LayerName> taps)
        {
            using var scope = NewDisposeScope();
            using var noGrad = no_grad();
            foreach (var (layer, features) in network.Features(image(), taps, pooling))
            {
                var positions = features.shape[2] * features.shape[3];
                cache.Add(KeyOf(layer), new Target(kind == TargetKind.Gram ? GramMatrix.Of(features) : features, positions));
            }
        }
    }
}
