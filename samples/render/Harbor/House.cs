using System.Numerics;
using NeuralStyle.Samples.Render.Chance;
using NeuralStyle.Samples.Render.Tracing;

namespace NeuralStyle.Samples.Render.Harbor;

/// <summary>A town house: plaster walls on a stone base, shuttered windows, tiled roof, chimneys.</summary>
internal sealed record House(float Width, float Depth, int Storeys, float StoreyHeight, Vector3 Wall, Vector3 Roof, RoofShape Shape, bool HasShop)
{
    private const float Foundation = 4; // reaches down into sloping ground
    private const float Overhang = 0.38f;

    private float Eaves => Storeys * StoreyHeight;

    /// <summary>Builds with the front left corner at the frame's origin.</summary>
    public void Build(Frame place, Rng rng)
    {
        var plaster = new Face(Finish.Plaster, Wall);
        place.Box(new(0, -Foundation, 0), new(Width, Eaves, Depth), plaster);
        place.Box(new(-0.06f, -Foundation, -0.06f), new(Width + 0.06f, 0.55f, Depth + 0.06f), new Face(Finish.Stone, Colors.Stone));
        if (Storeys > 2)
            place.Box(new(-0.08f, StoreyHeight * 1.02f, -0.10f), new(Width + 0.08f, StoreyHeight * 1.02f + 0.16f, Depth), new Face(Finish.Paint, Colors.Trim));
        place.Box(new(-0.14f, Eaves - 0.22f, -0.16f), new(Width + 0.14f, Eaves, Depth + 0.16f), new Face(Finish.Paint, Colors.Trim));
        Openings(place, rng);
        Top(place, plaster);
        for (var i = rng.Below(2); i < 2; i++)
            Chimney(place.Moved(rng.Between(0.2f, 0.8f) * Width, Eaves + 0.6f, rng.Between(0.35f, 0.65f) * Depth), rng);
    }

    private void Openings(Frame place, Rng rng)
    {
        Vector3? shutters = rng.Chance(0.78f) ? rng.Pick(Colors.Shutters) : null;
        var right = place.Moved(Width, 0, 0).Turned(-MathF.PI / 2);
        var left = place.Moved(0, 0, Depth).Turned(MathF.PI / 2);
        Facade.Windows(place, Width, 1, Storeys, StoreyHeight, shutters, rng);
        Facade.Windows(right, Depth, 1, Storeys, StoreyHeight, shutters, rng);
        Facade.Windows(left, Depth, 1, Storeys, StoreyHeight, shutters, rng);
        var door = Width * (HasShop ? 0.82f : rng.Between(0.35f, 0.65f));
        Facade.Door(place.Moved(door, 0, 0), 1.1f, 2.3f, shutters ?? Colors.DarkWood);
        if (HasShop)
        {
            Facade.Shop(place.Moved(Width * 0.37f, 0, 0), Width * 0.56f, rng.Pick(Colors.Awnings));
            return;
        }
        for (var side = -1; side <= 1; side += 2)
            if (door + side * 2.2f > 1 && door + side * 2.2f < Width - 1)
                Facade.Window(place.Moved(door + side * 2.2f, 1.0f, 0), new(0.95f, 1.3f), shutters, rng);
    }

    private void Top(Frame place, Face plaster)
    {
        var tiles = new Face(Finish.RoofTile, Roof);
        switch (Shape)
        {
            case RoofShape.GableToFront:
                Gable(place.Moved(Width, Eaves, 0).Turned(-MathF.PI / 2), Depth, Width, 0.86f, tiles, plaster);
                break;
            case RoofShape.EavesToFront:
                Gable(place.Moved(0, Eaves, 0), Width, Depth, 0.66f, tiles, plaster);
                break;
            default:
                Hip(place.Moved(0, Eaves, 0), tiles);
                break;
        }
    }

    /// <summary>Two slopes: the ridge runs along x over the middle of the depth.</summary>
    private static void Gable(Frame at, float length, float depth, float pitch, Face tiles, Face plaster)
    {
        var (middle, rise) = (depth / 2, depth / 2 * pitch);
        var edge = new Face(Finish.Wood, Colors.DarkWood);
        var drop = Overhang * pitch;
        at.Slab(
            new(-Overhang, -drop + 0.2f, -Overhang), new(length + Overhang, -drop + 0.2f, -Overhang),
            new(length + Overhang, rise + 0.2f, middle), new(-Overhang, rise + 0.2f, middle), 0.2f, tiles, edge);
        at.Slab(
            new(-Overhang, -drop + 0.2f, depth + Overhang), new(length + Overhang, -drop + 0.2f, depth + Overhang),
            new(length + Overhang, rise + 0.2f, middle), new(-Overhang, rise + 0.2f, middle), 0.2f, tiles, edge);
        at.Tube(new(-Overhang, rise + 0.2f, middle), new(length + Overhang, rise + 0.2f, middle), 0.16f, 0.16f, tiles);
        at.Triangle(new(0, 0, 0), new(0, 0, depth), new(0, rise, middle), plaster);
        at.Triangle(new(length, 0, 0), new(length, 0, depth), new(length, rise, middle), plaster);
    }

    private void Hip(Frame at, Face tiles)
    {
        var (o, rise) = (Overhang, MathF.Min(Width, Depth) * 0.30f);
        var inset = MathF.Min(Width, Depth) / 2;
        var (a, b) = Width >= Depth
            ? (new Vector3(inset, rise, Depth / 2), new Vector3(Width - inset, rise, Depth / 2))
            : (new Vector3(Width / 2, rise, inset), new Vector3(Width / 2, rise, Depth - inset));
        Vector3 p00 = new(-o, 0, -o), p10 = new(Width + o, 0, -o), p11 = new(Width + o, 0, Depth + o), p01 = new(-o, 0, Depth + o);
        if (Width >= Depth)
        {
            at.Quad(p00, p10, b, a, tiles);
            at.Quad(p01, p11, b, a, tiles);
            at.Triangle(p00, p01, a, tiles);
            at.Triangle(p10, p11, b, tiles);
            return;
        }
        at.Quad(p00, p01, b, a, tiles);
        at.Quad(p10, p11, b, a, tiles);
        at.Triangle(p00, p10, a, tiles);
        at.Triangle(p01, p11, b, tiles);
    }

    private static void Chimney(Frame at, Rng rng)
    {
        var height = rng.Between(1.7f, 2.6f);
        at.Box(new(-0.35f, -1, -0.3f), new(0.35f, height, 0.3f), new Face(Finish.Plaster, new Vector3(0.55f, 0.40f, 0.28f)));
        at.Box(new(-0.43f, height - 0.25f, -0.38f), new(0.43f, height - 0.1f, 0.38f), new Face(Finish.Stone, Colors.Stone));
        at.Tube(new(-0.15f, height, 0), new(-0.15f, height + 0.4f, 0), 0.12f, 0.09f, new Face(Finish.Plaster, Colors.Roofs[0]));
        at.Tube(new(0.17f, height, 0), new(0.17f, height + 0.3f, 0), 0.12f, 0.09f, new Face(Finish.Plaster, Colors.Roofs[1]));
    }
}
