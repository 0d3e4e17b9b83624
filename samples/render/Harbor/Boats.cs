using System.Numerics;
using NeuralStyle.Samples.Render.Chance;
using NeuralStyle.Samples.Render.Imaging;
using NeuralStyle.Samples.Render.Tracing;

namespace NeuralStyle.Samples.Render.Harbor;

/// <summary>What floats in the harbor: rowing boats, a fishing boat, sailing boats. The bow points along local +x.</summary>
internal static class Boats
{
    private static readonly Face Rope = new(Finish.Cloth, Srgb.Linear(0xC9B48A));
    private static readonly Face Spar = new(Finish.Paint, Srgb.Linear(0xB98A4E));
    private static readonly Face WireRope = new(Finish.Metal, Colors.Iron);
    private static readonly Face Planking = new(Finish.Wood, Colors.PaleWood);

    public static void Build(Frame world, Rng rng)
    {
        // In front, left: two rowing boats on one line of moorings. Middle: the fishing boat. Right: a sail in the gap before the open bay.
        Rowboat(world.Moved(-9.0f, 0, 9.5f).Turned(-0.42f), 5.4f, Srgb.Linear(0xC8372B), Colors.White);
        Rowboat(world.Moved(-12.6f, 0, 15.5f).Turned(-0.20f), 4.9f, Srgb.Linear(0x1F6FA3), Srgb.Linear(0xE3A22B));
        Mooring(world.Moved(-5.2f, 0, 11.3f));
        FishingBoat(world.Moved(1.8f, 0, 23.5f).Turned(0.30f));
        Sloop(world.Moved(31.0f, 0, 72).Turned(2.75f), 8.0f, 10.8f, Srgb.Linear(0xF3E7CB), Colors.White);
        for (var x = -36f; x < Landscape.QuayEnd - 4; x += rng.Between(6.5f, 9.5f))
        {
            var yaw = -MathF.Atan(0.008f * (x + 14)) + (rng.Chance(0.5f) ? 0 : MathF.PI) + rng.Between(-0.12f, 0.12f);
            var berth = world.Moved(x, 0, Landscape.QuayFront(x) - rng.Between(1.7f, 2.6f)).Turned(yaw);
            if (rng.Chance(0.35f))
                MooredSloop(berth, rng);
            else
                Rowboat(berth, rng.Between(4.2f, 5.6f), rng.Pick(Colors.Hulls), rng.Pick(Colors.Hulls));
        }
    }

    private static void Rowboat(Frame at, float length, Vector3 paint, Vector3 stripe)
    {
        var hull = new Hull(length, length * 0.36f, 0.62f, paint, stripe);
        hull.Build(at);
        hull.Deck(at, 0.14f, 0.02f, 0.9f, Planking);
        hull.Deck(at, 0.60f, 0.82f, 0.98f, Planking);
        foreach (var t in (float[])[0.10f, 0.40f, 0.66f])
            hull.Thwart(at, t);
        for (var side = -1; side <= 1; side += 2)
        {
            var (inside, blade) = (new Vector3(-length * 0.32f, 0.62f, side * 0.28f), new Vector3(length * 0.26f, 0.60f, side * 0.42f));
            at.Tube(inside, blade, 0.035f, 0.03f, Spar, 6);
            at.Box(blade + new Vector3(0, -0.02f, -0.09f), blade + new Vector3(0.6f, 0.02f, 0.09f), Spar);
        }
    }

    private static void FishingBoat(Frame at)
    {
        var hull = new Hull(9.4f, 3.1f, 1.05f, Srgb.Linear(0x1E7A86), Srgb.Linear(0xE9B23C));
        hull.Build(at);
        hull.Deck(at, 0.72f, 0.01f, 0.97f, Planking);
        var white = new Face(Finish.Paint, Colors.White);
        var pane = new Face(Finish.Glass, Colors.Pane);
        at.Box(new(-3.2f, 0.7f, -0.95f), new(-0.9f, 2.7f, 0.95f), white);
        at.Slab(new(-3.45f, 2.9f, -1.15f), new(-0.55f, 2.9f, -1.15f), new(-0.55f, 2.9f, 1.15f), new(-3.45f, 2.9f, 1.15f), 0.14f,
            new Face(Finish.Paint, Srgb.Linear(0xC8452F)), white);
        foreach (var (low, high) in ((float, float)[])[(-3.0f, -2.2f), (-1.9f, -1.1f)])
            at.Box(new(low, 1.65f, -1.0f), new(high, 2.4f, 1.0f), pane);
        at.Box(new(-0.95f, 1.6f, -0.75f), new(-0.85f, 2.4f, -0.08f), pane);
        at.Box(new(-0.95f, 1.6f, 0.08f), new(-0.85f, 2.4f, 0.75f), pane);
        at.Tube(new(-2.6f, 2.8f, 0.4f), new(-2.6f, 3.6f, 0.4f), 0.13f, 0.13f, new Face(Finish.Metal, Colors.Iron));
        Rigging(at, hull);
        // Fish boxes and a heap of net before the wheelhouse, floats along the side.
        at.Box(new(0.1f, 0.72f, -0.9f), new(0.9f, 1.1f, -0.2f), new Face(Finish.Paint, Srgb.Linear(0xE08A2E)));
        at.Box(new(0.2f, 1.1f, -0.85f), new(0.95f, 1.42f, -0.25f), new Face(Finish.Paint, Srgb.Linear(0x3D7FB0)));
        at.Ball(new(1.7f, 0.8f, 0.2f), new(0.7f, 0.42f, 0.6f), new Face(Finish.Cloth, Srgb.Linear(0x3E6B4F)));
        for (var i = 0; i < 4; i++)
        {
            var rail = hull.Rail(0.22f + 0.16f * i, -1);
            at.Ball(rail + new Vector3(0, -0.42f, -0.14f), new(0.20f, 0.26f, 0.20f), new Face(Finish.Paint, Srgb.Linear(i % 2 == 0 ? 0xE8752C : 0xF0E6D0)));
        }
    }

    private static void Rigging(Frame at, Hull hull)
    {
        var head = new Vector3(0.3f, 7.0f, 0);
        at.Tube(new(0, 0.7f, 0), head, 0.11f, 0.06f, Spar);
        at.Tube(new(0.05f, 2.9f, 0), new(3.1f, 4.9f, 0), 0.07f, 0.045f, Spar);
        foreach (var end in (Vector3[])[hull.Rail(0.99f, 1), hull.Rail(0.30f, -1), hull.Rail(0.30f, 1), hull.Rail(0.5f, -1), new(3.1f, 4.9f, 0), new(-4.4f, 1.2f, 0)])
            at.Tube(head, end, 0.018f, 0.018f, WireRope, 4);
        // A string of signal flags from masthead to bow.
        for (var i = 1; i < 9; i++)
        {
            var p = Vector3.Lerp(head, hull.Rail(0.99f, 1), i / 9.5f);
            var flag = new Face(Finish.Cloth, Colors.Clothes[i % Colors.Clothes.Count]);
            at.Triangle(p, p + new Vector3(0.26f, -0.26f, 0), p + new Vector3(0.02f, -0.52f, 0), flag);
        }
    }

    /// <summary>A small sailing boat under sail.</summary>
    private static void Sloop(Frame at, float length, float mast, Vector3 canvas, Vector3 paint)
    {
        var heeled = at.Tilted(0, 0.09f);
        SloopHull(heeled, length, paint);
        var (foot, head, tack) = (new Vector3(0.4f, 1.1f, 0), new Vector3(0.4f, mast, 0), new Vector3(length * 0.55f, 1.0f, 0));
        heeled.Tube(foot with { Y = 0.5f }, head, 0.10f, 0.05f, Spar);
        var clew = new Vector3(-length * 0.42f, 1.5f, length * 0.12f);
        heeled.Tube(foot + new Vector3(0, 0.4f, 0), clew, 0.07f, 0.05f, Spar);
        Sail(heeled, foot + new Vector3(0, 0.6f, 0), head, clew, canvas);
        Sail(heeled, tack, head with { Y = mast * 0.86f }, new Vector3(0.1f, 1.5f, length * 0.13f), canvas * new Vector3(1, 0.98f, 0.95f));
    }

    private static void MooredSloop(Frame at, Rng rng)
    {
        var length = rng.Between(6, 7.5f);
        SloopHull(at, length, rng.Chance(0.5f) ? Colors.White : rng.Pick(Colors.Hulls));
        var head = new Vector3(0.4f, length * rng.Between(1.1f, 1.3f), 0);
        at.Tube(new(0.4f, 0.5f, 0), head, 0.075f, 0.045f, Spar);
        at.Tube(new(0.4f, 1.7f, 0), new(-length * 0.42f, 1.65f, 0), 0.19f, 0.14f, new Face(Finish.Cloth, rng.Pick(Colors.Awnings)));
        at.Tube(head, new(length * 0.58f, 1.0f, 0), 0.016f, 0.016f, WireRope, 4);
        at.Tube(head, new(-length * 0.48f, 0.9f, 0), 0.016f, 0.016f, WireRope, 4);
    }

    private static void SloopHull(Frame at, float length, Vector3 paint)
    {
        var hull = new Hull(length, length * 0.31f, 0.85f, paint, Srgb.Linear(0xB8472E));
        hull.Build(at);
        hull.Deck(at, 0.70f, 0.02f, 0.97f, Planking);
        at.Box(new(-length * 0.12f, 0.7f, -length * 0.085f), new(length * 0.16f, 1.2f, length * 0.085f), new Face(Finish.Paint, Colors.White));
        for (var i = 0; i < 3; i++)
        {
            var x = length * (-0.09f + 0.075f * i);
            at.Box(new(x, 0.88f, -length * 0.088f), new(x + length * 0.045f, 1.06f, length * 0.088f), new Face(Finish.Glass, Colors.Pane));
        }
    }

    /// <summary>A triangle of cloth with a belly toward local +z.</summary>
    private static void Sail(Frame at, Vector3 tack, Vector3 head, Vector3 clew, Vector3 canvas)
    {
        const int cells = 10;
        Vector3 Point(int row, int column)
        {
            var (up, back) = (row / (float)cells, column / (float)cells);
            var belly = 1.0f * MathF.Sin(MathF.PI * MathF.Min(up * 0.9f + 0.08f, 1)) * MathF.Sin(MathF.PI * back) * (1 - up);
            return Vector3.Lerp(Vector3.Lerp(tack, clew, back), head, up) + new Vector3(0, 0, belly);
        }
        Vector3 Normal(int row, int column)
        {
            var r = Math.Min(row, cells - 1);
            return -Vector3.Normalize(Vector3.Cross(Point(r + 1, column) - Point(r, column), Point(r, column + 1) - Point(r, column - 1)));
        }
        for (var seam = 0; seam < cells; seam++)
        {
            var row = seam;
            var face = new Face(Finish.Cloth, canvas * (seam % 2 == 0 ? 1 : 0.93f));
            at.Sheet(1, cells, (r, c) => Point(row + r, c), (r, c) => Normal(row + r, c), face);
        }
    }

    /// <summary>A pair of posts with a slack rope between them and a buoy.</summary>
    private static void Mooring(Frame at)
    {
        var wood = new Face(Finish.Wood, Colors.DarkWood);
        at.Tube(new(0, -2, 0), new(0.05f, 1.9f, 0), 0.17f, 0.14f, wood);
        at.Tube(new(0.6f, -2, 0.5f), new(0.5f, 1.5f, 0.45f), 0.16f, 0.13f, wood);
        at.Tube(new(0.05f, 1.2f, 0), new(0.05f, 1.35f, 0), 0.2f, 0.2f, Rope, 10);
        SlackRope(at, new(0, 1.28f, 0), new(-1.35f, 0.85f, -0.75f), 0.35f);
        at.Ball(new(4.4f, 0.12f, -4.2f), new(0.38f, 0.38f, 0.38f), new Face(Finish.Paint, Srgb.Linear(0xE2642B)));
        at.Tube(new(4.4f, 0.4f, -4.2f), new(4.4f, 0.75f, -4.2f), 0.05f, 0.05f, WireRope, 6);
    }

    private static void SlackRope(Frame at, Vector3 from, Vector3 to, float sag)
    {
        const int links = 12;
        Vector3 At(int i)
        {
            var t = i / (float)links;
            return Vector3.Lerp(from, to, t) - new Vector3(0, 4 * sag * t * (1 - t), 0);
        }
        for (var i = 0; i < links; i++)
            at.Tube(At(i), At(i + 1), 0.028f, 0.028f, Rope, 5);
    }
}
