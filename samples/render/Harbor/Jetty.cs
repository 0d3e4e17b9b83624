using System.Numerics;
using NeuralStyle.Samples.Render.Chance;
using NeuralStyle.Samples.Render.Imaging;
using NeuralStyle.Samples.Render.Tracing;

namespace NeuralStyle.Samples.Render.Harbor;

/// <summary>A wooden jetty that leads in from the lower right corner, with fishing gear and a lantern.</summary>
internal static class Jetty
{
    private const float Length = 15;
    private const float Width = 2.6f;
    private const float Height = 1.15f;
    private static readonly Face Post = new(Finish.Wood, Colors.DarkWood);

    public static void Build(Frame world, Rng rng)
    {
        // Local x runs along the jetty, from its free end toward the shore beyond the frame.
        var at = world.Moved(7.4f, 0, 9.6f).Turned(0.34f);
        for (var x = 0f; x < Length; x += 0.27f)
        {
            var (lift, tone) = (rng.Between(-0.015f, 0.015f), rng.Between(0.75f, 1.2f));
            var (front, back) = (rng.Between(-0.06f, 0.04f), Width + rng.Between(-0.04f, 0.06f));
            at.Box(
                new(x, Height - 0.07f + lift, front), new(x + 0.235f, Height + lift, back),
                new Face(Finish.Wood, Srgb.Linear(0xB0906A) * tone));
        }
        foreach (var z in (float[])[0.15f, Width - 0.3f])
            at.Box(new(0, Height - 0.3f, z), new(Length, Height - 0.07f, z + 0.15f), Post);
        for (var x = 0.3f; x < Length; x += 2.9f)
        {
            foreach (var z in (float[])[-0.08f, Width + 0.08f])
            {
                at.Tube(new(x, -2.5f, z), new(x, Height + rng.Between(0.35f, 0.75f), z), 0.15f, 0.13f, Post, 10);
                at.Tube(new(x, 0.25f, z), new(x, 0.4f, z), 0.165f, 0.165f, new Face(Finish.Rock, Srgb.Linear(0x3E4A35)), 10);
            }
        }
        Gear(at.Moved(0, Height, 0), rng);
    }

    private static void Gear(Frame deck, Rng rng)
    {
        Quay.Lamp(deck.Moved(0.75f, 0, Width - 0.35f));
        Barrel(deck.Moved(2.6f, 0, 1.95f));
        Barrel(deck.Moved(3.3f, 0, 2.1f));
        Crate(deck.Moved(4.5f, 0, 1.5f).Turned(0.3f), 0.75f, 0xC98A3D);
        Crate(deck.Moved(4.6f, 0.55f, 1.55f).Turned(0.6f), 0.6f, 0x3D7FB0);
        Crate(deck.Moved(5.5f, 0, 1.8f).Turned(-0.2f), 0.7f, 0xB9512F);
        for (var i = 0; i < 5; i++)
            deck.Ball(new(1.9f + 0.05f * i, 0.05f + 0.05f * i, 0.8f), new(0.42f - 0.04f * i, 0.05f, 0.42f - 0.04f * i), new Face(Finish.Cloth, Srgb.Linear(0xC9B48A)));
        for (var i = 0; i < 7; i++)
        {
            var place = new Vector3(6.8f + rng.Between(-0.7f, 0.7f), 0.12f, 1.3f + rng.Between(-0.5f, 0.5f));
            deck.Ball(place, new(0.4f, 0.22f, 0.35f), new Face(Finish.Cloth, Srgb.Linear(0x2F7A6B) * rng.Between(0.7f, 1.1f)), 6);
        }
        Quay.Person(deck.Moved(3.5f, 0, 1.0f).Turned(0.6f), rng);
    }

    private static void Barrel(Frame at)
    {
        var (wood, hoop) = (new Face(Finish.Wood, Srgb.Linear(0x8A5A32)), new Face(Finish.Metal, Colors.Iron));
        at.Tube(new(0, 0, 0), new(0, 0.42f, 0), 0.27f, 0.33f, wood, 14);
        at.Tube(new(0, 0.42f, 0), new(0, 0.85f, 0), 0.33f, 0.27f, wood, 14);
        foreach (var y in (float[])[0.12f, 0.66f])
            at.Tube(new(0, y, 0), new(0, y + 0.06f, 0), 0.315f, 0.315f, hoop, 14);
    }

    private static void Crate(Frame at, float size, int color)
    {
        var half = size / 2;
        at.Box(new(-half, 0, -half), new(half, size * 0.7f, half), new Face(Finish.Wood, Srgb.Linear(color)));
        foreach (var y in (float[])[0.02f, size * 0.56f])
            at.Box(new(-half - 0.03f, y, -half - 0.03f), new(half + 0.03f, y + size * 0.12f, half + 0.03f), new Face(Finish.Paint, Srgb.Linear(color) * 1.15f));
    }
}
