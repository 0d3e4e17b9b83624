namespace NeuralStyle.Plan.Parameters;

/// <summary>The formula of the total-variation loss, over the differences dx, dy of horizontal and vertical neighbors.</summary>
public enum TvConvention
{
    /// <summary>mean(dx^2) + mean(dy^2) on values 0..1 (as anishathalye's neural-style and fast-style-transfer have it on 0..255).</summary>
    MeanSquare,

    /// <summary>sum(|dx|) + sum(|dy|) on values 0..255 (neural-style-pt, gordicaleksa, neural-style-tf).</summary>
    NeuralStylePt,

    /// <summary>sum((dx^2 + dy^2)^1.25) on values 0..255, over the pixels that have both neighbors (titu1994).</summary>
    Titu1994,

    /// <summary>2 (mean(dx^2) / 3 + mean(dy^2) / 3 + mean(diagonal^2) / 12 + mean(antidiagonal^2) / 12) on values 0..1, borders replicated (crowsonkb's nine-point).</summary>
    Crowsonkb,
}
