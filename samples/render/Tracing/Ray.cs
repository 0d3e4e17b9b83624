using System.Numerics;

namespace NeuralStyle.Samples.Render.Tracing;

/// <summary>A ray of unit direction.</summary>
internal readonly record struct Ray(Vector3 Origin, Vector3 Direction)
{
    public Vector3 At(float distance) => Origin + Direction * distance;
}
