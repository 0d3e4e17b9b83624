using NeuralStyle.Plan.Layers;
using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Plan.Conventions;

/// <summary>What each loss of a trial is multiplied by, beside its kind's own scale, before any schedule.</summary>
/// <param name="Content">For each active content layer, in order: content weight times the layer's share.</param>
/// <param name="Style">For each active style layer, in order: style weight times the layer's share.</param>
public sealed record LossWeights(IReadOnlyList<LayerWeight> Content, IReadOnlyList<LayerWeight> Style)
{
    /// <summary>
    /// The multipliers of a trial's losses. Where <see cref="TrialParameters.WeightsFrom"/> names another system, its weights, layer
    /// weights and shares are translated layer by layer: each layer's loss is what that system would compute. The total-variation
    /// weight has no part in it: formulas of total variations are no multiples of one another, so it stays as given.
    /// </summary>
    /// <param name="parameters">The trial's parameters.</param>
    /// <param name="extentOf">The numbers of a layer at the scale that is computed.</param>
    /// <exception cref="WeightTranslationException">The weights have no equivalent; see <see cref="RefusalsOf"/>.</exception>
    public static LossWeights Of(TrialParameters parameters, Func<LayerName, LayerExtent> extentOf)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(extentOf);
        var refusals = RefusalsOf(parameters);
        if (refusals.Count > 0)
            throw new WeightTranslationException(refusals);

        var (content, style) = (ContentMeanings(parameters), StyleMeanings(parameters));
        return new LossWeights(
            Translated(content, parameters.ContentWeight, parameters.ActiveContentLayers, parameters.ContentLayerWeights, extentOf),
            Translated(style, parameters.StyleWeight, parameters.ActiveStyleLayers, parameters.StyleLayerWeights, extentOf));
    }

    /// <summary>Why a trial's weights can't be translated to its own losses: one sentence a loss; empty when they can.</summary>
    public static IReadOnlyList<string> RefusalsOf(TrialParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return
        [
            .. Refusal(ContentMeanings(parameters), parameters.ActiveContentLayers),
            .. Refusal(StyleMeanings(parameters), parameters.ActiveStyleLayers),
        ];
    }

    private static IEnumerable<string> Refusal((WeightMeaning Given, WeightMeaning Own) meanings, LayerSet active)
    {
        if (active.Count > 0 && meanings.Given.RefusalTo(meanings.Own) is { } refusal)
            yield return meanings.Given.Sentence(meanings.Own, refusal);
    }

    private static List<LayerWeight> Translated(
        (WeightMeaning Given, WeightMeaning Own) meanings,
        double weight,
        LayerSet layers,
        LayerWeights layerWeights,
        Func<LayerName, LayerExtent> extentOf) =>
    [
        .. meanings.Given.Multipliers(weight, layers, layerWeights).Select(multiplier =>
            multiplier with { Weight = multiplier.Weight * meanings.Given.FactorTo(meanings.Own, extentOf(multiplier.Layer)) }),
    ];

    private static (WeightMeaning Given, WeightMeaning Own) ContentMeanings(TrialParameters parameters)
    {
        var own = WeightMeaning.Of(parameters.ContentLoss);
        return (LossesOf(parameters.WeightsFrom) is { } losses ? WeightMeaning.Of(losses.Content) : own, own);
    }

    private static (WeightMeaning Given, WeightMeaning Own) StyleMeanings(TrialParameters parameters)
    {
        var own = WeightMeaning.Of(parameters.StyleLoss);
        return (LossesOf(parameters.WeightsFrom) is { } losses ? WeightMeaning.Of(losses.Style) : own, own);
    }

    private static ConventionLosses? LossesOf(WeightsMeaning weightsFrom) => weightsFrom switch
    {
        WeightsMeaning.Own => null,
        WeightsMeaning.Gatys => ConventionLosses.Of(LossConvention.Gatys),
        WeightsMeaning.Johnson => ConventionLosses.Of(LossConvention.Johnson),
        WeightsMeaning.Leongatys => ConventionLosses.Of(LossConvention.Leongatys),
        WeightsMeaning.Gordicaleksa => ConventionLosses.Of(LossConvention.Gordicaleksa),
        WeightsMeaning.Titu1994 => ConventionLosses.Of(LossConvention.Titu1994),
        WeightsMeaning.Cysmith => ConventionLosses.Of(LossConvention.Cysmith),
        WeightsMeaning.AnhNn01 => ConventionLosses.Of(LossConvention.AnhNn01),
        _ => throw new ArgumentOutOfRangeException(nameof(weightsFrom), weightsFrom, "There is no such meaning of weights."),
    };
}
