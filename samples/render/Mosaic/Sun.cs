using System.Numerics;

namespace NeuralStyle.Samples.Render.Mosaic;

/// <summary>The sun with its wavy rays, and the sky in rings around it.</summary>
internal static class Sun
{
    private const float Disc = 0.105f;
    private const float RaysEnd = 0.225f;
    private const float Ring = 0.046f;
    private const int Rays = 14;
    private const int FirstRegion = 1000;
    private static readonly Vector2 Center = new(0.985f, 0.275f);

    private static readonly Vector3[] Sky =
    [
        Glass.Gold, Glass.Amber, Glass.Gold, Glass.PaleGold, Glass.Rose, Glass.PaleGold, Glass.Milk, Glass.Aqua,
        Glass.Turquoise, Glass.Aqua, Glass.Turquoise, Glass.Sapphire, Glass.Turquoise, Glass.Sapphire, Glass.Lapis, Glass.Sapphire,
    ];

    public static Patch At(Vector2 p)
    {
        var d = p - Center;
        var r = d.Length();
        if (r < Disc * 0.36f)
            return new(FirstRegion, Glass.PaleGold);
        if (r < Disc * 0.72f)
            return new(FirstRegion + 1, Glass.Gold);
        if (r < Disc)
            return new(FirstRegion + 2, Glass.Amber);
        if (r < Disc + 0.022f)
            return new(FirstRegion + 3, Glass.Ruby);
        return r < RaysEnd + Ring ? InRays(d, r) : InSky(r);
    }

    private static Patch InRays(Vector2 d, float r)
    {
        var turn = MathF.Atan2(d.Y, d.X) / MathF.Tau + 0.014f * MathF.Sin((r - Disc) * 45);
        var place = (turn + 1) * Rays;
        var ray = (int)MathF.Floor(place);
        var fromMiddle = MathF.Abs(place - ray - 0.5f) * 2;
        var length = ray % 2 == 0 ? RaysEnd : RaysEnd - 0.04f;
        // A ray narrows from full width at the disc to a point.
        return fromMiddle < (length - r) / (length - Disc)
            ? new(FirstRegion + 10 + ray % Rays, ray % 2 == 0 ? Glass.Vermilion : Glass.Amber)
            : new(FirstRegion + 4, Glass.PaleGold);
    }

    private static Patch InSky(float r)
    {
        var ring = (int)((r - RaysEnd - Ring) / Ring);
        return new(FirstRegion + 100 + ring, Sky[Math.Min(ring, Sky.Length - 1)]);
    }
}
