namespace NeuralStyle.Plan.Parameters;

/// <summary>The formula of the total-variation loss, over the differences dx, dy of horizontal and vertical neighbors.</summary>
public enum TvConvention
{
    /// <summary>mean(dx^2) + mean(dy^2) on values 0..1 (as fast-style-transfer has it on 0..255).</summary>
    MeanSquare,

    /// <summary>sum(|dx|) + sum(|dy|) on values 0..255 (neural-style-pt).</summary>
    NeuralStylePt,
}
