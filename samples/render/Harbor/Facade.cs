using System.Numerics;
using NeuralStyle.Samples.Render.Chance;
using NeuralStyle.Samples.Render.Tracing;

namespace NeuralStyle.Samples.Render.Harbor;

/// <summary>Openings on a wall. The frame stands at the wall's lower left corner, x along the wall, front outward.</summary>
internal static class Facade
{
    private const float LitShare = 0.13f;
    private static readonly Face Trim = new(Finish.Paint, Colors.Trim);

    /// <summary>Rows of windows, evenly spaced, one row for each storey from the given one up.</summary>
    public static void Windows(Frame wall, float width, int fromStorey, int storeys, float storeyHeight, Vector3? shutters, Rng rng)
    {
        var columns = Math.Max(1, (int)(width / 2.45f));
        var pitch = width / columns;
        var size = new Vector2(MathF.Min(1.05f, pitch * 0.44f), storeyHeight * 0.54f);
        for (var storey = fromStorey; storey < storeys; storey++)
        {
            var scale = storey == storeys - 1 && storeys > 2 ? 0.8f : 1;
            var balcony = rng.Chance(0.16f) ? rng.Below(columns) : -1;
            for (var column = 0; column < columns; column++)
            {
                var place = wall.Moved((column + 0.5f) * pitch, storey * storeyHeight + storeyHeight * 0.24f, 0);
                Window(place, size with { Y = size.Y * scale }, shutters, rng);
                if (column == balcony)
                    Balcony(place, size.X);
            }
        }
    }

    public static void Window(Frame place, Vector2 size, Vector3? shutters, Rng rng)
    {
        var (half, height) = (size.X / 2, size.Y);
        place.Box(new(-half - 0.12f, -0.06f, -0.07f), new(half + 0.12f, height + 0.14f, 0.02f), Trim);
        place.Box(new(-half - 0.2f, -0.16f, -0.24f), new(half + 0.2f, -0.05f, 0), Trim);
        place.Box(new(-half - 0.16f, height + 0.12f, -0.17f), new(half + 0.16f, height + 0.2f, 0), Trim);
        var pane = rng.Chance(LitShare)
            ? new Face(Finish.LitGlass, new Vector3(1.25f, 0.58f, 0.16f))
            : new Face(Finish.Glass, Colors.Pane * rng.Between(0.6f, 1.5f));
        place.Quad(new(-half, 0, -0.075f), new(half, 0, -0.075f), new(half, height, -0.075f), new(-half, height, -0.075f), pane);
        place.Box(new(-0.035f, 0, -0.11f), new(0.035f, height, -0.07f), Trim);
        place.Box(new(-half, height * 0.62f, -0.11f), new(half, height * 0.62f + 0.06f, -0.07f), Trim);
        if (shutters is { } color)
            Shutters(place, half, height, new Face(Finish.Paint, color), rng);
        else if (rng.Chance(0.5f))
            FlowerBox(place, half, rng);
    }

    public static void Door(Frame place, float width, float height, Vector3 color)
    {
        var half = width / 2;
        place.Box(new(-half - 0.18f, 0, -0.10f), new(half + 0.18f, height + 0.2f, 0.02f), new Face(Finish.Stone, Colors.Stone));
        place.Box(new(-half, 0, -0.14f), new(half, height * 0.8f, -0.08f), new Face(Finish.Wood, color));
        place.Box(new(-half, height * 0.82f, -0.14f), new(half, height, -0.08f), new Face(Finish.LitGlass, new Vector3(0.95f, 0.48f, 0.15f)));
        place.Box(new(-half - 0.3f, 0, -0.6f), new(half + 0.3f, 0.16f, 0), new Face(Finish.Stone, Colors.Stone));
    }

    /// <summary>A shop front with a sloping awning over it.</summary>
    public static void Shop(Frame place, float width, Vector3 cloth)
    {
        var half = width / 2;
        place.Box(new(-half, 0, -0.12f), new(half, 2.7f, 0.02f), new Face(Finish.Wood, Colors.DarkWood));
        place.Box(new(-half + 0.15f, 0.7f, -0.15f), new(half - 0.15f, 2.4f, -0.1f), new Face(Finish.LitGlass, new Vector3(0.85f, 0.42f, 0.14f)));
        for (var x = -half + 0.15f; x <= half; x += 0.9f)
            place.Box(new(x - 0.05f, 0.7f, -0.2f), new(x + 0.05f, 2.5f, -0.1f), new Face(Finish.Paint, Colors.Trim));
        var striped = new Face(Finish.StripedCloth, cloth);
        var (top, low, reach) = (3.05f, 2.35f, -1.7f);
        place.Quad(new(-half - 0.1f, top, -0.05f), new(half + 0.1f, top, -0.05f), new(half + 0.1f, low, reach), new(-half - 0.1f, low, reach), striped);
        place.Quad(
            new(-half - 0.1f, low, reach), new(half + 0.1f, low, reach),
            new(half + 0.1f, low - 0.28f, reach), new(-half - 0.1f, low - 0.28f, reach), striped);
    }

    private static void Shutters(Frame place, float half, float height, Face face, Rng rng)
    {
        for (var side = -1; side <= 1; side += 2)
        {
            var open = rng.Chance(0.8f) ? 0.1f : 0.75f;
            var leaf = place.Moved(side * (half + 0.13f), 0, -0.08f).Turned(side * open);
            var (inner, outer) = (MathF.Min(0, side * half), MathF.Max(0, side * half));
            leaf.Box(new(inner, -0.03f, -0.06f), new(outer, height + 0.06f, 0), face);
            for (var y = 0.08f; y < height - 0.1f; y += 0.16f)
                leaf.Box(new(inner + 0.06f, y, -0.085f), new(outer - 0.06f, y + 0.07f, -0.05f), face);
        }
    }

    private static void FlowerBox(Frame place, float half, Rng rng)
    {
        place.Box(new(-half, -0.06f, -0.45f), new(half, 0.14f, -0.2f), new Face(Finish.Wood, Colors.DarkWood));
        var bloom = rng.Chance(0.6f) ? new Vector3(0.75f, 0.10f, 0.12f) : new Vector3(0.85f, 0.35f, 0.50f);
        Foliage.Cloud(place.Moved(0, 0.22f, -0.34f), new(half, 0.2f, 0.2f), 26, 0.10f, new(0.12f, 0.26f, 0.06f), rng);
        Foliage.Cloud(place.Moved(0, 0.25f, -0.36f), new(half, 0.2f, 0.2f), 22, 0.09f, bloom, rng);
    }

    private static void Balcony(Frame place, float width)
    {
        var (half, reach) = (width * 0.5f + 0.55f, -0.95f);
        var iron = new Face(Finish.Metal, Colors.Iron);
        place.Box(new(-half, -0.35f, reach), new(half, -0.2f, 0), new Face(Finish.Stone, Colors.Stone));
        place.Box(new(-half, 0.72f, reach), new(half, 0.78f, reach + 0.06f), iron);
        for (var x = -half; x <= half + 0.01f; x += 0.22f)
            place.Box(new(x - 0.02f, -0.2f, reach), new(x + 0.02f, 0.75f, reach + 0.04f), iron);
        for (var side = -1; side <= 1; side += 2)
            place.Box(new(side * half - 0.03f, 0.72f, reach), new(side * half + 0.03f, 0.78f, 0), iron);
    }
}
