using System.Numerics;
using NeuralStyle.Samples.Render.Chance;

namespace NeuralStyle.Samples.Render.Mosaic;

/// <summary>
/// Spreads square tiles over the design: centroidal Voronoi cells in a metric turned into the rows
/// (Hausner 2001, "Simulating decorative mosaics"), with cells kept inside their regions.
/// </summary>
internal sealed class Tiling
{
    private const int Rounds = 24;
    private readonly Guidance _guidance;
    private readonly float _size;
    private Dictionary<(int, int), List<int>> _buckets = [];

    public Tiling(Guidance guidance, float size, Rng rng)
    {
        (_guidance, _size) = (guidance, size);
        Tiles = Scatter(rng);
        for (var round = 0; round < Rounds; round++)
        {
            Sort();
            Tiles = Centered();
        }
        Sort();
    }

    public Tile[] Tiles { get; private set; }

    /// <summary>The two tiles of a region nearest to a place, and their distances; -1 where there is none.</summary>
    public (int First, float Near, int Second, float Next) Nearest(Vector2 p, int region)
    {
        var (first, near, second, next) = (-1, float.MaxValue, -1, float.MaxValue);
        var (bx, by) = ((int)(p.X / _size), (int)(p.Y / _size));
        for (var y = by - 2; y <= by + 2; y++)
        {
            for (var x = bx - 2; x <= bx + 2; x++)
            {
                if (!_buckets.TryGetValue((x, y), out var bucket))
                    continue;
                foreach (var i in bucket)
                {
                    if (Tiles[i].Region != region)
                        continue;
                    var distance = Tiles[i].SquareDistance(p);
                    if (distance < near)
                        (first, near, second, next) = (i, distance, first, near);
                    else if (distance < next)
                        (second, next) = (i, distance);
                }
            }
        }
        return (first, near, second, next);
    }

    private Tile[] Scatter(Rng rng)
    {
        var tiles = new List<Tile>();
        for (var y = _size / 2; y < _guidance.Height; y += _size)
            for (var x = _size / 2; x < _guidance.Width; x += _size)
                tiles.Add(At(new Vector2(x + rng.Between(-0.4f, 0.4f) * _size, y + rng.Between(-0.4f, 0.4f) * _size)));
        return [.. tiles];
    }

    private Tile At(Vector2 center)
    {
        var index = _guidance.IndexAt(center);
        return new Tile(center, _guidance.DirectionAt(index), _guidance.Patches[index].Region);
    }

    private void Sort()
    {
        _buckets = Tiles.Select((tile, i) => (tile, i))
            .GroupBy(t => ((int)(t.tile.Center.X / _size), (int)(t.tile.Center.Y / _size)), t => t.i)
            .ToDictionary(g => g.Key, g => g.ToList());
    }

    /// <summary>
    /// Moves each tile to the middle of its cell, unless that lies outside of its region, and sets a new tile where a
    /// region has none near enough.
    /// </summary>
    private Tile[] Centered()
    {
        var owner = Owners();
        var sums = new Vector3[Tiles.Length];
        var added = new List<Tile>();
        for (var i = 0; i < owner.Length; i++)
        {
            var place = new Vector2(i % _guidance.Width + 0.5f, i / _guidance.Width + 0.5f);
            if (owner[i] >= 0)
                sums[owner[i]] += new Vector3(place, 1);
            else if (!added.Any(tile => tile.SquareDistance(place) < _size))
                added.Add(At(place));
        }
        var moved = Tiles.Select((tile, i) =>
        {
            var middle = sums[i].Z > 0 ? At(new Vector2(sums[i].X, sums[i].Y) / sums[i].Z) : tile;
            return middle.Region == tile.Region ? middle : tile;
        });
        return [.. moved, .. added];
    }

    /// <summary>For each pixel the tile whose cell it is in, or -1.</summary>
    private int[] Owners()
    {
        var owner = new int[_guidance.Width * _guidance.Height];
        Parallel.For(0, _guidance.Height, y =>
        {
            for (var x = 0; x < _guidance.Width; x++)
            {
                var i = y * _guidance.Width + x;
                var (tile, near, _, _) = Nearest(new Vector2(x + 0.5f, y + 0.5f), _guidance.Patches[i].Region);
                owner[i] = near < 1.1f * _size ? tile : -1;
            }
        });
        return owner;
    }
}
