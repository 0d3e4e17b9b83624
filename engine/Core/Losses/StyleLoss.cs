using NeuralStyle.Engine.Targets;
using NeuralStyle.Plan.Layers;
using NeuralStyle.Plan.Parameters;
using static TorchSharp.torch;

namespace NeuralStyle.Engine.Losses;

/// <summary>
/// How far one layer's Gram matrix G is from the style's A: s * sum((G - A)^2) on raw Gram matrices, where s is, for C channels
/// and M positions of the features compared,
/// <list type="bullet">
/// <item><c>relative</c>: 1 / (n sum(A'^2)), where A' = A M / M_A, n style layers: ours, no paper;</item>
/// <item><c>gatys</c>: 1 / (4 C^2 M^2 n) (Gatys et al., 2015, equation 4, with the paper's layer weights 1/n);</item>
/// <item><c>johnson</c>: 1 / (C^4 M^2) (neural-style, 2015: Gram divided by C M, then the mean square), layers summed.</item>
/// </list>
/// Departs from the papers where the style image has another number of positions M_A than the image: the papers divide both
/// Gram matrices by the image's or by their own M; here the target is brought to the image's size, A' = A M / M_A, which is the
/// latter. For images of one size there is no difference.
/// </summary>
public sealed class StyleLoss
{
    private const double SmallestSumOfSquares = 1e-20;

    private readonly Tensor _target;
    private readonly double _scale;

    /// <summary>Creates the loss of one layer.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="target">The Gram matrix of the style at this layer.</param>
    /// <param name="positions">Positions h w of the features that will be compared.</param>
    /// <param name="convention">The normalization.</param>
    /// <param name="layerCount">Style layers of the trial, 1 or more.</param>
    /// <remarks>Creates a tensor in the caller's dispose scope, which must outlive the loss.</remarks>
    public StyleLoss(LayerName layer, Target target, long positions, LossConvention convention, int layerCount)
    {
        ArgumentNullException.ThrowIfNull(target);
        Layer = layer;
        _target = target.Positions == positions ? target.Values : target.Values * ((double)positions / target.Positions);
        double channels = target.Values.shape[0];
        double c2m2 = channels * channels * positions * positions;
        _scale = convention switch
        {
            LossConvention.Relative => 1.0 / (layerCount * Math.Max(SumOfSquares.Of(_target), SmallestSumOfSquares)),
            LossConvention.Gatys => 1.0 / (4.0 * c2m2 * layerCount),
            LossConvention.Johnson => 1.0 / (channels * channels * c2m2),
            _ => throw new ArgumentOutOfRangeException(nameof(convention), convention, "Allowed are relative, gatys and johnson."),
        };
    }

    /// <summary>The layer that it compares.</summary>
    public LayerName Layer { get; }

    /// <summary>The loss and its gradient, 4 s (G - A) F, in closed form: one product where automatic differentiation needs two.</summary>
    /// <param name="features">Features [1,C,h,w] of the same layer.</param>
    /// <param name="weight">Multiplier of both.</param>
    public LossAndGradient Of(Tensor features, double weight)
    {
        ArgumentNullException.ThrowIfNull(features);
        var matrix = GramMatrix.MatrixOf(features);
        var difference = GramMatrix.OfMatrix(matrix) - _target;
        var loss = difference.square().sum() * (_scale * weight);
        // A convolution of 1 x 1 is the same product, and two to five times as fast as a matrix product of so few columns.
        var (channels, kernel) = (features.shape[1], difference.mul_(4 * _scale * weight));
        var gradient = nn.functional.conv2d(features, kernel.to_type(features.dtype).view(channels, channels, 1, 1));
        return new LossAndGradient(loss, gradient);
    }
}
