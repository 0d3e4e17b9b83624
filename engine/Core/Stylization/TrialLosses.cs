using NeuralStyle.Engine.Losses;
using NeuralStyle.Engine.Networks;
using NeuralStyle.Engine.Targets;
using NeuralStyle.Plan.Conventions;
using NeuralStyle.Plan.Layers;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Trials;
using static TorchSharp.torch;

namespace NeuralStyle.Engine.Stylization;

/// <summary>The losses of a trial at one scale, with their targets measured. A layer of weight 0 has none.</summary>
/// <param name="Content">One loss a content layer.</param>
/// <param name="Style">One loss a style layer.</param>
/// <param name="Layers">What they are, in order: those of content, then those of style.</param>
internal sealed record TrialLosses(IReadOnlyList<ILayerLoss> Content, IReadOnlyList<ILayerLoss> Style, IReadOnlyList<LossLayer> Layers)
{
    /// <summary>Measures the targets that are not in the cache, and makes the losses. Tensors are in the caller's dispose scope.</summary>
    /// <exception cref="StylizationException">The weights can't be translated to the trial's losses, or a style is too small.</exception>
    public static TrialLosses Measure(Trial trial, ScaleImages images, FeatureNetwork network, TargetCache targets)
    {
        var weights = WeightsOf(trial, images);
        LayerWeight[] content = [.. weights.Content.Where(layer => layer.Weight != 0)];
        LayerWeight[] style = [.. weights.Style.Where(layer => layer.Weight != 0)];
        var measurement = new TargetMeasurement(targets, network, trial);
        return new TrialLosses(
            ContentLosses(trial, images, content, measurement),
            StyleLosses(trial, images, style, measurement),
            [
                .. content.Select(layer => new LossLayer(LossPart.Content, layer.Layer, layer.Weight)),
                .. style.Select(layer => new LossLayer(LossPart.Style, layer.Layer, layer.Weight)),
            ]);
    }

    private static LossWeights WeightsOf(Trial trial, ScaleImages images)
    {
        try
        {
            return LossWeights.Of(trial.Parameters, layer => ExtentOf(trial, images, layer));
        }
        catch (WeightTranslationException exception)
        {
            throw new StylizationException(exception.Message, exception);
        }
    }

    private static LayerExtent ExtentOf(Trial trial, ScaleImages images, LayerName layer) =>
        LayerExtent.Of(trial.Parameters.Network, layer, (int)images.Width, (int)images.Height);

    private static List<ILayerLoss> ContentLosses(
        Trial trial, ScaleImages images, LayerWeight[] layers, TargetMeasurement measurement)
    {
        var source = new TargetSource(trial.Content.Sha256, images.Scale.ImageSize);
        var targets = measurement.Of(source, () => images.Content, [.. layers.Select(layer => layer.Layer)], TargetKind.Features);
        return
        [
            .. layers.Zip(targets, (layer, target) => new ContentLoss(
                layer.Layer,
                trial.Parameters.ContentLoss,
                ExtentOf(trial, images, layer.Layer),
                target.Values,
                layer.Weight,
                images.ContentMask is { } mask ? LayerMask.Of(mask, layer.Layer) : null)),
        ];
    }

    private static List<ILayerLoss> StyleLosses(
        Trial trial, ScaleImages images, LayerWeight[] layers, TargetMeasurement measurement)
    {
        if (layers.Length == 0)
            return [];

        var masks = images.StyleMasks;
        var kind = trial.Parameters.StyleLoss;
        var shares = SharesOf(trial, masks.Count > 0);
        LayerName[] names = [.. layers.Select(layer => layer.Layer)];
        // A style of share 0 is not measured.
        var styles = Enumerable.Range(0, shares.Count).Where(index => shares[index] != 0).ToArray();
        var targets = styles.ToDictionary(index => index, index => measurement.Of(
            new TargetSource(trial.Styles[index].Sha256, images.StyleSize, images.StyleTreatment(index)),
            () => images.Style(index),
            names,
            kind == StyleLossKind.Crowsonkb ? TargetKind.Moments : TargetKind.Gram));
        return
        [
            .. layers.Select((layer, place) => masks.Count == 0
                ? LossOf(layer, TargetBlend.Of([.. styles.Select(index => targets[index][place])], [.. styles.Select(index => shares[index])]), null)
                : new RegionLosses(layer.Layer, [.. RegionsOf(layer, place)])),
        ];

        IEnumerable<ILayerLoss> RegionsOf(LayerWeight layer, int place)
        {
            foreach (var index in styles)
            {
                if (LayerMask.Guidance(masks[index], layer.Layer) is { } guidance)
                    yield return LossOf(layer with { Weight = layer.Weight * shares[index] }, targets[index][place], guidance);
            }
        }

        ILayerLoss LossOf(LayerWeight layer, Target target, Tensor? guidance) => kind == StyleLossKind.Crowsonkb
            ? new WassersteinStyleLoss(layer.Layer, target, layer.Weight, guidance)
            : new GramStyleLoss(layer.Layer, kind, ExtentOf(trial, images, layer.Layer), target, layer.Weight, guidance);
    }

    /// <summary>The shares of the blend; where there is none, each style with a region of its own has it to itself.</summary>
    private static IReadOnlyList<double> SharesOf(Trial trial, bool inRegions)
    {
        var (shares, count) = (trial.Parameters.Blend.Shares, trial.Styles.Count);
        return shares.Count > 0 ? shares : [.. Enumerable.Repeat(inRegions ? 1 : 1.0 / count, count)];
    }
}
