using System.Numerics;
using NeuralStyle.Samples.Render.Chance;
using NeuralStyle.Samples.Render.Imaging;

namespace NeuralStyle.Samples.Render.Mosaic;

/// <summary>A style image: glass tiles in rows that follow the drawing, set in dark mortar.</summary>
internal static class GlassMosaic
{
    private const int Oversampling = 3;
    private const float TileSize = 10.5f; // pixels
    private const float Gap = 0.75f; // half of the mortar's width, pixels
    private const float Bevel = 1.9f; // pixels over which a tile's edge rounds off
    private const int Seed = 5120;

    public static Picture Render(int width, int height)
    {
        var guidance = new Guidance(new Design(width / (float)height), width, height);
        var tiling = new Tiling(guidance, TileSize, new Rng(Seed));
        var colors = new Picture(width * Oversampling, height * Oversampling);
        var heights = new float[colors.Pixels.Length];
        Parallel.For(0, colors.Height, y =>
        {
            for (var x = 0; x < colors.Width; x++)
                (colors[x, y], heights[y * colors.Width + x]) = Look(guidance, tiling, new Vector2(x + 0.5f, y + 0.5f) / Oversampling);
        });
        return new Relief(colors, heights, 0.22f, 50).Lit().Reduced(Oversampling);
    }

    private static (Vector3 Color, float Height) Look(Guidance guidance, Tiling tiling, Vector2 p)
    {
        var mortar = Glass.Mortar * (0.6f + 0.8f * Noise.Fractal(p.X * 0.9f, p.Y * 0.9f, 3));
        var index = guidance.IndexAt(p);
        var (first, near, second, next) = tiling.Nearest(p, guidance.Patches[index].Region);
        if (first < 0)
            return (mortar, 0);
        var tile = tiling.Tiles[first];
        var toNeighbor = second < 0 ? TileSize : (next - near) / 2;
        var toSide = TileSize * 0.62f - near;
        var rough = 0.7f * (Noise.Fractal(p.X * 0.5f + first, p.Y * 0.5f, 2) - 0.5f);
        var inside = MathF.Min(MathF.Min(toNeighbor, toSide), guidance.EdgeDistance[index] + 0.3f) + rough - Gap;
        if (inside <= 0)
            return (mortar, 0);
        return (Tint(guidance, tile, first, p), Oversampling * (Slope(tile, first, p) + 1.05f * Curve.Step(0, Bevel, inside)));
    }

    /// <summary>Each tile has its own shade of the color wanted at its center, with streaks in the glass.</summary>
    private static Vector3 Tint(Guidance guidance, Tile tile, int number, Vector2 p)
    {
        var rng = new Rng((uint)number);
        var color = guidance.Patches[guidance.IndexAt(tile.Center)].Color;
        var shade = MathF.Exp(0.24f * rng.Normal());
        var warmth = 0.10f * rng.Normal();
        var streak = Noise.Fractal(Vector2.Dot(p, tile.Direction) * 0.15f + number, (p.Y * tile.Direction.X - p.X * tile.Direction.Y) * 0.6f, 2);
        return Vector3.Max(color * new Vector3(1 + warmth, 1, 1 - warmth) * shade * (0.82f + 0.36f * streak), new Vector3(0.006f));
    }

    /// <summary>Tiles are pressed in by hand, so that each leans its own way and catches the light differently.</summary>
    private static float Slope(Tile tile, int number, Vector2 p)
    {
        var rng = new Rng((uint)number + 90001);
        var lean = new Vector2(rng.Normal(), rng.Normal()) * 0.06f;
        return Vector2.Dot(p - tile.Center, lean);
    }
}
