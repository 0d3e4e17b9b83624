using System.Numerics;

namespace NeuralStyle.Samples.Render.Tracing;

/// <summary>
/// A place to build at: local axes (x right, y up, z away) and the list of triangles that receives the shapes.
/// Lengths are meters. Local "front" is toward -z.
/// </summary>
internal readonly record struct Frame(List<Triangle> Target, Matrix4x4 ToWorld)
{
    public Frame Moved(float x, float y, float z) => this with { ToWorld = Matrix4x4.CreateTranslation(x, y, z) * ToWorld };

    public Frame Turned(float yaw) => this with { ToWorld = Matrix4x4.CreateRotationY(yaw) * ToWorld };

    /// <summary>Tilted sideways (about z) and then lengthwise (about x).</summary>
    public Frame Tilted(float roll, float pitch) =>
        this with { ToWorld = Matrix4x4.CreateRotationZ(roll) * Matrix4x4.CreateRotationX(pitch) * ToWorld };

    public Vector3 World(Vector3 local) => Vector3.Transform(local, ToWorld);

    public void Triangle(Vector3 a, Vector3 b, Vector3 c, Face face)
    {
        var (wa, wb, wc) = (World(a), World(b), World(c));
        var normal = Vector3.Cross(wb - wa, wc - wa);
        if (normal.LengthSquared() < 1e-14f)
            return;
        normal = Vector3.Normalize(normal);
        Target.Add(new Triangle(wa, wb, wc, normal, normal, normal, face));
    }

    /// <summary>Four corners in order around the edge.</summary>
    public void Quad(Vector3 a, Vector3 b, Vector3 c, Vector3 d, Face face)
    {
        Triangle(a, b, c, face);
        Triangle(a, c, d, face);
    }

    public void Box(Vector3 low, Vector3 high, Face face)
    {
        Vector3 P(int x, int y, int z) => new(x == 0 ? low.X : high.X, y == 0 ? low.Y : high.Y, z == 0 ? low.Z : high.Z);
        Quad(P(0, 0, 0), P(1, 0, 0), P(1, 1, 0), P(0, 1, 0), face);
        Quad(P(0, 0, 1), P(1, 0, 1), P(1, 1, 1), P(0, 1, 1), face);
        Quad(P(0, 0, 0), P(0, 0, 1), P(0, 1, 1), P(0, 1, 0), face);
        Quad(P(1, 0, 0), P(1, 0, 1), P(1, 1, 1), P(1, 1, 0), face);
        Quad(P(0, 0, 0), P(1, 0, 0), P(1, 0, 1), P(0, 0, 1), face);
        Quad(P(0, 1, 0), P(1, 1, 0), P(1, 1, 1), P(0, 1, 1), face);
    }

    /// <summary>A slab over four corners, thickened downward.</summary>
    public void Slab(Vector3 a, Vector3 b, Vector3 c, Vector3 d, float thickness, Face top, Face side)
    {
        var down = new Vector3(0, -thickness, 0);
        Quad(a, b, c, d, top);
        Quad(a + down, b + down, c + down, d + down, side);
        Quad(a, b, b + down, a + down, side);
        Quad(b, c, c + down, b + down, side);
        Quad(c, d, d + down, c + down, side);
        Quad(d, a, a + down, d + down, side);
    }

    /// <summary>A round column or cone between two points, closed at the far end.</summary>
    public void Tube(Vector3 from, Vector3 to, float radiusFrom, float radiusTo, Face face, int sides = 8)
    {
        var axis = Vector3.Normalize(to - from);
        var across = Vector3.Normalize(Vector3.Cross(axis, MathF.Abs(axis.Y) < 0.9f ? Vector3.UnitY : Vector3.UnitX));
        var along = Vector3.Cross(axis, across);
        Vector3 Around(int i)
        {
            var angle = MathF.Tau * i / sides;
            return MathF.Cos(angle) * across + MathF.Sin(angle) * along;
        }
        for (var i = 0; i < sides; i++)
        {
            var (n0, n1) = (Around(i), Around(i + 1));
            Smooth(from + n0 * radiusFrom, from + n1 * radiusFrom, to + n1 * radiusTo, n0, n1, n1, face);
            Smooth(from + n0 * radiusFrom, to + n1 * radiusTo, to + n0 * radiusTo, n0, n1, n0, face);
            Triangle(to, to + n0 * radiusTo, to + n1 * radiusTo, face);
        }
    }

    /// <summary>A ball stretched to three radii.</summary>
    public void Ball(Vector3 center, Vector3 radii, Face face, int rings = 10)
    {
        Vector3 Around(int ring, int i)
        {
            var (tilt, turn) = (MathF.PI * ring / rings, MathF.Tau * i / (2 * rings));
            return new(MathF.Sin(tilt) * MathF.Cos(turn), MathF.Cos(tilt), MathF.Sin(tilt) * MathF.Sin(turn));
        }
        Sheet(rings, 2 * rings, (r, i) => center + Around(r, i) * radii, (r, i) => Vector3.Normalize(Around(r, i) / radii), face);
    }

    /// <summary>A curved sheet of rows by columns cells, given by a point and a normal for each grid corner.</summary>
    public void Sheet(int rows, int columns, Func<int, int, Vector3> point, Func<int, int, Vector3> normal, Face face)
    {
        for (var r = 0; r < rows; r++)
        {
            for (var c = 0; c < columns; c++)
            {
                var (p00, p01, p10, p11) = (point(r, c), point(r, c + 1), point(r + 1, c), point(r + 1, c + 1));
                var (n00, n01, n10, n11) = (normal(r, c), normal(r, c + 1), normal(r + 1, c), normal(r + 1, c + 1));
                Smooth(p00, p01, p11, n00, n01, n11, face);
                Smooth(p00, p11, p10, n00, n11, n10, face);
            }
        }
    }

    /// <summary>A triangle shaded as part of a curved surface.</summary>
    public void Smooth(Vector3 a, Vector3 b, Vector3 c, Vector3 normalA, Vector3 normalB, Vector3 normalC, Face face)
    {
        var (wa, wb, wc) = (World(a), World(b), World(c));
        if (Vector3.Cross(wb - wa, wc - wa).LengthSquared() < 1e-14f)
            return;
        Target.Add(new Triangle(wa, wb, wc, Turn(normalA), Turn(normalB), Turn(normalC), face));
    }

    private Vector3 Turn(Vector3 normal) => Vector3.Normalize(Vector3.TransformNormal(normal, ToWorld));
}
