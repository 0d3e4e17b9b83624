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
    /// <summary>The loss, before any weight of the trial.</summary>
    /// <param name="image">Image [1,3,H,W], 0..1, at least 2 x 2 pixels.</param>
    /// <param name="convention">The formula.</param>
    /// <returns>A scalar tensor.</returns>
    public static Tensor Of(Tensor image, TvConvention convention)
    {
        ArgumentNullException.ThrowIfNull(image);
        var (height, width) = (image.shape[2], image.shape[3]);
        if (height < 2 || width < 2)
            throw new ArgumentException($"Total variation needs an image of at least 2 x 2 pixels; seen {width} x {height}.", nameof(image));

        var across = image.narrow(3, 1, width - 1) - image.narrow(3, 0, width - 1);
        var down = image.narrow(2, 1, height - 1) - image.narrow(2, 0, height - 1);
        return convention switch
        {
            TvConvention.MeanSquare => across.square().mean() + down.square().mean(),
            TvConvention.NeuralStylePt => (across.abs().sum() + down.abs().sum()) * 255.0,
            _ => throw new ArgumentOutOfRangeException(nameof(convention), convention, "Allowed are mean-square and neural-style-pt."),
        };
    }
}
