using System.Numerics;
using NeuralStyle.Samples.Render.Chance;

namespace NeuralStyle.Samples.Render.Impasto;

/// <summary>What the painter has in mind: where the brush goes, and with which color. Positions are in units of the picture's height.</summary>
internal sealed class Composition
{
    private const float Wander = 0.30f; // how far background bands are dragged along the flow

    private readonly Vortex[] _vortices =
    [
        new(new(0.43f, 0.43f), 0.34f, 1, 2,
            [Pigments.Cream, Pigments.Lemon, Pigments.CadmiumYellow, Pigments.CadmiumYellow, Pigments.Orange, Pigments.Vermilion, Pigments.Crimson]),
        new(new(1.00f, 0.73f), 0.22f, -1, 2,
            [Pigments.Lemon, Pigments.CadmiumYellow, Pigments.Orange, Pigments.Vermilion, Pigments.Crimson, Pigments.Crimson]),
        new(new(1.02f, 0.20f), 0.17f, 1, 3, [Pigments.Cream, Pigments.PaleBlue, Pigments.Cerulean, Pigments.Cobalt]),
        new(new(0.10f, 0.91f), 0.16f, -1, 2, [Pigments.CadmiumYellow, Pigments.Lemon, Pigments.Cream, Pigments.PaleBlue, Pigments.Viridian, Pigments.Cobalt]),
        new(new(0.73f, 0.13f), 0.08f, -1, 2, [Pigments.Cream, Pigments.Lemon, Pigments.Orange, Pigments.Crimson]),
    ];

    private readonly Vector3[] _depths =
    [
        Pigments.Indigo, Pigments.Ultramarine, Pigments.Indigo, Pigments.Ultramarine, Pigments.Cobalt, Pigments.Cerulean, Pigments.PaleBlue, Pigments.Cream,
    ];

    /// <summary>The unit direction of a brush stroke.</summary>
    public Vector2 FlowAt(Vector2 p)
    {
        var bend = 2.4f * (Noise.Fractal(p.X * 1.1f + 3, p.Y * 1.1f + 8, 2) - 0.5f) + 0.35f * MathF.Sin(p.X * 4.2f + p.Y * 2);
        var flow = 0.16f * new Vector2(MathF.Cos(bend), MathF.Sin(bend));
        foreach (var vortex in _vortices)
        {
            var reach = vortex.Reach(p);
            flow += vortex.Turn(p) * MathF.Exp(-0.9f * reach * reach) * 1.3f;
        }
        return Vector2.Normalize(flow);
    }

    /// <summary>The color wanted at a place.</summary>
    public Vector3 ColorAt(Vector2 p)
    {
        var ragged = 0.22f * (Noise.Fractal(p.X * 9, p.Y * 9, 2) - 0.5f);
        foreach (var vortex in _vortices)
        {
            var reach = vortex.Reach(p);
            var wave = Arm(vortex, p, reach);
            // Arms reach out into the blue, and the blue reaches in between them.
            if (reach + ragged - 0.42f * wave * Curve.Step(0.3f, 1, reach) < 1)
                return InVortex(vortex, reach, wave);
        }
        return InDepths(p);
    }

    /// <summary>1 along the middle of a spiral arm, -1 between two: angle against the logarithm of the radius.</summary>
    private static float Arm(Vortex vortex, Vector2 p, float reach)
    {
        var d = p - vortex.Center;
        return MathF.Sin(vortex.Arms * MathF.Atan2(d.Y, d.X) + vortex.Spin * 5.2f * MathF.Log(reach + 0.06f));
    }

    private static Vector3 InVortex(Vortex vortex, float reach, float wave)
    {
        var color = Pigments.Along(vortex.Ramp, 0.92f * reach - 0.16f * wave);
        if (reach > 0.30f && wave < -0.72f)
            return reach > 0.55f ? Pigments.Mix(Pigments.Indigo, Pigments.Crimson, 0.2f) : Pigments.Mix(color, Pigments.Crimson, 0.6f);
        return reach > 0.35f && wave > 0.93f ? Vector3.Lerp(color, Pigments.Cream, 0.85f) : color;
    }

    /// <summary>Blue bands: noise carried upstream, so that its patches are drawn out along the flow.</summary>
    private Vector3 InDepths(Vector2 p)
    {
        const int steps = 14;
        var q = p;
        for (var i = 0; i < steps; i++)
            q -= FlowAt(q) * (Wander / steps);
        var band = Noise.Fractal(q.X * 5.2f + 1.7f, q.Y * 5.2f + 6.4f, 3);
        var color = Pigments.Along(_depths, Curve.Step(0.24f, 0.80f, band));
        var tint = Noise.Fractal(q.X * 3.7f + 40, q.Y * 3.7f, 2);
        if (tint > 0.66f)
            color = Pigments.Mix(color, Pigments.Viridian, 0.6f);
        else if (tint < 0.30f && band > 0.5f)
            color = Vector3.Lerp(Pigments.CadmiumYellow, Pigments.Lemon, band);
        return color;
    }
}
