using NeuralStyle.Plan.Parameters;
using static TorchSharp.torch;

namespace NeuralStyle.Engine.Losses;

/// <summary>
/// Roughness of an image, from the differences of neighbors, dx across and dy down:
/// <list type="bullet">
/// <item><c>mean-square</c>: mean(dx^2) + mean(dy^2) on 0..1 (fast-style-transfer has the same on 0..255);</item>
/// <item><c>neural-style-pt</c>: sum(|dx|) + sum(|dy|) on 0..255, not averaged, so it grows with the image.</item>
/// </list>
/// Total variation is of Rudin, Osher and Fatemi (1992); Mahendran and Vedaldi (2015) brought it to feature inversion.
/// </summary>
public static class TotalVariation
{
    /// <summary>The loss and its gradient, in closed form.</summary>
    /// <param name="image">Image [1,3,H,W], 0..1, at least 2 x 2 pixels.</param>
    /// <param name="convention">The formula.</param>
    /// <param name="weight">Multiplier of both.</param>
    public static LossAndGradient Of(Tensor image, TvConvention convention, double weight)
    {
        ArgumentNullException.ThrowIfNull(image);
        if (image.shape[2] < 2 || image.shape[3] < 2)
        {
            throw new ArgumentException(
                $"Total variation needs an image of at least 2 x 2 pixels; seen {image.shape[3]} x {image.shape[2]}.", nameof(image));
        }

        var gradient = zeros_like(image);
        var loss = Along(3, image, convention, weight, gradient) + Along(2, image, convention, weight, gradient);
        return new LossAndGradient(loss, gradient);
    }

    private static Tensor Along(int dimension, Tensor image, TvConvention convention, double weight, Tensor gradient)
    {
        var last = image.shape[dimension] - 1;
        var difference = image.narrow(dimension, 1, last) - image.narrow(dimension, 0, last);
        var (loss, slope, factor) = convention switch
        {
            TvConvention.MeanSquare => (difference.square().mean() * weight, difference, 2 * weight / difference.numel()),
            TvConvention.NeuralStylePt => (difference.abs().sum() * (255 * weight), difference.sign(), 255 * weight),
            _ => throw new ArgumentOutOfRangeException(nameof(convention), convention, "Allowed are mean-square and neural-style-pt."),
        };
        gradient.narrow(dimension, 1, last).add_(slope, factor);
        gradient.narrow(dimension, 0, last).add_(slope, -factor);
        return loss;
    }
}
