using NeuralStyle.Engine.Losses;
using NeuralStyle.Engine.Networks;
using NeuralStyle.Engine.Targets;
using NeuralStyle.Plan.Layers;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Engine.Stylization;

/// <summary>The losses of a trial at one scale, with their targets measured.</summary>
/// <param name="Content">One loss an active content layer.</param>
/// <param name="Style">One loss an active style layer.</param>
internal sealed record TrialLosses(IReadOnlyList<ContentLoss> Content, IReadOnlyList<StyleLoss> Style)
{
    /// <summary>Measures the targets that are not in the cache, and makes the losses. Tensors are in the caller's dispose scope.</summary>
    public static TrialLosses Measure(Trial trial, ScaleImages images, FeatureNetwork network, TargetCache targets)
    {
        var parameters = trial.Parameters;
        var measurement = new TargetMeasurement(targets, network, trial.Weights.Sha256, parameters.Pooling);
        var (contentLayers, styleLayers) = (parameters.ActiveContentLayers, parameters.ActiveStyleLayers);
        var content = measurement.Of(
            trial.Content.Sha256, images.Scale.ImageSize, () => images.Content, contentLayers, TargetKind.Features);
        var styles = measurement.Of(
            trial.Style.Sha256, images.Scale.ImageSize, () => images.Style(0), styleLayers, TargetKind.Gram);
        return new TrialLosses(
            [.. contentLayers.Zip(content, (layer, target) => new ContentLoss(layer, target.Values, parameters.Convention, contentLayers.Count))],
            [.. styleLayers.Zip(styles, (layer, target) => new StyleLoss(
                layer, target, VggTopology.PositionsOf(layer, images.Height, images.Width), parameters.Convention, styleLayers.Count))]);
    }
}
