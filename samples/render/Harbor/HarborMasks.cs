using System.Numerics;
using NeuralStyle.Samples.Render.Imaging;

namespace NeuralStyle.Samples.Render.Harbor;

/// <summary>Masks of the harbor's image, drawn by hand over it: white for yes, with soft edges, a quarter of its size.</summary>
internal static class HarborMasks
{
    private const int Shrunk = 4;
    private const int Width = 768 / Shrunk;
    private const int Height = 512 / Shrunk;

    // In pixels of the image.
    private const float Waterline = 322;
    private const float Feather = 14;
    private const float Quay = 308;
    private const float TownEnd = 622;
    private static readonly Vector2[] Roofs =
        [new(0, 70), new(180, 60), new(200, 45), new(285, 40), new(296, 10), new(326, 10), new(340, 90), new(420, 130), new(530, 145), new(622, 190)];

    /// <summary>The water and what swims on it.</summary>
    public static Picture Water() => Draw((_, y) => Ramp(y - Waterline));

    /// <summary>All but the water: the water's negative.</summary>
    public static Picture Shore() => Draw((_, y) => 1 - Ramp(y - Waterline));

    /// <summary>The houses.</summary>
    public static Picture Town() => Draw((x, y) => Ramp(y - RoofAt(x)) * Ramp(Quay - y) * Ramp(TownEnd - x));

    private static Picture Draw(Func<float, float, float> value)
    {
        var picture = new Picture(Width, Height);
        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width; x++)
            {
                var gray = (int)MathF.Round(255 * value((x + 0.5f) * Shrunk, (y + 0.5f) * Shrunk));
                picture[x, y] = Srgb.Linear(gray * 0x010101);
            }
        }

        return picture;
    }

    private static float RoofAt(float x)
    {
        for (var i = 1; i < Roofs.Length; i++)
        {
            if (x <= Roofs[i].X)
                return float.Lerp(Roofs[i - 1].Y, Roofs[i].Y, (x - Roofs[i - 1].X) / (Roofs[i].X - Roofs[i - 1].X));
        }

        return Roofs[^1].Y;
    }

    /// <summary>From 0 to 1 over the feather, one half at 0.</summary>
    private static float Ramp(float distance) => Math.Clamp((distance / Feather) + 0.5f, 0, 1);
}
