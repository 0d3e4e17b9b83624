namespace NeuralStyle.Plan.Records;

/// <summary>
/// What a result is like, in numbers. They are proxies: none of them says whether it is beautiful. All are of <c>image.png</c> (colors,
/// transparency on white and size as the trial asks for them, 8 bits a channel), on one fixed yardstick, whatever was optimized, so that
/// trials of different weights, layers, networks and sizes compare: the result R, the content C and each style S are brought to a
/// longest side of 256 pixels first, C to the proportions of R. Nothing but images and, for
/// <see cref="EvaluationsTo95"/>, the record is needed to compute them again.
/// <para>
/// What a trial does differently on purpose is not followed: masks, styleScale and color coral are ignored, and distances are of the
/// whole picture from the images as they are.
/// </para>
/// </summary>
public sealed record TrialMeasures
{
    /// <summary>The yardstick that the distances are read on, e.g. <c>vgg19-mini/1</c>; distances of different yardsticks don't compare.</summary>
    public required string Yardstick { get; init; }

    /// <summary>
    /// sum((F_R - F_C)^2) / sum(F_C^2), F the features of relu3_1: 0 for the content itself, about 1 for an image that has nothing of it,
    /// and more for one that is busier (the content loss of Gatys et al., 2015, as a share of the content's own); absent where the trial
    /// reads no content.
    /// </summary>
    public double? ContentDistance { get; init; }

    /// <summary>
    /// The mean over relu1_1, relu2_1 and relu3_1 of sum((G_R - G_S)^2) / sum(G_S^2), G the Gram matrix over its number of positions, of
    /// a blend the mean of the styles' by its weights: 0 for the style itself, 1 for a black image without bias, and far more for an image
    /// of greater contrast (the style loss of Gatys et al., 2015, as a share of the style's own); absent where the trial reads no style.
    /// </summary>
    public double? StyleDistance { get; init; }

    /// <summary>
    /// Mean over pixels of the distance of R's color from C's in CIELAB (Delta E of CIE 1976, sRGB, D65): 0 for the same colors, 2.3 where
    /// one just notices, 100 from black to white; absent where the trial reads no content.
    /// </summary>
    public double? ColorShift { get; init; }

    /// <summary>
    /// Mean over pixels of sqrt(dx^2 + dy^2) of R's luminance, 0 to 1 (ITU-R BT.601), dx and dy the differences to the next pixel: more is
    /// sharper, or noisier. A picture that was computed below 256 pixels is enlarged and so less sharp; of one that was computed above,
    /// what only shows there is not seen.
    /// </summary>
    public double Sharpness { get; init; }

    /// <summary>
    /// Evaluations, counted from the beginning of the last scale, until the total loss had fallen by 95 % of what it fell from the first to
    /// the lowest of that scale; absent where it did not fall, and where a schedule changes a weight within the scale, since totals of
    /// different weights are of different losses.
    /// </summary>
    public int? EvaluationsTo95 { get; init; }
}
