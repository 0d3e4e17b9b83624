namespace NeuralStyle.Samples.Render.Chance;

/// <summary>Soft steps between two values.</summary>
internal static class Curve
{
    /// <summary>0 at or before <paramref name="from"/>, 1 at or after <paramref name="to"/>, smooth between; the two may be in either order.</summary>
    public static float Step(float from, float to, float value)
    {
        var t = Math.Clamp((value - from) / (to - from), 0, 1);
        return t * t * (3 - 2 * t);
    }

    public static float Mix(float a, float b, float t) => a + (b - a) * t;

    /// <summary>1 at the center, falling off as a bell of the given half-width.</summary>
    public static float Bell(float center, float halfWidth, float value)
    {
        var d = (value - center) / halfWidth;
        return MathF.Exp(-d * d);
    }
}
