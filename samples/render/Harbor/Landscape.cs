using System.Numerics;
using NeuralStyle.Samples.Render.Chance;
using NeuralStyle.Samples.Render.Imaging;
using NeuralStyle.Samples.Render.Tracing;

namespace NeuralStyle.Samples.Render.Harbor;

/// <summary>The lie of the land: the town's hill on the left, the lighthouse rock on the right, and mountains behind.</summary>
internal static class Landscape
{
    public const float QuayHeight = 1.6f;
    public const float QuayEnd = 21; // x where the quay stops
    public static readonly Vector2 Rock = new(44, 96); // (x, z) of the lighthouse rock

    private static readonly Face Ground = new(Finish.Ground, Srgb.Linear(0x7C7A3E));
    private static readonly Face Cliff = new(Finish.Rock, Srgb.Linear(0x9A8468));

    /// <summary>Distance z of the quay's front edge.</summary>
    public static float QuayFront(float x) => 44 + 0.004f * (x + 14) * (x + 14);

    /// <summary>Height of the ground on the town's side; below 0 is under water.</summary>
    public static float TownHeight(float x, float z)
    {
        var back = z - QuayFront(x);
        var hill = 23 * Curve.Step(9, 84, back) * Curve.Step(36, -26, x) + 5 * Curve.Step(60, 110, back) * Curve.Step(10, -50, x);
        var bumps = 3.2f * (Noise.Fractal(x * 0.05f, z * 0.05f, 4) - 0.5f) * Curve.Step(12, 40, back);
        // Past the end of the quay the shore draws back from the quay's line.
        var cove = 24 * Curve.Step(13, 2, back) * Curve.Step(QuayEnd, QuayEnd + 1.5f, x);
        var coast = Curve.Step(QuayEnd + 17, QuayEnd + 1, x + cove - 0.16f * back + 7 * (Noise.Fractal(x * 0.09f, z * 0.09f, 4) - 0.5f));
        return Curve.Mix(-5, QuayHeight + hill + bumps, coast);
    }

    public static float RockHeight(float x, float z)
    {
        var (dx, dz) = (x - Rock.X, z - Rock.Y);
        var r = MathF.Sqrt(dx * dx * 0.55f + dz * dz);
        var crags = Noise.Ridged(x * 0.11f + 2, z * 0.11f + 7, 5);
        var mound = 6.6f * Curve.Step(14.5f, 2.5f, r + 5 * (0.5f - crags));
        return mound * (0.72f + 0.4f * crags * Curve.Step(3, 6, r)) - 1.6f;
    }

    public static void Build(Frame world)
    {
        Field(world, -95, 60, 0, 190, 1.3f, (x, s) => new Vector3(x, TownHeight(x, QuayFront(x) + s), QuayFront(x) + s), Ground);
        Field(world, Rock.X - 24, Rock.X + 26, Rock.Y - 17, Rock.Y + 17, 0.45f, (x, z) => new Vector3(x, RockHeight(x, z), z), Cliff);
        // Colors of the ranges: woods, then bare slopes, then haze does the rest.
        Range(world, 480, 260, 62, 1.1f, 12, Srgb.Linear(0x63703F));
        Range(world, 1250, 500, 190, 4.2f, 27, Srgb.Linear(0x6B6E52));
        Range(world, 3200, 1300, 660, 9.7f, 41, Srgb.Linear(0x77707A));
    }

    private static void Field(Frame world, float x0, float x1, float y0, float y1, float cell, Func<float, float, Vector3> point, Face face)
    {
        Vector3 At(int row, int column) => point(x0 + column * cell, y0 + row * cell);
        Vector3 Normal(int row, int column) =>
            Vector3.Normalize(Vector3.Cross(At(row + 1, column) - At(row - 1, column), At(row, column + 1) - At(row, column - 1)));
        world.Sheet((int)((y1 - y0) / cell), (int)((x1 - x0) / cell), At, Normal, face);
    }

    /// <summary>A mountain range on an arc around the viewer.</summary>
    private static void Range(Frame world, float distance, float depth, float height, float seed, float detail, Vector3 color)
    {
        const int columns = 420;
        const int rows = 26;
        const float halfAngle = 0.75f;
        Vector3 At(int row, int column)
        {
            var angle = Curve.Mix(-halfAngle, halfAngle, column / (float)columns);
            var into = row / (float)rows;
            var r = distance + into * depth;
            var (x, z) = (r * MathF.Sin(angle), r * MathF.Cos(angle));
            var crest = Noise.Ridged(angle * 7 + seed, into * depth / distance * 7 + seed, 6);
            var swell = Noise.Fractal(angle * 3.1f + seed * 3, seed, 3);
            // The ranges sink toward the open sea on the right.
            var lift = 0.25f + 0.75f * Curve.Step(0.42f, -0.25f, angle - 0.05f * (detail / 12 - 1));
            return new Vector3(x, height * lift * (0.35f + 0.9f * swell) * (0.3f + crest) * Curve.Step(0, 0.75f, into) - 3, z);
        }
        Vector3 Normal(int row, int column) =>
            Vector3.Normalize(Vector3.Cross(At(row + 1, column) - At(row, column), At(row, column + 1) - At(row, column)));
        world.Sheet(rows, columns, At, Normal, new Face(Finish.Mountain, color));
    }
}
