using NeuralStyle.Engine.Images;

namespace NeuralStyle.Engine.Tests.Stylization;

internal static class TestPictures
{
    /// <summary>Soft waves, smooth as a photograph.</summary>
    public static Picture Waves(int width = 48, int height = 36, double frequency = 8)
    {
        var values = new float[3 * width * height];
        for (var i = 0; i < values.Length; i++)
        {
            var (channel, y, x) = (i / (width * height), i / width % height, i % width);
            values[i] = (float)(0.5 + (0.4 * Math.Sin((frequency * (x + (y * (channel + 1))) / width) + channel)));
        }

        return new Picture(width, height, values);
    }

    /// <summary>Vertical stripes of two colors.</summary>
    public static Picture Stripes(int width = 48, int height = 36)
    {
        var values = new float[3 * width * height];
        for (var i = 0; i < values.Length; i++)
            values[i] = (i % width / 4 % 2 == 0) ? 0.9f - (0.3f * (i / (width * height))) : 0.1f;
        return new Picture(width, height, values);
    }
}
