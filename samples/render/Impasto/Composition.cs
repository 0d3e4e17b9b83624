using System.Numerics;
using NeuralStyle.Samples.Render.Chance;

namespace NeuralStyle.Samples.Render.Impasto;

/// <summary>What the painter has in mind: where the brush goes, and with which color. Positions are in units of the picture's height.</summary>
internal sealed class Composition
{
    private const float Wander = 0.30f; // how far background bands are dragged along the flow

    private readonly Vortex[] _vortices =
    [
        new(new(0.42f, 0.40f), 0.33f, 1, 2,
            [Pigments.Cream, Pigments.Lemon, Pigments.CadmiumYellow, Pigments.CadmiumYellow, Pigments.Orange, Pigments.Vermilion, Pigments.Crimson]),
        new(new(1.00f, 0.72f), 0.23f, -1, 2,
            [Pigments.Lemon, Pigments.CadmiumYellow, Pigments.Orange, Pigments.Vermilion, Pigments.Crimson, Pigments.Crimson]),
        new(new(1.02f, 0.20f), 0.17f, 1, 3, [Pigments.Cream, Pigments.PaleBlue, Pigments.Cerulean, Pigments.Cobalt]),
        new(new(0.14f, 0.87f), 0.17f, -1, 2, [Pigments.CadmiumYellow, Pigments.Lemon, Pigments.Cream, Pigments.PaleBlue, Pigments.Viridian, Pigments.Cobalt]),
        new(new(0.62f, 0.90f), 0.11f, 1, 2, [Pigments.Cream, Pigments.PaleBlue, Pigments.Cerulean, Pigments.Viridian]),
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
        var ragged = 0.30f * (Noise.Fractal(p.X * 9, p.Y * 9, 2) - 0.5f);
        foreach (var vortex in _vortices)
        {
            var reach = vortex.Reach(p);
            if (reach + ragged < 1)
                return InVortex(vortex, p, reach);
        }
        return InDepths(p);
    }

    private Vector3 InVortex(Vortex vortex, Vector2 p, float reach)
    {
        var d = p - vortex.Center;
        var angle = MathF.Atan2(d.Y, d.X);
        // Along an arm: angle against the logarithm of the radius.
        var wave = MathF.Sin(vortex.Arms * angle - vortex.Spin * 4.6f * MathF.Log(reach + 0.08f));
        var color = Pigments.Along(vortex.Ramp, reach + 0.13f * wave);
        if (reach > 0.34f && wave < -0.66f)
            color = reach > 0.62f ? Pigments.Mix(Pigments.Indigo, Pigments.Crimson, 0.25f) : Pigments.Mix(color, Pigments.Crimson, 0.55f);
        else if (reach > 0.45f && wave > 0.90f)
            color = Vector3.Lerp(color, Pigments.Cream, 0.75f);
        return reach > 0.9f && wave > 0.2f ? InDepths(p) : color;
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
            color = Vector3.Lerp(color, Pigments.CadmiumYellow, 0.8f);
        return color;
    }
}
