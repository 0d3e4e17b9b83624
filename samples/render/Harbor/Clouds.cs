using System.Numerics;
using NeuralStyle.Samples.Render.Chance;

namespace NeuralStyle.Samples.Render.Harbor;

/// <summary>Heaps of cumulus between two altitudes, marched with light from the sun, and thin streaks above them. Lengths are kilometers.</summary>
internal static class Clouds
{
    private const float Base = 0.62f;
    private const float Top = 3.1f;
    private const float Farthest = 20;
    private const int Steps = 130;
    private const int LightSteps = 6;
    private const float Absorption = 14;

    /// <summary>What is seen along a direction when clouds stand before the given clear sky.</summary>
    public static Vector3 Over(Vector3 clear, Vector3 direction)
    {
        var sky = Vector3.Lerp(clear, new Vector3(1.10f, 0.80f, 0.66f), Streaks(direction));
        if (direction.Y < 0.012f)
            return sky;
        var (enter, leave) = (Base / direction.Y, MathF.Min(Top / direction.Y, Farthest));
        if (enter >= leave)
            return sky;
        var step = (leave - enter) / Steps;
        var clearness = 1f;
        var light = Vector3.Zero;
        var jitter = Noise.Lattice((int)(direction.X * 4000), (int)(direction.Y * 4000), 5);
        for (var i = 0; i < Steps && clearness > 0.01f; i++)
        {
            var distance = enter + (i + jitter) * step;
            var p = direction * distance;
            var density = Density(p, 6) * Curve.Step(Farthest, Farthest * 0.8f, distance);
            if (density <= 0)
                continue;
            var passed = MathF.Exp(-density * Absorption * step);
            // Far heaps take on the color of the air in front of them.
            var color = Vector3.Lerp(clear, Lit(p, density), MathF.Exp(-distance / 34));
            light += clearness * (1 - passed) * color;
            clearness *= passed;
        }
        return light + clearness * sky;
    }

    private static Vector3 Lit(Vector3 p, float density)
    {
        const float reach = 0.06f;
        var depth = 0f;
        for (var i = 1; i <= LightSteps; i++)
            depth += Density(p + Sun.Direction * (reach * i), 4) * reach;
        // The second factor darkens thin edges that face the sun, as single scattering does.
        var direct = MathF.Exp(-depth * 6) * (1 - 0.4f * MathF.Exp(-density * 8));
        var height = Curve.Step(Base, Base + 1.3f, p.Y);
        var shade = Vector3.Lerp(new(0.46f, 0.38f, 0.47f), new(0.52f, 0.53f, 0.68f), height);
        return shade + direct * new Vector3(2.15f, 1.42f, 0.90f);
    }

    private static float Density(Vector3 p, int octaves)
    {
        var height = (p.Y - Base) / (Top - Base);
        if (height is <= 0 or >= 1)
            return 0;
        // Where heaps stand, and how tall: broad noise over the ground.
        var cover = Noise.Fractal(p.X * 0.26f + 8.3f, p.Z * 0.17f + 2.6f, 2);
        var tall = Curve.Step(0.45f, 0.72f, cover);
        var shape = Curve.Step(0, 0.05f, height) * (tall - height * 0.9f);
        var billow = Noise.Fractal(p * 1.15f + new Vector3(0.3f, 0, 2.2f), octaves) - 0.5f;
        return Math.Clamp((shape + 1.15f * billow - 0.19f) * 6, 0, 1);
    }

    private static float Streaks(Vector3 direction)
    {
        if (direction.Y < 0.03f)
            return 0;
        var p = direction * (7 / direction.Y);
        var wisps = Noise.Fractal(p.X * 0.10f + 3 * Noise.Fractal(p.X * 0.05f, p.Z * 0.05f, 2), p.Z * 0.24f, 5);
        return 0.6f * Curve.Step(0.48f, 0.8f, wisps) * Curve.Step(0.05f, 0.16f, direction.Y);
    }
}
