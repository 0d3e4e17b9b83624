using System.Numerics;

namespace NeuralStyle.Samples.Render.Tracing;

/// <summary>A bounding volume hierarchy over triangles, split by the surface area heuristic over bins (Wald 2007).</summary>
internal sealed class BoundingTree
{
    private const int Bins = 12;
    private const int LeafSize = 3;
    private const int Depth = 64;
    private readonly List<Node> _growing = [];
    private readonly Node[] _nodes;

    public BoundingTree(IEnumerable<Triangle> triangles)
    {
        Triangles = [.. triangles];
        Grow(0, Triangles.Length);
        _nodes = [.. _growing];
        _growing.Clear();
    }

    public Triangle[] Triangles { get; }

    /// <summary>The nearest triangle along the ray, or null.</summary>
    public Hit? Nearest(Ray ray, float limit) => Search(ray, limit, false);

    /// <summary>Whether anything lies along the ray before the limit.</summary>
    public bool Blocked(Ray ray, float limit) => Search(ray, limit, true) is not null;

    private Hit? Search(Ray ray, float limit, bool any)
    {
        Span<int> stack = stackalloc int[Depth];
        var count = 0;
        var inverse = Vector3.One / ray.Direction;
        Hit? best = null;
        stack[count++] = 0;
        while (count > 0)
        {
            var index = stack[--count];
            ref readonly var node = ref _nodes[index];
            if (Enter(node, ray.Origin, inverse) >= limit)
                continue;
            if (node.Count == 0)
            {
                // Nearer child on top, so that it is searched first and shortens the limit.
                var (first, second) = (index + 1, node.Start);
                if (Enter(_nodes[first], ray.Origin, inverse) > Enter(_nodes[second], ray.Origin, inverse))
                    (first, second) = (second, first);
                stack[count++] = second;
                stack[count++] = first;
                continue;
            }
            for (var i = node.Start; i < node.Start + node.Count; i++)
            {
                if (!Meets(Triangles[i], ray, limit, out var distance, out var u, out var v))
                    continue;
                best = new Hit(i, distance, u, v);
                limit = distance;
                if (any)
                    return best;
            }
        }
        return best;
    }

    private static float Enter(in Node node, Vector3 origin, Vector3 inverse)
    {
        var a = (node.Low - origin) * inverse;
        var b = (node.High - origin) * inverse;
        var low = Vector3.Min(a, b);
        var high = Vector3.Max(a, b);
        var enter = MathF.Max(MathF.Max(low.X, low.Y), MathF.Max(low.Z, 0));
        return enter <= MathF.Min(high.X, MathF.Min(high.Y, high.Z)) ? enter : float.PositiveInfinity;
    }

    /// <summary>Moeller and Trumbore 1997.</summary>
    private static bool Meets(in Triangle t, Ray ray, float limit, out float distance, out float u, out float v)
    {
        const float tiny = 1e-12f;
        distance = u = v = 0;
        var p = Vector3.Cross(ray.Direction, t.EdgeC);
        var determinant = Vector3.Dot(t.EdgeB, p);
        if (MathF.Abs(determinant) < tiny)
            return false;
        var s = ray.Origin - t.A;
        u = Vector3.Dot(s, p) / determinant;
        if (u is < 0 or > 1)
            return false;
        var q = Vector3.Cross(s, t.EdgeB);
        v = Vector3.Dot(ray.Direction, q) / determinant;
        if (v < 0 || u + v > 1)
            return false;
        distance = Vector3.Dot(t.EdgeC, q) / determinant;
        return distance > 1e-4f && distance < limit;
    }

    private void Grow(int start, int end)
    {
        var self = _growing.Count;
        var (low, high) = Bounds(start, end);
        _growing.Add(new Node(low, high, start, end - start));
        if (end - start <= LeafSize)
            return;
        var middle = Partition(start, end);
        Grow(start, middle);
        _growing[self] = new Node(low, high, _growing.Count, 0);
        Grow(middle, end);
    }

    private (Vector3 Low, Vector3 High) Bounds(int start, int end)
    {
        var (low, high) = (new Vector3(float.MaxValue), new Vector3(float.MinValue));
        for (var i = start; i < end; i++)
            (low, high) = (Vector3.Min(low, Triangles[i].Low), Vector3.Max(high, Triangles[i].High));
        return (low, high);
    }

    private int Partition(int start, int end)
    {
        var (low, high) = (new Vector3(float.MaxValue), new Vector3(float.MinValue));
        for (var i = start; i < end; i++)
        {
            var center = Center(Triangles[i]);
            (low, high) = (Vector3.Min(low, center), Vector3.Max(high, center));
        }
        var size = high - low;
        var axis = size.X > size.Y && size.X > size.Z ? 0 : size.Y > size.Z ? 1 : 2;
        if (size[axis] < 1e-6f)
            return (start + end) / 2;
        var scale = Bins * 0.9999f / size[axis];
        var cut = CheapestCut(start, end, axis, low[axis], scale);
        var middle = start;
        for (var i = start; i < end; i++)
        {
            if ((int)((Center(Triangles[i])[axis] - low[axis]) * scale) > cut)
                continue;
            (Triangles[i], Triangles[middle]) = (Triangles[middle], Triangles[i]);
            middle++;
        }
        return middle == start || middle == end ? (start + end) / 2 : middle;
    }

    private int CheapestCut(int start, int end, int axis, float origin, float scale)
    {
        var counts = new int[Bins];
        var lows = new Vector3[Bins];
        var highs = new Vector3[Bins];
        Array.Fill(lows, new Vector3(float.MaxValue));
        Array.Fill(highs, new Vector3(float.MinValue));
        for (var i = start; i < end; i++)
        {
            var bin = (int)((Center(Triangles[i])[axis] - origin) * scale);
            counts[bin]++;
            lows[bin] = Vector3.Min(lows[bin], Triangles[i].Low);
            highs[bin] = Vector3.Max(highs[bin], Triangles[i].High);
        }
        var (best, leastCost) = (0, float.MaxValue);
        for (var cut = 0; cut < Bins - 1; cut++)
        {
            var cost = Cost(counts, lows, highs, 0, cut + 1) + Cost(counts, lows, highs, cut + 1, Bins);
            if (cost < leastCost)
                (best, leastCost) = (cut, cost);
        }
        return best;
    }

    private static float Cost(int[] counts, Vector3[] lows, Vector3[] highs, int from, int to)
    {
        var (low, high, count) = (new Vector3(float.MaxValue), new Vector3(float.MinValue), 0);
        for (var i = from; i < to; i++)
        {
            if (counts[i] == 0)
                continue;
            (low, high, count) = (Vector3.Min(low, lows[i]), Vector3.Max(high, highs[i]), count + counts[i]);
        }
        var d = high - low;
        return count == 0 ? 0 : count * (d.X * d.Y + d.Y * d.Z + d.Z * d.X);
    }

    private static Vector3 Center(in Triangle t) => t.A + (t.EdgeB + t.EdgeC) / 3;

    /// <summary>A leaf holds Count triangles from Start. An inner node has Count 0: its first child follows it, its second is at Start.</summary>
    private readonly record struct Node(Vector3 Low, Vector3 High, int Start, int Count);
}
