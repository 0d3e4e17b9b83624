using System.Numerics;

namespace NeuralStyle.Samples.Render.Impasto;

/// <summary>
/// One swirl of the painting, in units of the picture's height. Spin is +1 (clockwise on the canvas) or -1.
/// The ramp gives its colors from the heart outward; Arms is the number of spiral arms that carry them.
/// </summary>
internal sealed record Vortex(Vector2 Center, float Radius, float Spin, int Arms, IReadOnlyList<Vector3> Ramp)
{
    /// <summary>Distance from the heart, in radii.</summary>
    public float Reach(Vector2 p) => Vector2.Distance(p, Center) / Radius;

    /// <summary>The unit direction of the swirl, drawn slightly inward.</summary>
    public Vector2 Turn(Vector2 p)
    {
        var d = Vector2.Normalize(p - Center + new Vector2(1e-5f, 0));
        return Vector2.Normalize(Spin * new Vector2(-d.Y, d.X) - 0.26f * d);
    }
}
