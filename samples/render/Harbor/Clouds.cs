using System.Numerics;
using NeuralStyle.Samples.Render.Chance;

namespace NeuralStyle.Samples.Render.Harbor;

/// <summary>Heaps of cumulus between two altitudes, marched with light from the sun, and thin streaks above them. Lengths are kilometers.</summary>
internal static class Clouds
{
    private const float Base = 0.85f;
    private const float Top = 2.7f;
    private const float Farthest = 26;
    private const int Steps = 110;
    private const int LightSteps = 6;
    private const float Absorption = 9;

    /// <summary>What is seen along a direction when clouds stand before the given clear sky.</summary>
    public static Vector3 Over(Vector3 clear, Vector3 direction)
    {
        var sky = clear + Streaks(direction) * new Vector3(0.85f, 0.62f, 0.50f);
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
            var density = Density(p, 5);
            if (density <= 0)
                continue;
            var passed = MathF.Exp(-density * Absorption * step);
            // Far heaps take on the color of the air in front of them.
            var color = Vector3.Lerp(clear, Lit(p, density), MathF.Exp(-distance / 17));
            light += clearness * (1 - passed) * color;
            clearness *= passed;
        }
        return light + clearness * sky;
    }

    private static Vector3 Lit(Vector3 p, float density)
    {
        var depth = 0f;
        for (var i = 1; i <= LightSteps; i++)
            depth += Density(p + Sun.Direction * (0.07f * i), 3) * 0.07f;
        var direct = MathF.Exp(-depth * 5.5f) * (1 - 0.55f * MathF.Exp(-density * 9));
        var height = Curve.Step(Base, Top, p.Y);
        var shade = Vector3.Lerp(new(0.40f, 0.38f, 0.50f), new(0.60f, 0.60f, 0.72f), height);
        return shade + direct * new Vector3(1.75f, 1.16f, 0.74f);
    }

    private static float Density(Vector3 p, int octaves)
    {
        var height = (p.Y - Base) / (Top - Base);
        if (height is <= 0 or >= 1)
            return 0;
        // Where heaps stand, and how tall: broad noise over the ground.
        var cover = Noise.Fractal(p.X * 0.21f + 3.7f, p.Z * 0.21f + 11.9f, 2);
        var tall = Curve.Step(0.47f, 0.80f, cover);
        var shape = Curve.Step(0, 0.08f, height) * Curve.Step(1, 0.1f, height / (0.12f + 1.1f * tall));
        if (shape <= 0)
            return 0;
        var billow = 1 - Noise.Fractal(p * 1.35f + new Vector3(0.3f, 0, 2.2f), octaves);
        return Math.Clamp((shape * (0.35f + 0.75f * tall) + billow - 1.0f) * 3.2f, 0, 1);
    }

    private static float Streaks(Vector3 direction)
    {
        if (direction.Y < 0.03f)
            return 0;
        var p = direction * (7 / direction.Y);
        var wisps = Noise.Fractal(p.X * 0.10f + 4 * Noise.Fractal(p.X * 0.05f, p.Z * 0.05f, 2), p.Z * 0.30f, 5);
        return 0.55f * Curve.Step(0.5f, 0.85f, wisps) * Curve.Step(0.04f, 0.16f, direction.Y);
    }
}
