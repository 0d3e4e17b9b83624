using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Plan.Conventions;

/// <summary>What multiplies D = sum((G-A)^2) on raw Gram matrices of one layer: the one place that says it, for the engine and for the translator.</summary>
public static class StyleLossScale
{
    /// <summary>
    /// The multiplier; null for <see cref="StyleLossKind.Relative"/>, whose multiplier depends on the target, and for
    /// <see cref="StyleLossKind.Crowsonkb"/>, which has no D.
    /// </summary>
    public static double? Of(StyleLossKind kind, LayerExtent layer)
    {
        double c2 = (double)layer.Channels * layer.Channels;
        double m2 = (double)layer.Positions * layer.Positions;
        double s2 = (double)layer.ImagePixels * layer.ImagePixels;
        return kind switch
        {
            StyleLossKind.Relative or StyleLossKind.Crowsonkb => null,
            StyleLossKind.Gatys or StyleLossKind.Cysmith or StyleLossKind.AnhNn01 => 1 / (4 * c2 * m2),
            StyleLossKind.Johnson => 1 / (c2 * c2 * m2),
            StyleLossKind.Leongatys => 1000 / (c2 * c2 * m2),
            StyleLossKind.Gordicaleksa => 1 / (c2 * m2),
            StyleLossKind.Titu1994 => 1 / (36 * s2),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such style loss."),
        };
    }

    /// <summary>The weight of a layer that the trial names none for.</summary>
    public static double DefaultWeight(StyleLossKind kind) => kind == StyleLossKind.Cysmith ? 0.2 : 1;

    /// <summary>
    /// What the layers' weights become: divided by their sum where the loss averages its layers, by their number for cysmith, else as
    /// they are. Departs from neural-style-tf in that weights which a trial gives are not brought to a sum of 1 first; its defaults of 0.2
    /// for five layers have that sum, and stay 0.2 there too where there are fewer layers.
    /// </summary>
    /// <param name="kind">The loss.</param>
    /// <param name="weights">One weight a layer, as given.</param>
    public static IReadOnlyList<double> Shares(StyleLossKind kind, IReadOnlyList<double> weights) => kind switch
    {
        StyleLossKind.Johnson or StyleLossKind.Leongatys or StyleLossKind.AnhNn01 => weights,
        StyleLossKind.Cysmith => [.. weights.Select(weight => weight / weights.Count)],
        _ => LayerShares.Averaged(weights),
    };
}
