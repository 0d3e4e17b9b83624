using System.Numerics;
using NeuralStyle.Samples.Render.Chance;

namespace NeuralStyle.Samples.Render.Woodcut;

/// <summary>What the print shows: a moon in a streaming sky over ranges of hills. Positions are in units of the picture's height.</summary>
internal static class PrintedScene
{
    private const int Ranges = 4;
    private static readonly Vector2 Moon = new(0.68f, 0.24f);
    private const float MoonRadius = 0.11f;

    /// <summary>How light a place is, 0 to 1.</summary>
    public static float ToneAt(Vector2 p)
    {
        var range = RangeAt(p);
        if (range >= 0)
        {
            // Ridges are light and slopes fall into the dark, the nearer the darker.
            var below = p.Y - Crest(range, p.X);
            return Math.Clamp(0.80f - 3.4f * below - 0.05f * range + 0.3f * (Noise.Fractal(p.X * 7, p.Y * 7 + range, 2) - 0.5f), 0.2f, 0.75f);
        }
        var fromMoon = Vector2.Distance(p, Moon);
        if (fromMoon < MoonRadius)
            return 1.6f;
        return Math.Clamp(0.36f + 0.30f * Curve.Bell(MoonRadius, 0.09f, fromMoon) + 0.5f * (Noise.Fractal(p.X * 2.2f + 5, p.Y * 6, 3) - 0.5f), 0.1f, 0.8f);
    }

    /// <summary>The unit direction of the cuts at a place: around the moon, along the wind, down the slopes.</summary>
    public static Vector2 CutAt(Vector2 p)
    {
        var range = RangeAt(p);
        if (range >= 0)
        {
            var slope = (Crest(range, p.X + 0.01f) - Crest(range, p.X - 0.01f)) / 0.02f;
            var lean = range % 2 == 0 ? 0.9f : -0.9f;
            return Vector2.Normalize(new Vector2(lean, 0.8f + lean * slope + (p.Y - Crest(range, p.X)) * 3));
        }
        var d = p - Moon;
        var around = new Vector2(-d.Y, d.X) / MathF.Max(d.Length(), 0.01f);
        var bend = 1.6f * (Noise.Fractal(p.X * 1.7f, p.Y * 1.7f + 9, 2) - 0.5f);
        var wind = new Vector2(MathF.Cos(bend), MathF.Sin(bend));
        return Vector2.Normalize(Vector2.Lerp(wind, around, Curve.Bell(0, 0.28f, d.Length())) + new Vector2(1e-4f, 0));
    }

    /// <summary>The nearest range that covers a place; -1 in the sky.</summary>
    private static int RangeAt(Vector2 p)
    {
        for (var range = Ranges - 1; range >= 0; range--)
        {
            if (p.Y > Crest(range, p.X))
                return range;
        }
        return -1;
    }

    private static float Crest(int range, float x) =>
        0.52f + 0.15f * range - 0.34f * (Noise.Fractal(x * 2.6f + 13 * range, 3.1f * range, 3) - 0.42f);
}
