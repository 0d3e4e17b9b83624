namespace NeuralStyle.Plan.Parameters;

/// <summary>
/// The normalization of the content and style losses. For a layer of C channels and M positions with features F and target
/// features P, d = sum((F-P)^2) and D = sum((F F^T - A A^T)^2) on raw Gram matrices, where A are the style's features.
/// </summary>
public enum LossConvention
{
    /// <summary>
    /// Ours, and the default: content d / sum(P^2), style D / sum((A A^T)^2), layers averaged. A weight means the same on any
    /// network, layer set and size.
    /// </summary>
    Relative,

    /// <summary>Gatys, Ecker and Bethge (2015): content d / 2, style D / (4 C^2 M^2), style layers averaged, content layers summed.</summary>
    Gatys,

    /// <summary>Johnson (neural-style, 2015): content d / (C M), style D / (C^4 M^2), layers summed.</summary>
    Johnson,
}
