using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Plan.Conventions;

/// <summary>The losses of a system.</summary>
/// <param name="Content">Its content loss.</param>
/// <param name="Style">Its style loss.</param>
/// <param name="Tv">Its total variation; where it has none, the mean square.</param>
public sealed record ConventionLosses(ContentLossKind Content, StyleLossKind Style, TvConvention Tv)
{
    /// <summary>The losses that a convention stands for.</summary>
    public static ConventionLosses Of(LossConvention convention) => convention switch
    {
        LossConvention.Relative => new(ContentLossKind.Relative, StyleLossKind.Relative, TvConvention.MeanSquare),
        LossConvention.Gatys => new(ContentLossKind.Gatys, StyleLossKind.Gatys, TvConvention.MeanSquare),
        LossConvention.Johnson => new(ContentLossKind.Mse, StyleLossKind.Johnson, TvConvention.NeuralStylePt),
        LossConvention.Leongatys => new(ContentLossKind.Mse, StyleLossKind.Leongatys, TvConvention.MeanSquare),
        LossConvention.Gordicaleksa => new(ContentLossKind.Mse, StyleLossKind.Gordicaleksa, TvConvention.NeuralStylePt),
        LossConvention.Titu1994 => new(ContentLossKind.Titu1994Type0, StyleLossKind.Titu1994, TvConvention.Titu1994),
        LossConvention.Cysmith => new(ContentLossKind.Cysmith1, StyleLossKind.Cysmith, TvConvention.NeuralStylePt),
        LossConvention.AnhNn01 => new(ContentLossKind.AnhNn01, StyleLossKind.AnhNn01, TvConvention.MeanSquare),
        LossConvention.Crowsonkb => new(ContentLossKind.Mse, StyleLossKind.Crowsonkb, TvConvention.Crowsonkb),
        _ => throw new ArgumentOutOfRangeException(nameof(convention), convention, "There is no such convention."),
    };
}
