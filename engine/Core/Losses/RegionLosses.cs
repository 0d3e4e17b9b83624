using NeuralStyle.Plan.Layers;
using static TorchSharp.torch;

namespace NeuralStyle.Engine.Losses;

/// <summary>The sum of one layer's losses of several regions. A layer where nothing of any region is left has none, and a loss of 0.</summary>
/// <param name="layer">The layer.</param>
/// <param name="regions">One loss a region.</param>
public sealed class RegionLosses(LayerName layer, IReadOnlyList<ILayerLoss> regions) : ILayerLoss
{
    /// <inheritdoc/>
    public LayerName Layer => layer;

    /// <inheritdoc/>
    public LossAndGradient Of(Tensor features, double factor)
    {
        ArgumentNullException.ThrowIfNull(features);
        if (regions.Count == 0)
            return new LossAndGradient(tensor(0.0, dtype: FeatureMap.Of(features).dtype, device: features.device), zeros_like(features));

        var (loss, gradient) = regions[0].Of(features, factor);
        foreach (var region in regions.Skip(1))
        {
            var more = region.Of(features, factor);
            loss = loss.add_(more.Loss);
            gradient = gradient.add_(more.Gradient);
        }

        return new LossAndGradient(loss, gradient);
    }
}
