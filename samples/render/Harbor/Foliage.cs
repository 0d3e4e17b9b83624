using System.Numerics;
using NeuralStyle.Samples.Render.Chance;
using NeuralStyle.Samples.Render.Imaging;
using NeuralStyle.Samples.Render.Tracing;

namespace NeuralStyle.Samples.Render.Harbor;

/// <summary>Trees and bushes, made of clouds of single leaves.</summary>
internal static class Foliage
{
    private static readonly Face Bark = new(Finish.Wood, Srgb.Linear(0x6A5140));

    /// <summary>Leaves scattered through an ellipsoid, denser toward its skin, shaded as parts of its round form.</summary>
    public static void Cloud(Frame at, Vector3 radii, int leaves, float leafSize, Vector3 color, Rng rng)
    {
        for (var i = 0; i < leaves; i++)
        {
            var outward = rng.Direction();
            var place = outward * radii * MathF.Pow(rng.Unit(), 0.25f);
            var normal = Vector3.Normalize(outward / radii * MathF.Min(radii.X, radii.Y) + 0.55f * rng.Direction());
            var (along, across) = (leafSize * rng.Between(0.7f, 1.3f) * rng.Direction(), leafSize * rng.Direction());
            var face = new Face(Finish.Leaf, color * rng.Between(0.65f, 1.35f));
            at.Smooth(place - along, place + across, place + along, normal, normal, normal, face);
            at.Smooth(place - along, place - 0.8f * across, place + along, normal, normal, normal, face);
        }
    }

    public static void Cypress(Frame at, float height, Rng rng)
    {
        var green = Srgb.Linear(0x38502C) * rng.Between(0.8f, 1.15f);
        at.Tube(new(0, -1, 0), new(0, height * 0.3f, 0), 0.22f, 0.15f, Bark);
        for (var i = 0; i < 9; i++)
        {
            var t = i / 8f;
            var width = height * 0.115f * MathF.Sin(MathF.PI * (0.16f + 0.80f * t)) + 0.1f;
            Cloud(at.Moved(0, height * (0.12f + 0.83f * t), 0), new(width, height * 0.10f, width), 170, 0.17f, green, rng);
        }
    }

    public static void Round(Frame at, float height, Vector3 green, Rng rng)
    {
        at.Tube(new(0, -1, 0), new(rng.Between(-0.2f, 0.2f), height * 0.55f, 0), height * 0.035f, height * 0.022f, Bark);
        var crown = height * 0.30f;
        for (var i = 0; i < 7; i++)
        {
            var offset = rng.Direction() * crown * 0.75f;
            var place = at.Moved(offset.X, height * 0.68f + offset.Y * 0.6f, offset.Z);
            Cloud(place, new Vector3(1, 0.8f, 1) * crown * rng.Between(0.5f, 0.8f), 210, 0.17f, green * rng.Between(0.8f, 1.2f), rng);
        }
    }

    /// <summary>A stone pine: bare leaning trunk, flat parasol.</summary>
    public static void Pine(Frame at, float height, Rng rng)
    {
        var lean = new Vector3(rng.Between(-0.12f, 0.12f) * height, height * 0.78f, rng.Between(-0.05f, 0.05f) * height);
        at.Tube(new(0, -1, 0), lean, height * 0.030f, height * 0.020f, Bark);
        var green = Srgb.Linear(0x4E6B35);
        for (var i = 0; i < 11; i++)
        {
            var angle = i * 2.4f; // golden angle: spreads the clumps evenly
            var r = height * 0.27f * MathF.Sqrt(i / 10f);
            var clump = lean + new Vector3(r * MathF.Cos(angle), height * (0.10f - 0.04f * i / 10f), r * MathF.Sin(angle));
            at.Tube(lean, clump, height * 0.012f, height * 0.006f, Bark, 5);
            var place = at.Moved(clump.X, clump.Y, clump.Z);
            Cloud(place, new Vector3(0.15f, 0.065f, 0.15f) * height, 230, 0.15f, green * rng.Between(0.8f, 1.25f), rng);
        }
    }

    public static void Bush(Frame at, float size, Vector3 color, Rng rng)
    {
        for (var i = 0; i < 3; i++)
        {
            var place = at.Moved(rng.Between(-0.6f, 0.6f) * size, size * rng.Between(0.2f, 0.5f), rng.Between(-0.4f, 0.4f) * size);
            Cloud(place, new Vector3(0.7f, 0.55f, 0.6f) * size, 130, 0.15f, color * rng.Between(0.8f, 1.2f), rng);
        }
    }
}
