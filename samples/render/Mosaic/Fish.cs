using System.Numerics;
using NeuralStyle.Samples.Render.Chance;

namespace NeuralStyle.Samples.Render.Mosaic;

/// <summary>
/// A fish that leaps in an arc. Drawn in coordinates of its spine: t runs from 0 at the root of the tail to 1 at the
/// mouth, s is the distance outward from the spine, toward the back.
/// </summary>
internal static class Fish
{
    private const int FirstRegion = 100;
    private const float ArcRadius = 0.31f;
    private const float TailAngle = 2.88f; // radians, counterclockwise from +x with y up
    private const float MouthAngle = 0.10f;
    private const float Breadth = 0.108f;
    private const float Length = ArcRadius * (TailAngle - MouthAngle); // of one unit of t
    private static readonly Vector2 ArcCenter = new(0.515f, 0.58f);

    public static Patch? At(Vector2 p)
    {
        var d = p - ArcCenter;
        var angle = MathF.Atan2(-d.Y, d.X);
        if (angle < -1.3f)
            angle += MathF.Tau;
        var t = (TailAngle - angle) / (TailAngle - MouthAngle);
        var s = d.Length() - ArcRadius;
        return Eye(t, s) ?? Body(t, s) ?? Tail(t, s) ?? Fins(t, s);
    }

    /// <summary>Half the body's breadth at t: slim tail, full shoulders, blunt head.</summary>
    private static float HalfBreadth(float t) => t is < 0 or > 1
        ? 0
        : Breadth * (0.20f + 0.80f * Curve.Step(0, 0.62f, t)) * MathF.Sqrt(1 - MathF.Pow(Math.Clamp((t - 0.66f) / 0.34f, 0, 1), 2.4f));

    private static Patch? Eye(float t, float s)
    {
        var r = new Vector2((t - 0.885f) * Length, s - 0.022f).Length();
        return r switch
        {
            < 0.015f => new(FirstRegion, Glass.Night),
            < 0.032f => new(FirstRegion + 1, Glass.Milk),
            < 0.043f => new(FirstRegion + 2, Glass.Lapis),
            _ => null,
        };
    }

    private static Patch? Body(float t, float s)
    {
        var half = HalfBreadth(t);
        if (MathF.Abs(s) >= half)
            return null;
        var across = s / half;
        // The gill cover is a curve bent toward the tail.
        var gill = t - 0.79f + 0.03f * across * across;
        if (gill > 0.018f)
            return across < -0.45f ? new(FirstRegion + 3, Glass.Ruby) : new(FirstRegion + 4, across > 0.55f ? Glass.Ruby : Glass.Vermilion);
        if (gill > 0 && across > -0.8f)
            return new(FirstRegion + 5, Glass.Night);
        if (across < -0.52f)
            return new(FirstRegion + 6, Glass.Milk);
        if (across < -0.36f)
            return new(FirstRegion + 7, Glass.Gold);
        return across > 0.80f ? new(FirstRegion + 8, Glass.Ruby) : Scale(t, s);
    }

    /// <summary>Overlapping discs, of which the one nearer the head lies on top.</summary>
    private static Patch Scale(float t, float s)
    {
        const float pitch = 0.078f;
        const float slimmest = 0.20f; // the root of the tail is too slim for scales
        if (t < slimmest)
            return new(FirstRegion + 9, t < 0.10f ? Glass.Ruby : Glass.Amber);
        var place = new Vector2(t * Length, s) / pitch;
        var column = (int)MathF.Floor(place.X);
        for (var c = column + 1; c >= column - 1; c--)
        {
            var offset = (c & 1) * 0.5f;
            var row = (int)MathF.Floor(place.Y + offset);
            var reach = place - new Vector2(c + 0.1f, row + 0.5f - offset);
            var r = new Vector2(reach.X * 0.85f, reach.Y).Length();
            if (r >= 0.62f || reach.X > 0.35f)
                continue;
            var inner = (c + row & 1) == 0 ? Glass.Vermilion : Glass.Amber;
            return new(FirstRegion + 20 + (c + 2) * 16 + row + 6, reach.X < -0.22f ? Glass.PaleGold : inner);
        }
        return new(FirstRegion + 9, Glass.Amber);
    }

    private static Patch? Tail(float t, float s)
    {
        const float end = -0.20f;
        if (t is >= 0.03f or < end)
            return null;
        var outward = (0.03f - t) / (0.03f - end);
        var spread = 0.020f + 0.135f * MathF.Pow(outward, 0.75f);
        var notch = 0.085f * MathF.Max(outward - 0.55f, 0) / 0.45f;
        var across = MathF.Abs(s);
        if (across > spread || across < notch)
            return null;
        var stripe = (int)(across / spread * 4);
        return new(FirstRegion + 700 + stripe * 2 + (s > 0 ? 1 : 0), stripe % 2 == 0 ? Glass.Emerald : stripe == 1 ? Glass.Turquoise : Glass.Ruby);
    }

    private static Patch? Fins(float t, float s)
    {
        var half = HalfBreadth(t);
        var lean = t + 0.7f * (MathF.Abs(s) - half);
        var height = s > 0
            ? 0.085f * MathF.Sqrt(MathF.Max(MathF.Sin(MathF.PI * Math.Clamp((lean - 0.34f) / 0.44f, 0, 1)), 0))
            : 0.095f * MathF.Max(MathF.Sin(MathF.PI * Math.Clamp((lean - 0.56f) / 0.17f, 0, 1)), 0)
                + 0.055f * MathF.Max(MathF.Sin(MathF.PI * Math.Clamp((lean - 0.24f) / 0.13f, 0, 1)), 0);
        if (t is < 0 or > 1 || MathF.Abs(s) > half + height)
            return null;
        var stripe = (int)MathF.Floor(lean * 26);
        return new(FirstRegion + 800 + stripe * 2 + (s > 0 ? 1 : 0), (stripe & 1) == 0 ? Glass.Emerald : Glass.Turquoise);
    }
}
