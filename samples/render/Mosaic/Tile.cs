using System.Numerics;

namespace NeuralStyle.Samples.Render.Mosaic;

/// <summary>One piece of glass: its center in pixels, the direction of its row, and the region that it may not leave.</summary>
internal readonly record struct Tile(Vector2 Center, Vector2 Direction, int Region)
{
    /// <summary>Distance to a point in the metric whose circles are squares turned into the row.</summary>
    public float SquareDistance(Vector2 p)
    {
        var d = p - Center;
        return MathF.Max(MathF.Abs(Vector2.Dot(d, Direction)), MathF.Abs(d.Y * Direction.X - d.X * Direction.Y));
    }
}
