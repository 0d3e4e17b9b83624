using NeuralStyle.Engine.Losses;
using NeuralStyle.Engine.Networks;
using NeuralStyle.Plan.Layers;
using NeuralStyle.Plan.Trials;
using static TorchSharp.torch;

namespace NeuralStyle.Engine.Targets;

/// <summary>Gives the targets of an image: from the cache, or by one pass through the network for all that are missing.</summary>
internal sealed class TargetMeasurement(TargetCache cache, FeatureNetwork network, Trial trial)
{
    /// <summary>The targets of some layers.</summary>
    /// <param name="source">The image.</param>
    /// <param name="image">Makes its tensor [1,3,H,W]; called only when something is missing.</param>
    /// <param name="layers">The layers.</param>
    /// <param name="kind">What to keep of each.</param>
    /// <returns>One target a layer, in the layers' order, owned by the cache.</returns>
    public IReadOnlyList<Target> Of(TargetSource source, Func<Tensor> image, IReadOnlyList<LayerName> layers, TargetKind kind)
    {
        var missing = layers.Where(layer => cache.Find(KeyOf(layer)) is null).ToHashSet();
        if (missing.Count > 0)
            Measure(missing);

        return [.. layers.Select(layer => cache.Find(KeyOf(layer))!)];

        TargetKey KeyOf(LayerName layer) =>
            new(source, trial.Weights.Sha256, trial.Parameters.Pooling, trial.Parameters.Precision, layer, kind);

        void Measure(IReadOnlySet<LayerName> taps)
        {
            using var scope = NewDisposeScope();
            using var noGrad = no_grad();
            foreach (var (layer, features) in network.Features(image(), taps, trial.Parameters.Pooling))
                cache.Add(KeyOf(layer), TargetOf(features, kind));
        }
    }

    private static Target TargetOf(Tensor features, TargetKind kind)
    {
        switch (kind)
        {
            case TargetKind.Features:
                return new Target(FeatureMap.Of(features));
            case TargetKind.Gram:
                return new Target(GramMatrix.Of(features).div_(features.shape[2] * features.shape[3]));
            case TargetKind.Moments:
                var moments = FeatureMoments.Of(features);
                return new Target(moments.Second, moments.Mean);
            default:
                throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such target.");
        }
    }
}
