using System.Numerics;

namespace NeuralStyle.Samples.Render.Mosaic;

/// <summary>The design on a pixel grid: regions, distance to the nearest region edge, and the direction in which rows of tiles run.</summary>
internal sealed class Guidance
{
    private const int SmoothingPasses = 10;
    private readonly Vector2[] _directions;

    public Guidance(Design design, int width, int height)
    {
        (Width, Height) = (width, height);
        Patches = new Patch[width * height];
        Parallel.For(0, height, y =>
        {
            for (var x = 0; x < width; x++)
                Patches[y * width + x] = design.At(new Vector2(x + 0.5f, y + 0.5f) / height);
        });
        EdgeDistance = Distances();
        _directions = Directions();
    }

    public int Width { get; }

    public int Height { get; }

    public Patch[] Patches { get; }

    /// <summary>Pixels to the nearest edge between regions.</summary>
    public float[] EdgeDistance { get; }

    /// <summary>The unit vector along the rows: parallel to the nearest edge.</summary>
    public Vector2 DirectionAt(int index) => _directions[index];

    public int IndexAt(Vector2 p) => Math.Clamp((int)p.Y, 0, Height - 1) * Width + Math.Clamp((int)p.X, 0, Width - 1);

    /// <summary>Two sweeps that hand on the nearest edge pixel to each neighbor (Danielsson 1980).</summary>
    private float[] Distances()
    {
        var nearest = new Vector2[Width * Height];
        for (var y = 0; y < Height; y++)
            for (var x = 0; x < Width; x++)
                nearest[y * Width + x] = IsEdge(x, y) ? new Vector2(x, y) : new Vector2(-1e4f);
        for (var y = 0; y < Height; y++)
            SweepRow(nearest, y, -1);
        for (var y = Height - 1; y >= 0; y--)
            SweepRow(nearest, y, 1);
        return [.. nearest.Select((edge, i) => Vector2.Distance(edge, new Vector2(i % Width, i / Width)))];
    }

    private void SweepRow(Vector2[] nearest, int y, int behind)
    {
        for (var x = 0; x < Width; x++)
            foreach (var dx in (ReadOnlySpan<int>)[-1, 0, 1])
                Offer(nearest, x, y, x + dx, y + behind);
        for (var x = 0; x < Width; x++)
            Offer(nearest, x, y, x - 1, y);
        for (var x = Width - 1; x >= 0; x--)
            Offer(nearest, x, y, x + 1, y);
    }

    private void Offer(Vector2[] nearest, int x, int y, int fromX, int fromY)
    {
        if (fromX < 0 || fromY < 0 || fromX >= Width || fromY >= Height)
            return;
        var (here, candidate) = (new Vector2(x, y), nearest[fromY * Width + fromX]);
        if (Vector2.DistanceSquared(here, candidate) < Vector2.DistanceSquared(here, nearest[y * Width + x]))
            nearest[y * Width + x] = candidate;
    }

    private bool IsEdge(int x, int y)
    {
        var region = Patches[y * Width + x].Region;
        return x == 0 || y == 0 || x == Width - 1 || y == Height - 1
            || Patches[y * Width + x - 1].Region != region || Patches[y * Width + x + 1].Region != region
            || Patches[(y - 1) * Width + x].Region != region || Patches[(y + 1) * Width + x].Region != region;
    }

    /// <summary>
    /// Perpendicular to the slope of the distance. Smoothed as doubled angles, so that opposite directions, which mean
    /// the same row, add up instead of canceling.
    /// </summary>
    private Vector2[] Directions()
    {
        var doubled = new Vector2[Width * Height];
        for (var y = 1; y < Height - 1; y++)
        {
            for (var x = 1; x < Width - 1; x++)
            {
                var i = y * Width + x;
                var slope = new Vector2(EdgeDistance[i + 1] - EdgeDistance[i - 1], EdgeDistance[i + Width] - EdgeDistance[i - Width]);
                doubled[i] = new Vector2(slope.X * slope.X - slope.Y * slope.Y, 2 * slope.X * slope.Y) / MathF.Max(slope.Length(), 1e-4f);
            }
        }
        for (var pass = 0; pass < SmoothingPasses; pass++)
            doubled = Averaged(doubled);
        return [.. doubled.Select(d =>
        {
            var angle = MathF.Atan2(d.Y, d.X) / 2;
            return new Vector2(-MathF.Sin(angle), MathF.Cos(angle));
        })];
    }

    private Vector2[] Averaged(Vector2[] field)
    {
        var result = new Vector2[field.Length];
        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width; x++)
            {
                var (l, r) = (Math.Max(x - 1, 0), Math.Min(x + 1, Width - 1));
                var (u, d) = (Math.Max(y - 1, 0), Math.Min(y + 1, Height - 1));
                result[y * Width + x] = (2 * field[y * Width + x] + field[y * Width + l] + field[y * Width + r]
                    + field[u * Width + x] + field[d * Width + x]) / 6;
            }
        }
        return result;
    }
}
