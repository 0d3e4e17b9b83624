namespace NeuralStyle.Plan.Records;

/// <summary>
/// What a result is like, in numbers. They are proxies: none of them says whether it is beautiful. All are of the result as computed,
/// before an output format, and on one fixed yardstick, whatever was optimized, so that trials of different weights, layers and
/// networks compare.
/// </summary>
public sealed record TrialMeasures
{
    /// <summary>The yardstick that the distances are read on, e.g. <c>vgg19-mini/1</c>; distances of different yardsticks don't compare.</summary>
    public required string Yardstick { get; init; }

    /// <summary>
    /// Distance of the result's features from the content image's, as a share of the content's own: 0 for the content itself, about 1 for
    /// an image that has nothing of it; absent where the trial reads no content.
    /// </summary>
    public double? ContentDistance { get; init; }

    /// <summary>
    /// Distance of the result's Gram matrices from the style image's (of a blend, from their weighted mean), as a share of the style's own,
    /// averaged over layers: 0 for the style itself; absent where the trial reads no style.
    /// </summary>
    public double? StyleDistance { get; init; }

    /// <summary>Mean distance of the result's colors from the content's, pixel by pixel, in CIELAB units (Delta E 1976); absent where the trial reads no content.</summary>
    public double? ColorShift { get; init; }

    /// <summary>Mean magnitude of the luminance's gradient, of a luminance of 0..1, per pixel: more is sharper, or noisier.</summary>
    public double Sharpness { get; init; }

    /// <summary>
    /// Evaluations until the total loss had fallen by 95 % of what it fell by in all, at the last scale; absent where it did not fall.
    /// </summary>
    public int? EvaluationsTo95 { get; init; }
}
