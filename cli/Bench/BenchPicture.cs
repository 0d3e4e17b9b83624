using NeuralStyle.Engine.Images;

namespace NeuralStyle.Cli.Bench;

/// <summary>
/// Pictures that are made up: waves of all lengths and directions, the short ones weaker, as in photographs, whose amplitudes fall
/// about as 1 / frequency.
/// </summary>
internal static class BenchPicture
{
    private const int Waves = 64;
    private const double Contrast = 0.35;

    /// <param name="width">Pixels across.</param>
    /// <param name="height">Pixels down.</param>
    /// <param name="fall">Amplitudes are frequency^-fall.</param>
    /// <param name="seed">Of the waves' directions, phases and colors.</param>
    public static Picture Of(int width, int height, double fall, int seed)
    {
        var random = new Random(seed);
        var waves = Enumerable.Range(0, Waves).Select(index => Wave.Draw(random, index / (Waves - 1.0), width, fall)).ToList();
        var values = new float[3 * width * height];
        Parallel.For(0, height, y =>
        {
            for (var x = 0; x < width; x++)
            {
                var (red, green, blue) = (0.0, 0.0, 0.0);
                foreach (var wave in waves)
                {
                    var value = Math.Sin((wave.Across * x) + (wave.Down * y) + wave.Phase);
                    (red, green, blue) = (red + (wave.Red * value), green + (wave.Green * value), blue + (wave.Blue * value));
                }

                var place = (y * width) + x;
                (values[place], values[place + (width * height)], values[place + (2 * width * height)]) = (Pixel(red), Pixel(green), Pixel(blue));
            }
        });
        return new Picture(width, height, values);
    }

    private static float Pixel(double value) => (float)(0.5 + (Contrast * Math.Tanh(value)));

    /// <summary>A plane wave: radians per pixel across and down, and its amplitude in each color.</summary>
    private readonly record struct Wave(double Across, double Down, double Phase, double Red, double Green, double Blue)
    {
        /// <param name="random">Draws direction, phase and color.</param>
        /// <param name="part">From 0, one wave over the picture, to 1, a wave of four pixels.</param>
        /// <param name="width">Pixels across.</param>
        /// <param name="fall">Amplitudes are frequency^-fall.</param>
        public static Wave Draw(Random random, double part, int width, double fall)
        {
            var waves = Math.Pow(width / 4.0, part);
            var (direction, amplitude) = (2 * Math.PI * random.NextDouble(), Math.Pow(waves, -fall));
            var perPixel = 2 * Math.PI * waves / width;
            return new Wave(
                perPixel * Math.Cos(direction),
                perPixel * Math.Sin(direction),
                2 * Math.PI * random.NextDouble(),
                amplitude * ((2 * random.NextDouble()) - 1),
                amplitude * ((2 * random.NextDouble()) - 1),
                amplitude * ((2 * random.NextDouble()) - 1));
        }
    }
}
