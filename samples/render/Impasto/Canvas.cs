using System.Numerics;
using NeuralStyle.Samples.Render.Chance;
using NeuralStyle.Samples.Render.Imaging;

namespace NeuralStyle.Samples.Render.Impasto;

/// <summary>Paint on linen: a color and a height (in pixels) at each point.</summary>
internal sealed class Canvas
{
    private static readonly Vector3 ToLight = Vector3.Normalize(new Vector3(-0.62f, -0.66f, 0.62f));

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

    /// <summary>The picture under a raking light: facing slopes brighten, hollows darken, wet ridges shine.</summary>
    public Picture Lit()
    {
        var result = new Picture(Width, Height);
        var around = Around();
        var halfway = Vector3.Normalize(ToLight + Vector3.UnitZ);
        Parallel.For(0, Height, y =>
        {
            for (var x = 0; x < Width; x++)
            {
                var normal = Vector3.Normalize(new Vector3(
                    HeightAt(x - 1, y) - HeightAt(x + 1, y), HeightAt(x, y - 1) - HeightAt(x, y + 1), 2));
                var lit = MathF.Max(Vector3.Dot(normal, ToLight), 0) / ToLight.Z;
                var hollow = Math.Clamp(1 + 0.10f * (HeightAt(x, y) - around[x, y].X), 0.6f, 1.12f);
                var shine = MathF.Pow(MathF.Max(Vector3.Dot(normal, halfway), 0), 42);
                result[x, y] = Colors[x, y] * (0.30f + 0.70f * lit) * hollow + new Vector3(0.20f, 0.19f, 0.17f) * shine;
            }
        });
        return result;
    }

    private static float Weave(int x, int y)
    {
        const float thread = 5;
        var (across, along) = (MathF.Sin(x * MathF.PI / thread), MathF.Sin(y * MathF.PI / thread));
        return 0.9f * MathF.Abs(across * along) + 0.5f * Noise.At(x * 0.3f, y * 0.3f);
    }

    private Picture Around()
    {
        var heights = new Picture(Width, Height);
        for (var i = 0; i < Heights.Length; i++)
            heights.Pixels[i] = new Vector3(Heights[i]);
        return heights.Blurred(7);
    }

    private float HeightAt(int x, int y) => Heights[Math.Clamp(y, 0, Height - 1) * Width + Math.Clamp(x, 0, Width - 1)];
}
