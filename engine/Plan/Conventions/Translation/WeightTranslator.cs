using NeuralStyle.Plan.Layers;
using NeuralStyle.Plan.Numbers;
using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Plan.Conventions.Translation;

/// <summary>
/// Translates weights from one system's meaning to another's, layer by layer, so that each layer's loss stays the same on one and the
/// same network. Exact, up to the rounding of float64, or refused.
/// </summary>
/// <param name="from">The system whose weights are given.</param>
/// <param name="to">The system whose weights are asked for.</param>
public sealed class WeightTranslator(WeightSystem from, WeightSystem to)
{
    private readonly WeightMeaning _givenContent = WeightMeaning.Of(from.Losses.Content);
    private readonly WeightMeaning _givenStyle = WeightMeaning.Of(from.Losses.Style);
    private readonly WeightMeaning _askedContent = WeightMeaning.Of(to.Losses.Content);
    private readonly WeightMeaning _askedStyle = WeightMeaning.Of(to.Losses.Style);

    /// <summary>Whether the content weights' translation depends on the size of the image.</summary>
    public bool ContentDependsOnSize => _givenContent.DependsOnSizeTo(_askedContent);

    /// <summary>Whether the style weights' translation depends on the size of the image.</summary>
    public bool StyleDependsOnSize => _givenStyle.DependsOnSizeTo(_askedStyle);

    /// <summary>Translates.</summary>
    /// <param name="given">The weights.</param>
    /// <param name="extentOf">The numbers of a layer.</param>
    /// <exception cref="WeightTranslationException">A weight that is given has no equivalent; all reasons are named.</exception>
    public WeightTranslation Translate(GivenWeights given, Func<LayerName, LayerExtent> extentOf)
    {
        ArgumentNullException.ThrowIfNull(given);
        ArgumentNullException.ThrowIfNull(extentOf);
        var refusals = RefusalsOf(given);
        if (refusals.Count > 0)
            throw new WeightTranslationException(refusals);

        var content = Layers(_givenContent, _askedContent, given.ContentWeight, given.ContentLayers, given.ContentLayerWeights, extentOf);
        var style = Layers(_givenStyle, _askedStyle, given.StyleWeight, given.StyleLayers, given.StyleLayerWeights, extentOf);
        return new WeightTranslation(content, style, Parameters(given, content, style), NotesOf(given));
    }

    /// <summary>Why given weights can't be translated: one sentence a loss; empty when they can.</summary>
    public IReadOnlyList<string> RefusalsOf(GivenWeights given)
    {
        ArgumentNullException.ThrowIfNull(given);
        var refusals = new List<string>();
        if (given.ContentWeight is not null && _givenContent.RefusalTo(_askedContent) is { } content)
            refusals.Add(_givenContent.Sentence(_askedContent, content));
        if (given.StyleWeight is not null && _givenStyle.RefusalTo(_askedStyle) is { } style)
            refusals.Add(_givenStyle.Sentence(_askedStyle, style));
        if (given.TvWeight is > 0 && from.OtherTv is { } tv)
            refusals.Add($"the total-variation weight of {from.Name} has no equivalent: {tv}");
        return refusals;
    }

    private static List<TranslatedLayer> Layers(
        WeightMeaning given,
        WeightMeaning asked,
        double? weight,
        LayerSet layers,
        LayerWeights layerWeights,
        Func<LayerName, LayerExtent> extentOf)
    {
        if (weight is not { } whole)
            return [];

        return
        [
            .. given.Multipliers(whole, layers, layerWeights).Select(multiplier =>
            {
                var factor = given.FactorTo(asked, extentOf(multiplier.Layer));
                return new TranslatedLayer(multiplier.Layer, multiplier.Weight, factor, multiplier.Weight * factor);
            }),
        ];
    }

    private ParameterSet Parameters(GivenWeights given, List<TranslatedLayer> content, List<TranslatedLayer> style)
    {
        var convention = ConventionLosses.Of(to.Convention);
        var set = ParameterSet.Empty.With(ParameterCatalog.Convention, to.Convention);
        if (given.ContentWeight is not null)
        {
            if (convention.Content != to.Losses.Content)
                set = set.With(ParameterCatalog.ContentLoss, to.Losses.Content);
            set = WithWeights(
                set, _askedContent, content, ParameterCatalog.ContentLayers, ParameterCatalog.ContentWeight, ParameterCatalog.ContentLayerWeights);
        }

        if (given.StyleWeight is not null)
        {
            set = WithWeights(
                set, _askedStyle, style, ParameterCatalog.StyleLayers, ParameterCatalog.StyleWeight, ParameterCatalog.StyleLayerWeights);
        }

        if (given.TvWeight is { } tv)
        {
            set = set.With(ParameterCatalog.TvWeight, tv);
            if (convention.Tv != from.Losses.Tv)
                set = set.With(ParameterCatalog.TvConvention, from.Losses.Tv);
        }

        return set;
    }

    private static ParameterSet WithWeights(
        ParameterSet set,
        WeightMeaning asked,
        List<TranslatedLayer> layers,
        ParameterDefinition layerSet,
        ParameterDefinition weight,
        ParameterDefinition layerWeights)
    {
        var (whole, each) = asked.WeightsFor([.. layers.Select(layer => new LayerWeight(layer.Layer, layer.Equivalent))]);
        LayerSet names = [.. layers.Select(layer => layer.Layer)];
        set = set.With(layerSet, names).With(weight, Clean(whole));
        return each.Count == 0 ? set : set.With(layerWeights, LayerWeights.Of(each.Select(one => one with { Weight = Clean(one.Weight) })));
    }

    private List<string> NotesOf(GivenWeights given)
    {
        var notes = new List<string> { "exact for one and the same network, weights file and image size" };
        if (given.TvWeight is not null)
        {
            notes.Add(from.Losses.Tv == to.Losses.Tv && to.OtherTv is null
                ? $"tvWeight stays: {from.Name} and {to.Name} have the same total variation, {EnumNames.Of(from.Losses.Tv)}"
                : $"tvWeight is not translated, since total variations of different formulas are no multiples of one another:"
                + $" tvConvention {EnumNames.Of(from.Losses.Tv)} keeps {from.Name}'s formula with its weight");
        }

        return notes;
    }

    // Quotients of powers of two and five leave dust, which nobody wants to read.
    private static double Clean(double value) => CleanNumber.Of(value, Math.Abs(value) * CleanNumber.Dust);
}
