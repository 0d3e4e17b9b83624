using System.Numerics;
using NeuralStyle.Samples.Render.Chance;
using NeuralStyle.Samples.Render.Tracing;

namespace NeuralStyle.Samples.Render.Harbor;

/// <summary>A loose flock of gulls over the bay.</summary>
internal static class Gulls
{
    public static void Build(Frame world, Rng rng)
    {
        for (var i = 0; i < 9; i++)
        {
            var at = world.Moved(14 + rng.Between(-9, 12), 17 + rng.Between(-3, 6), 50 + rng.Between(-12, 18));
            Gull(at.Turned(rng.Between(-1, 1)).Tilted(rng.Between(-0.4f, 0.4f), 0.25f), rng.Between(-0.15f, 0.5f));
        }
    }

    private static void Gull(Frame at, float lift)
    {
        var (white, grey) = (new Face(Finish.Cloth, Colors.White), new Face(Finish.Cloth, new Vector3(0.40f, 0.42f, 0.46f)));
        at.Ball(Vector3.Zero, new(0.11f, 0.10f, 0.36f), white, 6);
        for (var side = -1; side <= 1; side += 2)
        {
            var elbow = new Vector3(side * 0.50f, 0.14f + lift * 0.35f, 0.06f);
            var tip = new Vector3(side * 1.12f, lift * 0.4f, -0.22f);
            at.Quad(new(0, 0.03f, 0.16f), elbow + new Vector3(0, 0, 0.12f), elbow - new Vector3(0, 0, 0.17f), new(0, 0.03f, -0.14f), white);
            at.Triangle(elbow + new Vector3(0, 0, 0.12f), elbow - new Vector3(0, 0, 0.17f), tip, grey);
        }
    }
}
