namespace NeuralStyle.Engine.Images;

/// <summary>Mean and covariance of a picture's colors, over all pixels.</summary>
/// <param name="Mean">Of red, green, blue, 0 to 1.</param>
/// <param name="Covariance">3 x 3, row by row, over the number of pixels.</param>
internal sealed record ColorStatistics(double[] Mean, double[] Covariance)
{
    public static ColorStatistics Of(Picture picture)
    {
        const int Channels = Picture.Channels;
        var area = picture.Width * picture.Height;
        var mean = new double[Channels];
        for (var channel = 0; channel < Channels; channel++)
        {
            foreach (var value in picture.Plane(channel))
                mean[channel] += value;
            mean[channel] /= area;
        }

        var covariance = new double[Channels * Channels];
        for (var row = 0; row < Channels; row++)
        {
            for (var column = row; column < Channels; column++)
            {
                var first = picture.Plane(row);
                var second = picture.Plane(column);
                var sum = 0.0;
                for (var i = 0; i < area; i++)
                    sum += (first[i] - mean[row]) * (second[i] - mean[column]);
                covariance[(row * Channels) + column] = covariance[(column * Channels) + row] = sum / area;
            }
        }

        return new ColorStatistics(mean, covariance);
    }
}
