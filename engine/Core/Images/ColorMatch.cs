namespace NeuralStyle.Engine.Images;

/// <summary>
/// Brings a picture's colors to another's mean and covariance (CORAL: Sun, Feng and Saenko, 2016; for style images Gatys et al., 2016,
/// Preserving Color in Neural Artistic Style Transfer, the variant of Image Analogies): x' = C^(1/2) S^(-1/2) (x - mean_S) + mean_C
/// with the symmetric roots of the covariances S of the picture and C of the target, 1e-5 added to their diagonals.
/// </summary>
internal static class ColorMatch
{
    // Keeps a picture of one color, or of grays, from being divided by zero (match_color of ProGamerGov's Neural-Tools).
    private const double Epsilon = 1e-5;

    /// <summary>The recolored picture, clamped to 0..1: where that bites, mean and covariance are met only nearly.</summary>
    /// <param name="picture">The picture to change.</param>
    /// <param name="target">The picture whose colors it gets; of any size.</param>
    public static Picture Of(Picture picture, Picture target)
    {
        var (from, to) = (ColorStatistics.Of(picture), ColorStatistics.Of(target));
        var map = SymmetricMatrix.Multiply(
            SymmetricMatrix.Map(Regular(to.Covariance), Math.Sqrt),
            SymmetricMatrix.Map(Regular(from.Covariance), value => 1 / Math.Sqrt(value)));
        var area = picture.Width * picture.Height;
        var planes = picture.Planes.Span;
        var matched = new float[planes.Length];
        for (var i = 0; i < matched.Length; i++)
        {
            var (channel, pixel) = (i / area, i % area);
            var value = to.Mean[channel];
            for (var source = 0; source < Picture.Channels; source++)
                value += map[(channel * Picture.Channels) + source] * (planes[(source * area) + pixel] - from.Mean[source]);
            matched[i] = (float)Math.Clamp(value, 0, 1);
        }

        return Picture.Own(picture.Size, matched);
    }

    private static double[] Regular(double[] covariance) =>
        [.. covariance.Select((value, index) => index % (Picture.Channels + 1) == 0 ? value + Epsilon : value)];
}
