using NeuralStyle.Engine.Networks;
using NeuralStyle.Plan.Conventions;
using NeuralStyle.Plan.Layers;
using NeuralStyle.Plan.Parameters;
using static TorchSharp.torch;

namespace NeuralStyle.Engine.Losses;

/// <summary>
/// How far one layer's features F are from the content's P: w s d, where d = sum((F - P)^2), w is the weight, and s the kind's scale
/// of <see cref="ContentLossScale"/>, for C channels and M positions of the layer and S pixels of the image:
/// <list type="bullet">
/// <item><c>relative</c>: 1 / sum(P^2): ours, no paper;</item>
/// <item><c>gatys</c>, <c>cysmith3</c>: 1/2 (Gatys et al., 2015, equation 1; the paper has one content layer, several are summed);</item>
/// <item><c>mse</c>, <c>cysmith2</c>: 1 / (C M), the mean square;</item>
/// <item><c>sum</c>, <c>titu1994-type0</c>: 1;</item>
/// <item><c>titu1994-type1</c>: 1 / (2 sqrt(C) sqrt(S)), and <c>titu1994-type2</c>: 1 / (C S), the image's S whatever the layer;</item>
/// <item><c>cysmith1</c>: 1 / (2 sqrt(C) sqrt(M));</item>
/// <item><c>anh-nn01</c>: 1 / (4 C M).</item>
/// </list>
/// With a mask m, d = sum(m (F - P)^2): what is pulled towards the content is pulled as it would be without one. The systems have no
/// mask of the content loss.
/// </summary>
public sealed class ContentLoss : ILayerLoss
{
    // A black content has features that are all the bias's; still, a target of zeros must not divide by zero.
    private const double SmallestSumOfSquares = 1e-20;

    private readonly Tensor _target;
    private readonly Tensor? _mask;
    private readonly double _scale;

    /// <summary>Creates the loss of one layer.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="kind">The normalization.</param>
    /// <param name="extent">The layer's numbers.</param>
    /// <param name="target">The content's features [1,C,h,w]; kept, not copied, and not disposed.</param>
    /// <param name="weight">Multiplier of the loss.</param>
    /// <param name="mask">Mask [1,1,h,w] of the layer's map, 0..1, kept as the target is; null for everywhere.</param>
    public ContentLoss(LayerName layer, ContentLossKind kind, LayerExtent extent, Tensor target, double weight, Tensor? mask = null)
    {
        ArgumentNullException.ThrowIfNull(target);
        Layer = layer;
        _target = target;
        _mask = mask;
        _scale = weight * (ContentLossScale.Of(kind, extent) ?? 1 / Math.Max(SumOfSquares.Of(target), SmallestSumOfSquares));
    }

    /// <inheritdoc/>
    public LayerName Layer { get; }

    /// <summary>
    /// The loss and its gradient, 2 w s m (F - P), in closed form: two passes over the features, where automatic differentiation would
    /// need five.
    /// </summary>
    /// <inheritdoc/>
    public LossAndGradient Of(Tensor features, double factor)
    {
        ArgumentNullException.ThrowIfNull(features);
        var difference = FeatureMap.Of(features) - _target;
        var masked = _mask is null ? difference : difference * _mask;
        var flat = Flat(difference);
        var loss = flat.dot(_mask is null ? flat : Flat(masked)) * (_scale * factor);
        return new LossAndGradient(loss, masked.mul_(2 * _scale * factor).to_type(features.dtype));
    }

    private static Tensor Flat(Tensor map) => ChannelsLast.MatrixOf(map).reshape(-1);
}
