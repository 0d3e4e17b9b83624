using System.Numerics;

namespace NeuralStyle.Samples.Render.Impasto;

/// <summary>One stroke: its path and width in pixels, the two colors on its brush (one side, the other side), and how thick the paint lies.</summary>
internal sealed record Stroke(IReadOnlyList<Vector2> Path, float HalfWidth, Vector3 Left, Vector3 Right, float Thickness, int Brush)
{
    /// <summary>Length of the path, whose points are evenly spaced, in pixels.</summary>
    public float Length { get; } = (Path.Count - 1) * Vector2.Distance(Path[0], Path[1]);
}
