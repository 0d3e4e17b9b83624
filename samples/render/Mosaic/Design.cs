using System.Numerics;

namespace NeuralStyle.Samples.Render.Mosaic;

/// <summary>The cartoon of the mosaic: a fish leaps over waves before a ringed sky, in a frame. Positions are in units of the height.</summary>
internal sealed class Design(float aspect)
{
    private const int RowsBehindFish = 1;
    private const int FirstRegion = 1;
    private const float Frame = 0.052f;

    public Patch At(Vector2 p)
    {
        var inset = MathF.Min(MathF.Min(p.X, aspect - p.X), MathF.Min(p.Y, 1 - p.Y));
        if (inset < Frame)
            return InFrame(p, inset);
        return Waves.At(p, RowsBehindFish, Waves.Rows) ?? Fish.At(p) ?? Waves.At(p, 0, RowsBehindFish) ?? Sun.At(p);
    }

    /// <summary>Two courses of tiles: dark outside, and alternating lengths of ruby and gold inside.</summary>
    private Patch InFrame(Vector2 p, float inset)
    {
        if (inset < Frame * 0.42f)
            return new(FirstRegion, Glass.Night);
        var horizontal = MathF.Min(p.Y, 1 - p.Y) < MathF.Min(p.X, aspect - p.X);
        var run = (int)MathF.Floor((horizontal ? p.X : p.Y) / 0.066f);
        return new(FirstRegion + 1 + (run & 1), (run & 1) == 0 ? Glass.Ruby : Glass.Gold);
    }
}
