using System.Numerics;
using NeuralStyle.Samples.Render.Chance;

namespace NeuralStyle.Samples.Render.Harbor;

/// <summary>The surface of the harbor at height 0: ripples that break up reflections, calmer and rougher by patches of wind.</summary>
internal static class Water
{
    /// <summary>The color that comes from below the surface, lit by the sky.</summary>
    public static Vector3 Body { get; } = new(0.015f, 0.115f, 0.140f);

    /// <summary>Share of light that is mirrored, for the cosine between view and normal. Steeper than Fresnel's law: clearer reflections.</summary>
    public static float Mirror(float cosine) => 0.05f + 0.95f * MathF.Pow(1 - Math.Clamp(cosine, 0, 1), 3.6f);

    public static Vector3 NormalAt(float x, float z)
    {
        var wind = Curve.Step(0.38f, 0.66f, Noise.Fractal(x * 0.045f + 5, z * 0.11f, 3));
        var slope = Vector2.Zero;
        // Far ripples are smaller than a pixel; drawn in full they would only be grain.
        var near = MathF.Exp(-MathF.Max(z - 30, 0) / 70);
        // Wavelengths are longer along x: crests lie across the view, and mirrored towers become broken columns.
        slope += Slope(x * 0.22f, z * 0.50f) * new Vector2(0.22f, 0.50f) * (0.035f + 0.035f * near);
        slope += Slope(x * 0.75f + 9, z * 1.9f) * new Vector2(0.75f, 1.9f) * (0.021f * near);
        slope += Slope(x * 2.1f, z * 5.2f + 4) * new Vector2(2.1f, 5.2f) * ((0.0035f + 0.0065f * wind) * near);
        return Vector3.Normalize(new Vector3(-slope.X, 1, -slope.Y));
    }

    private static Vector2 Slope(float x, float y)
    {
        const float reach = 0.05f;
        return new Vector2(
            Noise.At(x + reach, y) - Noise.At(x - reach, y),
            Noise.At(x, y + reach) - Noise.At(x, y - reach)) / (2 * reach);
    }
}
