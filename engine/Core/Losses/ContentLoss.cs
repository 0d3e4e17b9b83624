using NeuralStyle.Engine.Networks;
using NeuralStyle.Plan.Layers;
using NeuralStyle.Plan.Parameters;
using static TorchSharp.torch;

namespace NeuralStyle.Engine.Losses;

/// <summary>
/// How far one layer's features F are from the content's P: s * sum((F - P)^2), where s is
/// <list type="bullet">
/// <item><c>relative</c>: 1 / (n sum(P^2)), n content layers: ours, no paper;</item>
/// <item><c>gatys</c>: 1/2 (Gatys et al., 2015, equation 1; the paper has one content layer, several are summed);</item>
/// <item><c>johnson</c>: 1 / (C M), the mean square (neural-style, 2015), layers summed.</item>
/// </list>
/// </summary>
public sealed class ContentLoss
{
    // A black content has features that are all the bias's; still, a target of zeros must not divide by zero.
    private const double SmallestSumOfSquares = 1e-20;

    private readonly Tensor _target;
    private readonly double _scale;

    /// <summary>Creates the loss of one layer.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="target">The content's features [1,C,h,w]; kept, not copied, and not disposed.</param>
    /// <param name="convention">The normalization.</param>
    /// <param name="layerCount">Content layers of the trial, 1 or more.</param>
    public ContentLoss(LayerName layer, Tensor target, LossConvention convention, int layerCount)
    {
        ArgumentNullException.ThrowIfNull(target);
        Layer = layer;
        _target = target;
        _scale = convention switch
        {
            LossConvention.Relative => 1.0 / (layerCount * Math.Max(SumOfSquares.Of(target), SmallestSumOfSquares)),
            LossConvention.Gatys => 0.5,
            LossConvention.Johnson => 1.0 / target.numel(),
            _ => throw new ArgumentOutOfRangeException(nameof(convention), convention, "Allowed are relative, gatys and johnson."),
        };
    }

    /// <summary>The layer that it compares.</summary>
    public LayerName Layer { get; }

    /// <summary>
    /// The loss and its gradient, 2 s (F - P), in closed form: two passes over the features, where automatic differentiation would
    /// need five.
    /// </summary>
    /// <param name="features">Features [1,C,h,w] of the same layer.</param>
    /// <param name="weight">Multiplier of both.</param>
    public LossAndGradient Of(Tensor features, double weight)
    {
        ArgumentNullException.ThrowIfNull(features);
        var difference = features - _target;
        var flat = ChannelsLast.MatrixOf(difference).reshape(-1);
        var loss = flat.dot(flat) * (_scale * weight);
        return new LossAndGradient(loss, difference.mul_(2 * _scale * weight));
    }
}
