using System.Numerics;
using NeuralStyle.Samples.Render.Chance;
using NeuralStyle.Samples.Render.Imaging;
using NeuralStyle.Samples.Render.Tracing;

namespace NeuralStyle.Samples.Render.Harbor;

/// <summary>The lighthouse on its rock, the keeper's house, and the mole that leads to it.</summary>
internal static class Lighthouse
{
    private const float Height = 17;
    private static readonly Face Red = new(Finish.Plaster, Srgb.Linear(0xC23A2B));
    private static readonly Face White = new(Finish.Plaster, Colors.White);
    private static readonly Face Iron = new(Finish.Metal, Colors.Iron);

    public static void Build(Frame world, Rng rng)
    {
        var top = Landscape.RockHeight(Landscape.Rock.X, Landscape.Rock.Y);
        var at = world.Moved(Landscape.Rock.X, top - 0.4f, Landscape.Rock.Y);
        Tower(at);
        var keeper = new House(6.2f, 5.2f, 1, 3.2f, Colors.White, Colors.Roofs[0], RoofShape.EavesToFront, false);
        keeper.Build(at.Moved(2.7f, -0.2f, -1.5f).Turned(0.15f), rng);
        Mole(world, rng);
    }

    private static void Tower(Frame at)
    {
        const int bands = 5;
        at.Tube(new(0, -2, 0), new(0, 1, 0), 3.3f, 3.1f, new Face(Finish.Stone, Colors.Stone), 32);
        for (var i = 0; i < bands; i++)
        {
            var (low, high) = (i / (float)bands, (i + 1) / (float)bands);
            at.Tube(new(0, 1 + low * Height, 0), new(0, 1 + high * Height, 0), Radius(low), Radius(high), i % 2 == 0 ? White : Red, 40);
        }
        for (var i = 0; i < 3; i++)
        {
            var y = 4.2f + 5 * i;
            var outside = -Radius((y - 1) / Height);
            at.Turned(-0.35f).Box(new(-0.3f, y, outside - 0.08f), new(0.3f, y + 1.1f, outside + 0.6f), new Face(Finish.Glass, Colors.Pane));
        }
        Lantern(at.Moved(0, Height + 1, 0));
    }

    private static float Radius(float t) => 2.45f - 0.95f * t + 0.25f * (1 - t) * (1 - t);

    private static void Lantern(Frame at)
    {
        at.Tube(new(0, 0, 0), new(0, 0.35f, 0), 1.5f, 2.25f, White, 32);
        at.Tube(new(0, 0.35f, 0), new(0, 0.5f, 0), 2.25f, 2.25f, Iron, 32);
        for (var i = 0; i < 20; i++)
        {
            var (x, z) = (2.15f * MathF.Cos(i * MathF.Tau / 20), 2.15f * MathF.Sin(i * MathF.Tau / 20));
            at.Tube(new(x, 0.5f, z), new(x, 1.5f, z), 0.04f, 0.04f, Iron, 5);
            var (x1, z1) = (2.15f * MathF.Cos((i + 1) * MathF.Tau / 20), 2.15f * MathF.Sin((i + 1) * MathF.Tau / 20));
            at.Tube(new(x, 1.5f, z), new(x1, 1.5f, z1), 0.045f, 0.045f, Iron, 5);
        }
        at.Tube(new(0, 0.5f, 0), new(0, 2.7f, 0), 1.1f, 1.1f, new Face(Finish.LitGlass, new Vector3(2.1f, 1.5f, 0.75f)), 16);
        for (var i = 0; i < 8; i++)
        {
            var (x, z) = (1.16f * MathF.Cos(i * MathF.Tau / 8), 1.16f * MathF.Sin(i * MathF.Tau / 8));
            at.Tube(new(x, 0.5f, z), new(x, 2.7f, z), 0.06f, 0.06f, Iron, 5);
        }
        at.Tube(new(0, 2.7f, 0), new(0, 4.1f, 0), 1.45f, 0.2f, Red, 24);
        at.Ball(new(0, 4.25f, 0), new(0.3f, 0.3f, 0.3f), Red, 8);
        at.Tube(new(0, 4.4f, 0), new(0, 5.6f, 0), 0.04f, 0.02f, Iron, 5);
    }

    /// <summary>A stone causeway from the right edge of the picture, with boulders against the waves.</summary>
    private static void Mole(Frame world, Rng rng)
    {
        var (x0, x1, z) = (Landscape.Rock.X + 6, 110f, Landscape.Rock.Y + 1);
        world.Box(new(x0, -3, z), new(x1, 2.5f, z + 5), new Face(Finish.Stone, Colors.Stone));
        world.Box(new(x0, 2.5f, z + 4), new(x1, 3.6f, z + 5), new Face(Finish.Stone, Colors.Stone * 1.05f));
        for (var x = x0; x < x1; x += rng.Between(0.5f, 1.1f))
        {
            var size = rng.Between(0.5f, 1.15f);
            Boulder(world.Moved(x, rng.Between(-0.3f, 0.9f), z - rng.Between(0.1f, 2.2f)), size, rng);
        }
        for (var i = 0; i < 40; i++)
        {
            // Along the shore beyond the quay's end.
            var (x, back) = (Landscape.QuayEnd + rng.Between(0.5f, 12), rng.Between(3, 40));
            var z0 = Landscape.QuayFront(x) + back;
            if (Landscape.TownHeight(x, z0) is > -1.2f and < 0.9f)
                Boulder(world.Moved(x, rng.Between(-0.4f, 0.2f), z0), rng.Between(0.4f, 1.2f), rng);
        }
        for (var i = 0; i < 46; i++)
        {
            var angle = rng.Between(2.6f, 5.9f);
            var (x, y) = (Landscape.Rock.X + 17.5f * MathF.Cos(angle) * rng.Between(0.85f, 1.05f), Landscape.Rock.Y + 11.5f * MathF.Sin(angle));
            Boulder(world.Moved(x, rng.Between(-0.4f, 0.3f), y), rng.Between(0.5f, 1.3f), rng);
        }
    }

    public static void Boulder(Frame at, float size, Rng rng)
    {
        const int rings = 7;
        var shape = rng.Below(1000);
        Vector3 Point(int ring, int i)
        {
            var (tilt, turn) = (MathF.PI * ring / rings, MathF.Tau * (i % (2 * rings)) / (2 * rings));
            var d = new Vector3(MathF.Sin(tilt) * MathF.Cos(turn), MathF.Cos(tilt), MathF.Sin(tilt) * MathF.Sin(turn));
            return d * size * (0.6f + 0.8f * Noise.Fractal(d * 1.6f + new Vector3(shape), 2)) * new Vector3(1.15f, 0.8f, 1);
        }
        var face = new Face(Finish.Rock, Srgb.Linear(0xA39078) * rng.Between(0.7f, 1.15f));
        for (var r = 0; r < rings; r++)
            for (var i = 0; i < 2 * rings; i++)
                at.Quad(Point(r, i), Point(r, i + 1), Point(r + 1, i + 1), Point(r + 1, i), face);
    }
}
