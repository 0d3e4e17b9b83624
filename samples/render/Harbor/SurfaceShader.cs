using System.Numerics;
using NeuralStyle.Samples.Render.Chance;
using NeuralStyle.Samples.Render.Tracing;

namespace NeuralStyle.Samples.Render.Harbor;

/// <summary>Turns a hit into a surface: patterns and relief are computed from the position, so faces need no texture coordinates.</summary>
internal static class SurfaceShader
{
    public static Surface Shade(in Triangle triangle, Hit hit, Ray ray)
    {
        var p = ray.At(hit.Distance);
        var n = triangle.NormalAt(hit.U, hit.V);
        var flat = triangle.FlatNormal;
        if (Vector3.Dot(flat, n) < 0)
            flat = -flat;
        if (Vector3.Dot(flat, ray.Direction) > 0)
            n = -n;
        var color = triangle.Face.Color;
        // Coordinates in the face: u level, v up the slope.
        var level = MathF.Abs(n.Y) > 0.999f ? Vector3.UnitX : Vector3.Normalize(new Vector3(n.Z, 0, -n.X));
        var upSlope = Vector3.Cross(n, level);
        if (upSlope.Y < 0)
            upSlope = -upSlope;
        var (u, v) = (Vector3.Dot(p, level), Vector3.Dot(p, upSlope));
        return triangle.Face.Finish switch
        {
            Finish.Plaster => new(p, n, Plaster(p, v, color), 0, Vector3.Zero, false),
            Finish.RoofTile => RoofTile(p, n, level, u, v, color),
            Finish.Stone => new(p, n, Blocks(u, v, 1.1f, 0.5f, color), 0, Vector3.Zero, false),
            Finish.Paving => new(p, n, Blocks(p.X, p.Z, 0.8f, 0.8f, color), 0, Vector3.Zero, false),
            Finish.Wood => new(p, n, Planks(p, u, v, color), 0, Vector3.Zero, false),
            Finish.Paint => new(p, n, color * Weathered(p, 0.16f), 0.05f, Vector3.Zero, false),
            Finish.Glass => new(p, n, color, 0.30f, Vector3.Zero, false),
            Finish.LitGlass => new(p, n, color * 0.2f, 0.10f, color * (0.7f + 0.6f * Noise.At(p * 1.7f)), false),
            Finish.Cloth => new(p, n, color * Weathered(p, 0.12f), 0, Vector3.Zero, true),
            Finish.StripedCloth => new(p, n, Stripes(u, color), 0, Vector3.Zero, true),
            Finish.Leaf => new(p, n, color * (0.75f + 0.5f * Noise.At(p * 2.3f)), 0, Vector3.Zero, true),
            Finish.Ground => new(p, Bumped(p, n, 1.3f, 0.25f), Ground(p, n, color), 0, Vector3.Zero, false),
            Finish.Rock => Rock(p, n, color),
            Finish.Mountain => new(p, Bumped(p, n, 0.035f, 0.5f), Mountain(p, n, color), 0, Vector3.Zero, false),
            Finish.Metal => new(p, n, color, 0.12f, Vector3.Zero, false),
            Finish.Lamp => new(p, n, Vector3.Zero, 0, color, false),
            _ => throw new InvalidOperationException($"No look is defined for the finish {triangle.Face.Finish}."),
        };
    }

    private static float Weathered(Vector3 p, float strength) => 1 + strength * 2 * (Noise.Fractal(p * 1.4f, 4) - 0.5f);

    private static Vector3 Plaster(Vector3 p, float v, Vector3 color)
    {
        var patches = Noise.Fractal(p * 0.55f, 4);
        // Rain leaves streaks: noise drawn out along the vertical.
        var streaks = Noise.Fractal(new Vector3(p.X * 2.6f, p.Y * 0.22f, p.Z * 2.6f), 3);
        var grain = Noise.At(p * 14);
        var faded = Vector3.Lerp(color, new Vector3(0.62f, 0.55f, 0.46f), 0.30f * Curve.Step(0.55f, 0.78f, patches));
        var damp = 1 - 0.30f * Curve.Step(2.8f, 1.5f, v + 1.2f * (patches - 0.5f));
        return faded * damp * (0.86f + 0.16f * streaks + 0.10f * patches + 0.06f * grain);
    }

    private static Surface RoofTile(Vector3 p, Vector3 n, Vector3 level, float u, float v, Vector3 color)
    {
        const float width = 0.30f;
        const float course = 0.42f;
        var row = MathF.Floor(v / course);
        var column = MathF.Floor(u / width);
        var (inRow, inColumn) = (v / course - row, u / width - column);
        var kind = Noise.Lattice((int)column, (int)row, 3);
        var tint = Vector3.Lerp(color, color * new Vector3(1.35f, 1.5f, 1.45f), kind * kind);
        var lichen = Curve.Step(0.55f, 0.8f, Noise.Fractal(p * 0.8f, 3));
        tint = Vector3.Lerp(tint, new Vector3(0.20f, 0.16f, 0.09f), 0.4f * lichen);
        var lap = 0.55f + 0.45f * Curve.Step(0, 0.22f, inRow);
        var bent = Vector3.Normalize(n + level * (0.75f * MathF.Cos(MathF.Tau * inColumn)));
        return new(p, bent, tint * lap * (0.8f + 0.35f * kind), 0, Vector3.Zero, false);
    }

    private static Vector3 Blocks(float u, float v, float width, float height, Vector3 color)
    {
        var row = MathF.Floor(v / height);
        var shifted = u / width + 0.5f * (row - 2 * MathF.Floor(row / 2)) + 0.25f * Noise.Lattice((int)row, 1, 1);
        var column = MathF.Floor(shifted);
        var edge = MathF.Min(MathF.Min(shifted - column, column + 1 - shifted) * width, MathF.Min(v - row * height, (row + 1) * height - v));
        var tone = 0.72f + 0.5f * Noise.Lattice((int)column, (int)row, 9);
        var mottled = 0.8f + 0.4f * Noise.Fractal(u * 2.3f, v * 2.3f, 3);
        return color * tone * mottled * (0.5f + 0.5f * Curve.Step(0.01f, 0.05f, edge));
    }

    private static Vector3 Planks(Vector3 p, float u, float v, Vector3 color)
    {
        const float width = 0.24f;
        var board = MathF.Floor(u / width);
        var inBoard = u / width - board;
        var seam = Curve.Step(0, 0.12f, MathF.Min(inBoard, 1 - inBoard));
        var grain = Noise.Fractal(u * 16, v * 0.9f + p.Y + 40 * Noise.Lattice((int)board, 2, 2), 3);
        return color * (0.35f + 0.65f * seam) * (0.65f + 0.7f * grain) * (0.8f + 0.4f * Noise.Lattice((int)board, 5, 7));
    }

    private static Vector3 Stripes(float u, Vector3 color) =>
        u / 0.7f - MathF.Floor(u / 0.7f) < 0.5f ? color : new Vector3(0.82f, 0.78f, 0.68f);

    private static Vector3 Ground(Vector3 p, Vector3 n, Vector3 color)
    {
        var tufts = Noise.Fractal(p * 0.9f, 4);
        var fields = Noise.Fractal(p.X * 0.07f, p.Z * 0.07f, 3);
        var grass = Vector3.Lerp(color * new Vector3(0.45f, 0.62f, 0.5f), color * new Vector3(1.25f, 1.05f, 0.8f), fields) * (0.6f + 0.8f * tufts);
        var stony = Curve.Step(0.86f, 0.70f, n.Y + 0.2f * (tufts - 0.5f));
        var shore = Curve.Step(1.5f, 0.7f, p.Y + tufts - 0.5f);
        var rock = new Vector3(0.42f, 0.34f, 0.25f) * (0.5f + tufts);
        return Vector3.Lerp(grass, rock * (1 - 0.45f * Curve.Step(0.6f, 0.1f, p.Y)), MathF.Max(stony, shore));
    }

    private static Surface Rock(Vector3 p, Vector3 n, Vector3 color)
    {
        var bent = Bumped(p, n, 0.9f, 0.9f);
        var layers = Noise.Fractal(new Vector3(p.X * 0.5f, p.Y * 2.6f, p.Z * 0.5f), 4);
        var wet = Curve.Step(0.75f, 0.25f, p.Y + 0.5f * (layers - 0.5f));
        var grassy = Curve.Step(0.80f, 0.92f, n.Y) * Curve.Step(2.4f, 3.6f, p.Y + 2 * (layers - 0.5f));
        var stone = color * (0.45f + 1.1f * layers);
        var albedo = Vector3.Lerp(stone, new Vector3(0.20f, 0.21f, 0.07f) * (0.6f + layers), grassy) * (1 - 0.68f * wet);
        return new(p, bent, albedo, 0.10f * wet, Vector3.Zero, false);
    }

    private static Vector3 Mountain(Vector3 p, Vector3 n, Vector3 color)
    {
        var woods = Noise.Fractal(p * 0.030f, 5);
        var bare = Curve.Step(0.45f, 0.62f, woods + 0.35f * (0.8f - n.Y));
        return Vector3.Lerp(color * 0.62f, color * new Vector3(1.5f, 1.25f, 1.05f), bare) * (0.7f + 0.6f * Noise.Fractal(p * 0.11f, 3));
    }

    /// <summary>The normal leaned by the slope of a noise of the given frequency.</summary>
    private static Vector3 Bumped(Vector3 p, Vector3 n, float frequency, float strength)
    {
        const float reach = 0.15f;
        var q = p * frequency;
        var here = Noise.Fractal(q, 4);
        var slope = new Vector3(
            Noise.Fractal(q + new Vector3(reach, 0, 0), 4) - here,
            Noise.Fractal(q + new Vector3(0, reach, 0), 4) - here,
            Noise.Fractal(q + new Vector3(0, 0, reach), 4) - here) / reach;
        return Vector3.Normalize(n - strength * (slope - n * Vector3.Dot(slope, n)));
    }
}
