using NeuralStyle.Plan.Layers;
using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Plan.Conventions;

/// <summary>
/// What the weights of a content or style loss mean: a layer's loss is weight x share x scale x difference, with the layer's share of
/// the weight, the loss's own scale, and a difference that many losses have in common.
/// </summary>
public sealed class WeightMeaning
{
    private readonly Func<LayerExtent, double?> _scaleOf;
    private readonly Func<IReadOnlyList<double>, IReadOnlyList<double>> _sharesOf;

    private WeightMeaning(
        string loss,
        double defaultLayerWeight,
        string? ownDifference,
        Func<LayerExtent, double?> scaleOf,
        Func<IReadOnlyList<double>, IReadOnlyList<double>> sharesOf)
    {
        Loss = loss;
        DefaultLayerWeight = defaultLayerWeight;
        OwnDifference = ownDifference;
        _scaleOf = scaleOf;
        _sharesOf = sharesOf;
    }

    /// <summary>Name of the loss in messages, e.g. <c>style loss gatys</c>.</summary>
    public string Loss { get; }

    /// <summary>The weight of a layer that none is named for.</summary>
    public double DefaultLayerWeight { get; }

    /// <summary>Why the loss is no multiple of the common difference; null when it is one.</summary>
    public string? OwnDifference { get; }

    /// <summary>The meaning of a content loss's weights; the common difference is d = sum((F-P)^2).</summary>
    public static WeightMeaning Of(ContentLossKind kind) => new(
        $"content loss {EnumNames.Of(kind)}",
        1,
        kind == ContentLossKind.Relative ? "content loss relative is divided by its target's own sum of squares, which depends on the image" : null,
        layer => ContentLossScale.Of(kind, layer),
        weights => ContentLossScale.Shares(kind, weights));

    /// <summary>The meaning of a style loss's weights; the common difference is D = sum((G-A)^2) on raw Gram matrices.</summary>
    public static WeightMeaning Of(StyleLossKind kind) => new(
        $"style loss {EnumNames.Of(kind)}",
        StyleLossScale.DefaultWeight(kind),
        kind switch
        {
            StyleLossKind.Relative => "style loss relative is divided by its target's own sum of squares, which depends on the image",
            StyleLossKind.Crowsonkb => "style loss crowsonkb is a distance of Gaussians, no multiple of a difference of Gram matrices",
            _ => null,
        },
        layer => StyleLossScale.Of(kind, layer),
        weights => StyleLossScale.Shares(kind, weights));

    /// <summary>Why weights of this meaning have no equivalent in another; null when they have one, which is exact.</summary>
    public string? RefusalTo(WeightMeaning other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Loss == other.Loss ? null : OwnDifference ?? other.OwnDifference;
    }

    /// <summary>For each layer, weight x share.</summary>
    /// <param name="weight">The weight of the whole loss.</param>
    /// <param name="layers">The layers.</param>
    /// <param name="layerWeights">Weights of some of them; the others have <see cref="DefaultLayerWeight"/>.</param>
    public IReadOnlyList<LayerWeight> Multipliers(double weight, LayerSet layers, LayerWeights layerWeights)
    {
        ArgumentNullException.ThrowIfNull(layers);
        ArgumentNullException.ThrowIfNull(layerWeights);
        var shares = _sharesOf([.. layers.Select(layer => layerWeights.Of(layer, DefaultLayerWeight))]);
        return [.. layers.Zip(shares, (layer, share) => new LayerWeight(layer, weight * share))];
    }

    /// <summary>What a layer's multiplier is multiplied by for another meaning, so that its loss stays the same.</summary>
    /// <param name="other">The other meaning.</param>
    /// <param name="layer">The layer's numbers.</param>
    /// <exception cref="WeightTranslationException">There is no equivalent.</exception>
    public double FactorTo(WeightMeaning other, LayerExtent layer)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (RefusalTo(other) is { } refusal)
            throw new WeightTranslationException([Sentence(other, refusal)]);
        return Loss == other.Loss ? 1 : _scaleOf(layer)!.Value / other._scaleOf(layer)!.Value;
    }

    /// <summary>Whether <see cref="FactorTo"/> depends on the size of the image; false where there is no equivalent.</summary>
    public bool DependsOnSizeTo(WeightMeaning other)
    {
        ArgumentNullException.ThrowIfNull(other);
        // Scales are products of powers of C, M and S, so that one change of both sizes shows a dependence on either.
        return RefusalTo(other) is null && FactorTo(other, new LayerExtent(1, 1, 1)) != FactorTo(other, new LayerExtent(1, 2, 8));
    }

    /// <summary>The weight and layer weights of this meaning that stand for given multipliers: the inverse of <see cref="Multipliers"/>.</summary>
    /// <param name="multipliers">For each layer, weight x share.</param>
    /// <returns>The weight, and the layers' weights unless all are <see cref="DefaultLayerWeight"/>; the least one above 0 is.</returns>
    public (double Weight, LayerWeights LayerWeights) WeightsFor(IReadOnlyList<LayerWeight> multipliers)
    {
        ArgumentNullException.ThrowIfNull(multipliers);
        var present = multipliers.Where(multiplier => multiplier.Weight > 0).ToList();
        if (present.Count == 0)
            return (0, LayerWeights.None);

        var least = present.MinBy(multiplier => multiplier.Weight);
        var weights = LayerWeights.Of(multipliers.Select(multiplier =>
            multiplier with { Weight = DefaultLayerWeight * (multiplier.Weight / least.Weight) }));
        LayerSet layers = [.. multipliers.Select(multiplier => multiplier.Layer)];
        var share = Multipliers(1, layers, weights).First(multiplier => multiplier.Layer == least.Layer).Weight;
        return (least.Weight / share, weights.All(weight => weight.Weight == DefaultLayerWeight) ? LayerWeights.None : weights);
    }

    internal string Sentence(WeightMeaning other, string refusal) =>
        $"weights of {Loss} have no equivalent as weights of {other.Loss}: {refusal}";
}
