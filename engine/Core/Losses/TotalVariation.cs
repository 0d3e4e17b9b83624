using NeuralStyle.Plan.Parameters;
using TorchSharp;
using static TorchSharp.torch;

namespace NeuralStyle.Engine.Losses;

/// <summary>
/// Roughness of an image, from the differences of neighbors, dx across and dy down:
/// <list type="bullet">
/// <item><c>mean-square</c>: mean(dx^2) + mean(dy^2) on 0..1 (anishathalye's neural-style and fast-style-transfer have it on 0..255);</item>
/// <item><c>neural-style-pt</c>: sum(|dx|) + sum(|dy|) on 0..255, not averaged, so it grows with the image (gordicaleksa and
/// neural-style-tf too; neural-style-pt itself has 256 for 255);</item>
/// <item><c>titu1994</c>: sum((dx^2 + dy^2)^1.25) on 0..255, over the pixels that have both neighbors (Mahendran and Vedaldi, 2015,
/// with their beta of 2.5);</item>
/// <item><c>crowsonkb</c>: 2 (mean(dx^2) / 3 + mean(dy^2) / 3 + mean(p^2) / 12 + mean(q^2) / 12) on 0..1, with the differences p and q
/// along the two diagonals too, each pixel of the border repeated once outwards: dx and dy are averaged over all H W pixels, p and
/// q over the (H + 1) (W + 1) squares of four.</item>
/// </list>
/// Total variation is of Rudin, Osher and Fatemi (1992).
/// </summary>
public static class TotalVariation
{
    private const double Levels = 255;
    private const double TituExponent = 1.25;

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

        return convention switch
        {
            TvConvention.MeanSquare or TvConvention.NeuralStylePt => OfSingleDifferences(image, convention, weight),
            TvConvention.Titu1994 => SumOfPowers(image, weight),
            TvConvention.Crowsonkb => NinePoint(image, weight),
            _ => throw new ArgumentOutOfRangeException(
                nameof(convention), convention, "Allowed are mean-square, neural-style-pt, titu1994 and crowsonkb."),
        };
    }

    private static LossAndGradient OfSingleDifferences(Tensor image, TvConvention convention, double weight)
    {
        var gradient = zeros_like(image);
        var loss = Along(3) + Along(2);
        return new LossAndGradient(loss, gradient);

        Tensor Along(int dimension)
        {
            var last = image.shape[dimension] - 1;
            var difference = image.narrow(dimension, 1, last) - image.narrow(dimension, 0, last);
            var (part, slope, factor) = convention == TvConvention.MeanSquare
                ? (SquareSum(difference) * (weight / difference.numel()), difference, 2 * weight / difference.numel())
                : (difference.abs().sum() * (Levels * weight), difference.sign(), Levels * weight);
            gradient.narrow(dimension, 1, last).add_(slope, factor);
            gradient.narrow(dimension, 0, last).add_(slope, -factor);
            return part;
        }
    }

    /// <summary>One pass where square and sum need two, and a tensor between them.</summary>
    private static Tensor SquareSum(Tensor values)
    {
        var flat = values.reshape(-1);
        return flat.dot(flat);
    }

    private static LossAndGradient SumOfPowers(Tensor image, double weight)
    {
        var (height, width) = (image.shape[2] - 1, image.shape[3] - 1);
        var here = Corner(image, 0, 0);
        var (across, down) = (Corner(image, 0, 1) - here, Corner(image, 1, 0) - here);
        var square = across.square().add_(down.square());
        var scale = weight * Math.Pow(Levels, 2 * TituExponent);
        // The slope by dx is 2 1.25 (dx^2 + dy^2)^0.25 dx, which has no pole at 0.
        var slope = square.pow(TituExponent - 1).mul_(2 * TituExponent * scale);
        var loss = square.pow(TituExponent).sum() * scale;

        var gradient = zeros_like(image);
        Corner(gradient, 0, 1).add_(across.mul_(slope));
        Corner(gradient, 1, 0).add_(down.mul_(slope));
        Corner(gradient, 0, 0).sub_(across).sub_(down);
        return new LossAndGradient(loss, gradient);

        Tensor Corner(Tensor of, long top, long left) => of.narrow(2, top, height).narrow(3, left, width);
    }

    private static LossAndGradient NinePoint(Tensor image, double weight)
    {
        const double Straight = 2.0 / 3;
        const double Diagonal = 2.0 / 12;
        var (height, width) = (image.shape[2], image.shape[3]);
        var padded = nn.functional.pad(image, (1, 1, 1, 1), PaddingModes.Replicate);
        var gradient = zeros_like(padded);
        var (pixels, squares) = (3 * height * width, 3 * (height + 1) * (width + 1));
        var loss = Between((1, 2, height, width), (1, 1), Straight / pixels)
            + Between((2, 1, height, width), (1, 1), Straight / pixels)
            + Between((1, 1, height + 1, width + 1), (0, 0), Diagonal / squares)
            + Between((1, 0, height + 1, width + 1), (0, 1), Diagonal / squares);

        // What is repeated outside goes back to the border: rows first, then columns with the corners among them.
        foreach (var (dimension, last) in new[] { (2, height), (3, width) })
        {
            gradient.narrow(dimension, 1, 1).add_(gradient.narrow(dimension, 0, 1));
            gradient.narrow(dimension, last, 1).add_(gradient.narrow(dimension, last + 1, 1));
        }

        return new LossAndGradient(loss, gradient.narrow(2, 1, height).narrow(3, 1, width));

        Tensor Between((long Top, long Left, long Height, long Width) there, (long Top, long Left) here, double scale)
        {
            Tensor At(Tensor of, long top, long left) => of.narrow(2, top, there.Height).narrow(3, left, there.Width);
            var difference = At(padded, there.Top, there.Left) - At(padded, here.Top, here.Left);
            At(gradient, there.Top, there.Left).add_(difference, 2 * scale * weight);
            At(gradient, here.Top, here.Left).add_(difference, -2 * scale * weight);
            return SquareSum(difference) * (scale * weight);
        }
    }
}
