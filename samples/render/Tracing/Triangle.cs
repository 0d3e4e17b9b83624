using System.Numerics;

namespace NeuralStyle.Samples.Render.Tracing;

/// <summary>A triangle as its first corner and two edges, with a normal at each corner. Seen alike from both sides.</summary>
internal readonly struct Triangle(Vector3 a, Vector3 b, Vector3 c, Vector3 normalA, Vector3 normalB, Vector3 normalC, Face face)
{
    public readonly Vector3 A = a;
    public readonly Vector3 EdgeB = b - a;
    public readonly Vector3 EdgeC = c - a;
    public readonly Vector3 NormalA = normalA;
    public readonly Vector3 NormalB = normalB;
    public readonly Vector3 NormalC = normalC;
    public readonly Face Face = face;

    public Vector3 Low => Vector3.Min(A, Vector3.Min(A + EdgeB, A + EdgeC));

    public Vector3 High => Vector3.Max(A, Vector3.Max(A + EdgeB, A + EdgeC));

    public Vector3 FlatNormal => Vector3.Normalize(Vector3.Cross(EdgeB, EdgeC));

    /// <summary>The normal interpolated at barycentric coordinates (1 - u - v, u, v).</summary>
    public Vector3 NormalAt(float u, float v) => Vector3.Normalize((1 - u - v) * NormalA + u * NormalB + v * NormalC);
}
