using System.Numerics;

namespace NeuralStyle.Samples.Render.Imaging;

/// <summary>A picture of linear-light RGB values, row by row from the top left; 1 is display white.</summary>
internal sealed class Picture(int width, int height)
{
    public int Width { get; } = width;

    public int Height { get; } = height;

    public Vector3[] Pixels { get; } = new Vector3[width * height];

    public Vector3 this[int x, int y]
    {
        get => Pixels[y * Width + x];
        set => Pixels[y * Width + x] = value;
    }

    /// <summary>Averages blocks of <paramref name="factor"/> by <paramref name="factor"/> pixels into one.</summary>
    public Picture Reduced(int factor)
    {
        var small = new Picture(Width / factor, Height / factor);
        Parallel.For(0, small.Height, y =>
        {
            for (var x = 0; x < small.Width; x++)
            {
                var sum = Vector3.Zero;
                for (var dy = 0; dy < factor; dy++)
                    for (var dx = 0; dx < factor; dx++)
                        sum += this[x * factor + dx, y * factor + dy];
                small[x, y] = sum / (factor * factor);
            }
        });
        return small;
    }

    /// <summary>A Gaussian blur of the given radius in pixels (one standard deviation), edges repeated.</summary>
    public Picture Blurred(float sigma)
    {
        var reach = (int)MathF.Ceiling(sigma * 3);
        var kernel = new float[2 * reach + 1];
        for (var i = -reach; i <= reach; i++)
            kernel[i + reach] = MathF.Exp(-i * i / (2 * sigma * sigma));
        var total = kernel.Sum();
        for (var i = 0; i < kernel.Length; i++)
            kernel[i] /= total;
        return Convolved(kernel, 1, 0).Convolved(kernel, 0, 1);
    }

    private Picture Convolved(float[] kernel, int stepX, int stepY)
    {
        var result = new Picture(Width, Height);
        var reach = kernel.Length / 2;
        Parallel.For(0, Height, y =>
        {
            for (var x = 0; x < Width; x++)
            {
                var sum = Vector3.Zero;
                for (var i = -reach; i <= reach; i++)
                    sum += kernel[i + reach] * this[Math.Clamp(x + i * stepX, 0, Width - 1), Math.Clamp(y + i * stepY, 0, Height - 1)];
                result[x, y] = sum;
            }
        });
        return result;
    }
}
