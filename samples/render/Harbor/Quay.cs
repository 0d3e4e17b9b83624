using System.Numerics;
using NeuralStyle.Samples.Render.Chance;
using NeuralStyle.Samples.Render.Imaging;
using NeuralStyle.Samples.Render.Tracing;

namespace NeuralStyle.Samples.Render.Harbor;

/// <summary>The quay wall, its promenade, and what stands on it: lamps, bollards, umbrellas, people.</summary>
internal static class Quay
{
    private const float Floor = Landscape.QuayHeight + 0.03f;
    private const float Depth = 8.6f;
    private const float FarLeft = -80;
    private static readonly Face Wall = new(Finish.Stone, Srgb.Linear(0x9C8B72));
    private static readonly Face Coping = new(Finish.Stone, Srgb.Linear(0xD3C4A4));
    private static readonly Face Paving = new(Finish.Paving, Srgb.Linear(0xBCA886));
    private static readonly Face Iron = new(Finish.Metal, Colors.Iron);

    public static void Build(Frame world, Rng rng)
    {
        const float step = 1.5f;
        for (var x = FarLeft; x < Landscape.QuayEnd - 0.01f; x += step)
        {
            var (z0, z1) = (Landscape.QuayFront(x), Landscape.QuayFront(x + step));
            world.Quad(new(x, -3, z0), new(x + step, -3, z1), new(x + step, Floor, z1), new(x, Floor, z0), Wall);
            world.Quad(new(x, Floor, z0), new(x + step, Floor, z1), new(x + step, Floor, z1 + Depth), new(x, Floor, z0 + Depth), Paving);
            world.Slab(
                new(x, Floor + 0.12f, z0 - 0.12f), new(x + step, Floor + 0.12f, z1 - 0.12f),
                new(x + step, Floor + 0.12f, z1 + 0.55f), new(x, Floor + 0.12f, z0 + 0.55f), 0.3f, Coping, Coping);
        }
        End(world);
        Furniture(world, rng);
        for (var i = 0; i < 34; i++)
        {
            var x = rng.Between(-40, Landscape.QuayEnd - 1);
            Person(Along(world, x, rng.Between(0.9f, 5.8f)).Turned(rng.Between(0, 6)), rng);
        }
    }

    /// <summary>The right end: a wall that runs back from the water, and a flight of steps.</summary>
    private static void End(Frame world)
    {
        var (x, z) = (Landscape.QuayEnd + 0.25f, Landscape.QuayFront(Landscape.QuayEnd));
        world.Quad(new(x, -3, z), new(x, -3, z + 24), new(x, Floor, z + 24), new(x, Floor, z), Wall);
        world.Box(new(x - 0.6f, Floor - 0.2f, z - 0.12f), new(x + 0.12f, Floor + 0.12f, z + 24), Coping);
        world.Quad(new(x - 12, Floor, z + 2), new(x, Floor, z), new(x, Floor, z + 24), new(x - 12, Floor, z + 24), Paving);
        for (var i = 0; i < 8; i++)
            world.Box(new(6 + i * 0.42f, -1, Landscape.QuayFront(7) - 1.3f), new(6.42f + i * 0.42f, Floor - i * 0.22f, Landscape.QuayFront(7) + 0.1f), Coping);
    }

    private static void Furniture(Frame world, Rng rng)
    {
        for (var x = -49f; x < Landscape.QuayEnd; x += 7.7f)
            Lamp(Along(world, x, 1.5f));
        for (var x = -47f; x < Landscape.QuayEnd; x += 3.9f)
        {
            var bollard = Along(world, x, 0.3f);
            bollard.Tube(new(0, 0, 0), new(0, 0.5f, 0), 0.16f, 0.13f, Iron);
            bollard.Ball(new(0, 0.52f, 0), new(0.21f, 0.12f, 0.21f), Iron, 6);
        }
        foreach (var (from, count, color) in ((float, int, int)[])[(-27, 4, 0xC8402F), (-6.5f, 3, 0xF0E0BC), (8.5f, 3, 0x2F6F8F)])
            for (var i = 0; i < count; i++)
                Umbrella(Along(world, from + 2.7f * i, rng.Between(3.4f, 4.6f)), Srgb.Linear(color));
        foreach (var x in (float[])[-33, -14.5f, 1.5f, 18.2f])
            Foliage.Round(Along(world, x, 3.2f), 4.3f, Srgb.Linear(0x6E8A3A), rng);
        Lamp(Along(world, Landscape.QuayEnd - 0.8f, 9));
    }

    private static Frame Along(Frame world, float x, float back) => world.Moved(x, Floor, Landscape.QuayFront(x) + back);

    public static void Lamp(Frame at)
    {
        at.Tube(new(0, 0, 0), new(0, 0.5f, 0), 0.16f, 0.10f, Iron);
        at.Tube(new(0, 0.5f, 0), new(0, 3.5f, 0), 0.07f, 0.05f, Iron);
        at.Tube(new(0, 3.5f, 0), new(0, 4.0f, 0), 0.12f, 0.22f, new Face(Finish.Lamp, Colors.LampLight));
        at.Tube(new(0, 4.0f, 0), new(0, 4.3f, 0), 0.28f, 0.04f, Iron);
    }

    private static void Umbrella(Frame at, Vector3 cloth)
    {
        at.Tube(new(0, 0, 0), new(0, 2.5f, 0), 0.05f, 0.04f, new Face(Finish.Wood, Colors.PaleWood), 6);
        var face = new Face(Finish.Cloth, cloth);
        for (var i = 0; i < 8; i++)
        {
            var (a, b) = (i * MathF.Tau / 8, (i + 1) * MathF.Tau / 8);
            Vector3 Rim(float angle) => new(1.35f * MathF.Cos(angle), 2.1f, 1.35f * MathF.Sin(angle));
            at.Triangle(new(0, 2.7f, 0), Rim(a), Rim(b), face with { Color = cloth * (i % 2 == 0 ? 1 : 0.82f) });
        }
        at.Tube(new(0, 0.72f, 0), new(0, 0.78f, 0), 0.55f, 0.55f, new Face(Finish.Paint, Colors.White), 14);
        for (var i = 0; i < 3; i++)
        {
            var chair = at.Turned(i * 2.1f).Moved(0.85f, 0, 0);
            chair.Box(new(-0.2f, 0.4f, -0.2f), new(0.2f, 0.46f, 0.2f), new Face(Finish.Wood, Colors.DarkWood));
            chair.Box(new(0.16f, 0, -0.2f), new(0.2f, 0.9f, 0.2f), new Face(Finish.Wood, Colors.DarkWood));
        }
    }

    public static void Person(Frame at, Rng rng)
    {
        var (coat, legs) = (new Face(Finish.Cloth, rng.Pick(Colors.Clothes)), new Face(Finish.Cloth, rng.Pick(Colors.Clothes) * 0.5f));
        var skin = new Face(Finish.Plaster, Srgb.Linear(0xC99474));
        var height = rng.Between(0.92f, 1.08f);
        var stride = rng.Between(0.05f, 0.22f);
        at.Tube(new(-0.1f, 0, stride), new(-0.08f, 0.85f * height, 0), 0.08f, 0.11f, legs, 6);
        at.Tube(new(0.1f, 0, -stride), new(0.08f, 0.85f * height, 0), 0.08f, 0.11f, legs, 6);
        at.Tube(new(0, 0.75f * height, 0), new(0, 1.45f * height, 0), 0.19f, 0.23f, coat, 8);
        at.Tube(new(-0.26f, 1.4f * height, 0), new(-0.3f, 0.85f * height, 0.1f), 0.07f, 0.05f, coat, 5);
        at.Tube(new(0.26f, 1.4f * height, 0), new(0.3f, 0.85f * height, -0.1f), 0.07f, 0.05f, coat, 5);
        at.Ball(new(0, 1.64f * height, 0), new(0.13f, 0.16f, 0.13f), skin, 6);
        at.Ball(new(0, 1.70f * height, 0.02f), new(0.14f, 0.13f, 0.14f), new Face(Finish.Cloth, rng.Chance(0.3f) ? Colors.White : Colors.DarkWood * 0.5f), 6);
    }
}
