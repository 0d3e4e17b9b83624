using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Plan.Conventions;

/// <summary>What multiplies d = sum((F-P)^2) of one layer: the one place that says it, for the engine and for the translator.</summary>
public static class ContentLossScale
{
    /// <summary>The multiplier; null for <see cref="ContentLossKind.Relative"/>, whose multiplier depends on the target.</summary>
    public static double? Of(ContentLossKind kind, LayerExtent layer)
    {
        var (channels, positions, pixels) = ((double)layer.Channels, (double)layer.Positions, (double)layer.ImagePixels);
        return kind switch
        {
            ContentLossKind.Relative => null,
            ContentLossKind.Gatys or ContentLossKind.Cysmith3 => 1.0 / 2,
            ContentLossKind.Mse or ContentLossKind.Cysmith2 => 1 / (channels * positions),
            ContentLossKind.Sum or ContentLossKind.Titu1994Type0 => 1,
            ContentLossKind.Titu1994Type1 => 1 / (2 * Math.Sqrt(channels) * Math.Sqrt(pixels)),
            ContentLossKind.Titu1994Type2 => 1 / (channels * pixels),
            ContentLossKind.Cysmith1 => 1 / (2 * Math.Sqrt(channels) * Math.Sqrt(positions)),
            ContentLossKind.AnhNn01 => 1 / (4 * channels * positions),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such content loss."),
        };
    }

    /// <summary>
    /// What the layers' weights become: divided by their sum where the loss averages its layers; for cysmith by their sum and by their
    /// number, as neural-style-tf does both; else as they are.
    /// </summary>
    /// <param name="kind">The loss.</param>
    /// <param name="weights">One weight a layer, as given.</param>
    public static IReadOnlyList<double> Shares(ContentLossKind kind, IReadOnlyList<double> weights) => kind switch
    {
        ContentLossKind.Relative => LayerShares.Averaged(weights),
        ContentLossKind.Cysmith1 or ContentLossKind.Cysmith2 or ContentLossKind.Cysmith3 =>
            [.. LayerShares.Averaged(weights).Select(share => share / weights.Count)],
        _ => weights,
    };
}
