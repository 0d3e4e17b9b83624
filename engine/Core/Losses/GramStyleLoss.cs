using NeuralStyle.Engine.Networks;
using NeuralStyle.Engine.Targets;
using NeuralStyle.Plan.Conventions;
using NeuralStyle.Plan.Layers;
using NeuralStyle.Plan.Parameters;
using static TorchSharp.torch;

namespace NeuralStyle.Engine.Losses;

/// <summary>
/// How far one layer's Gram matrix G is from the style's A: w s D, where D = sum((G - A)^2) on raw Gram matrices, w is the weight, and
/// s the kind's scale of <see cref="StyleLossScale"/>, for C channels and M positions of the layer and S pixels of the image:
/// <list type="bullet">
/// <item><c>relative</c>: 1 / sum(A^2): ours, no paper;</item>
/// <item><c>gatys</c>, <c>cysmith</c>, <c>anh-nn01</c>: 1 / (4 C^2 M^2) (Gatys et al., 2015, equation 4);</item>
/// <item><c>johnson</c>: 1 / (C^4 M^2) (neural-style, 2015: Gram divided by C M, then the mean square);</item>
/// <item><c>leongatys</c>: 1000 / (C^4 M^2), <c>gordicaleksa</c>: 1 / (C^2 M^2);</item>
/// <item><c>titu1994</c>: 1 / (36 S^2), 3 channels and the image's S whatever the layer.</item>
/// </list>
/// Departs from the systems where the style image has another number of positions M_A than the image: they divide both Gram
/// matrices by the image's or by their own M; here the target is brought to the image's size, A = A_A M / M_A, which is the
/// latter. For images of one size there is no difference.
/// <para>
/// Of a region (Gatys et al., 2017), G is of the features times the region's guidance g, whose squares sum to M: that of M positions
/// like the region's, so that a region's loss does not shrink with it.
/// </para>
/// </summary>
public sealed class GramStyleLoss : ILayerLoss
{
    private const double SmallestSumOfSquares = 1e-20;

    private readonly Tensor _target;
    private readonly Tensor? _guidance;
    private readonly double _scale;

    /// <summary>Creates the loss of one layer.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="kind">The normalization; all but <see cref="StyleLossKind.Crowsonkb"/>.</param>
    /// <param name="extent">The layer's numbers.</param>
    /// <param name="target">The Gram matrix of the style per position at this layer.</param>
    /// <param name="weight">Multiplier of the loss.</param>
    /// <param name="guidance">A region's <see cref="LayerMask.Guidance"/> [1,1,h,w], kept and not disposed; null for everywhere.</param>
    /// <remarks>Creates a tensor in the caller's dispose scope, which must outlive the loss.</remarks>
    public GramStyleLoss(
        LayerName layer, StyleLossKind kind, LayerExtent extent, Target target, double weight, Tensor? guidance = null)
    {
        ArgumentNullException.ThrowIfNull(target);
        if (kind == StyleLossKind.Crowsonkb)
            throw new ArgumentOutOfRangeException(nameof(kind), kind, $"It is no loss of Gram matrices; see {nameof(WassersteinStyleLoss)}.");

        Layer = layer;
        _guidance = guidance;
        _target = target.Values * (double)extent.Positions;
        _scale = weight * (StyleLossScale.Of(kind, extent) ?? 1 / Math.Max(SumOfSquares.Of(_target), SmallestSumOfSquares));
    }

    /// <inheritdoc/>
    public LayerName Layer { get; }

    /// <summary>The loss and its gradient, 4 w s g^2 (G - A) F, in closed form: one product where automatic differentiation needs two.</summary>
    /// <inheritdoc/>
    public LossAndGradient Of(Tensor features, double factor)
    {
        ArgumentNullException.ThrowIfNull(features);
        var map = FeatureMap.Of(features);
        var guided = _guidance is null ? map : map * _guidance;
        var difference = GramMatrix.OfMatrix(ChannelsLast.MatrixOf(guided)) - _target;
        var flat = difference.view(-1);
        var loss = flat.dot(flat) * (_scale * factor);
        // A convolution of 1 x 1 is the same product, and two to five times as fast as a matrix product of so few columns.
        var (channels, kernel) = (map.shape[1], difference.mul_(4 * _scale * factor));
        var gradient = nn.functional.conv2d(guided, kernel.view(channels, channels, 1, 1));
        if (_guidance is not null)
            gradient.mul_(_guidance);
        return new LossAndGradient(loss, gradient.to_type(features.dtype));
    }
}
