using System.Numerics;
using NeuralStyle.Samples.Render.Chance;
using NeuralStyle.Samples.Render.Imaging;

namespace NeuralStyle.Samples.Render.Impasto;

/// <summary>Paint on linen: a color and a height (in pixels) at each point.</summary>
internal sealed class Canvas
{
    public Canvas(int width, int height, Vector3 ground)
    {
        Colors = new Picture(width, height);
        Heights = new float[width * height];
        Array.Fill(Colors.Pixels, ground);
        for (var y = 0; y < height; y++)
            for (var x = 0; x < width; x++)
                Heights[y * width + x] = Weave(x, y);
    }

    public Picture Colors { get; }

    public float[] Heights { get; }

    public int Width => Colors.Width;

    public int Height => Colors.Height;

    private static float Weave(int x, int y)
    {
        const float thread = 5;
        var (across, along) = (MathF.Sin(x * MathF.PI / thread), MathF.Sin(y * MathF.PI / thread));
        return 0.9f * MathF.Abs(across * along) + 0.5f * Noise.At(x * 0.3f, y * 0.3f);
    }
}
