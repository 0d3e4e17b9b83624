using System.Numerics;
using NeuralStyle.Samples.Render.Chance;

namespace NeuralStyle.Samples.Render.Impasto;

/// <summary>Lays strokes on a canvas bristle by bristle: each has its own load, its own furrow, and runs dry at its own length.</summary>
internal sealed class Bristles(Canvas canvas)
{
    private const float PickUp = 0.16f; // share of wet paint taken along from below
    private readonly int[] _lastStroke = new int[canvas.Width * canvas.Height];
    private readonly Vector2[] _within = new Vector2[canvas.Width * canvas.Height];
    private readonly List<int> _touched = [];
    private int _strokes;

    public void Lay(Stroke stroke)
    {
        Cover(stroke);
        var pickedUp = UnderStart();
        foreach (var index in _touched)
            Paint(stroke, index, pickedUp);
    }

    /// <summary>Notes for each pixel under the stroke where it lies: along the path in [0, 1], and across in [-1, 1].</summary>
    private void Cover(Stroke stroke)
    {
        _strokes++;
        _touched.Clear();
        const float spacing = 0.6f;
        for (var i = 0; i + 1 < stroke.Path.Count; i++)
        {
            var (from, to) = (stroke.Path[i], stroke.Path[i + 1]);
            var tangent = Vector2.Normalize(to - from);
            var across = new Vector2(-tangent.Y, tangent.X);
            var length = Vector2.Distance(from, to);
            for (var s = 0f; s < length; s += spacing)
                for (var v = -stroke.HalfWidth; v <= stroke.HalfWidth; v += spacing)
                    Note(from + tangent * s + across * v, new Vector2((i + s / length) / (stroke.Path.Count - 1), v / stroke.HalfWidth));
        }
    }

    private void Note(Vector2 place, Vector2 within)
    {
        var (x, y) = ((int)MathF.Round(place.X), (int)MathF.Round(place.Y));
        if (x < 0 || y < 0 || x >= canvas.Width || y >= canvas.Height)
            return;
        var index = y * canvas.Width + x;
        _within[index] = within;
        if (_lastStroke[index] == _strokes)
            return;
        _lastStroke[index] = _strokes;
        _touched.Add(index);
    }

    private Vector3 UnderStart()
    {
        var count = Math.Min(_touched.Count, 60);
        var sum = Vector3.Zero;
        for (var i = 0; i < count; i++)
            sum += canvas.Colors.Pixels[_touched[i]];
        return count == 0 ? Vector3.One : Vector3.Max(sum / count, new Vector3(0.01f));
    }

    private void Paint(Stroke stroke, int index, Vector3 pickedUp)
    {
        var (along, across) = (_within[index].X, _within[index].Y);
        var hair = across * stroke.HalfWidth * 0.28f + stroke.Brush * 13.7f;
        var furrow = Noise.Fractal(hair, along * stroke.Length * 0.02f + stroke.Brush, 2);
        var load = Noise.At(hair * 1.1f + 50, stroke.Brush * 3.1f);
        var edge = Curve.Step(1.02f, 0.86f, MathF.Abs(across) + 0.14f * (furrow - 0.5f));
        // The near end is round, where the brush was set down; the far end frays.
        var roundness = stroke.HalfWidth / stroke.Length * (1 - MathF.Sqrt(MathF.Max(1 - across * across, 0)));
        var start = Curve.Step(roundness, roundness + 0.03f, along);
        var end = Curve.Step(1.0f, 0.93f, along + 0.30f * (0.75f - load));
        var dry = Curve.Step(0.12f, 0.30f, furrow + 0.55f * (1 - along) + 0.1f);
        var cover = edge * start * end * dry;
        if (cover <= 0.01f)
            return;
        var side = Math.Clamp(0.5f + 0.5f * across + 0.9f * (load - 0.5f), 0, 1);
        var color = Vector3.Lerp(stroke.Left, stroke.Right, side) * (0.86f + 0.28f * furrow);
        color = Pigments.Mix(Vector3.Max(color, new Vector3(0.004f)), pickedUp, PickUp * along);
        canvas.Colors.Pixels[index] = Vector3.Lerp(canvas.Colors.Pixels[index], color, cover);

        // Paint is pushed to both sides and heaped where the brush lifts.
        var rim = 0.55f * Curve.Bell(0.84f, 0.13f, MathF.Abs(across)) + 0.7f * Curve.Bell(0.93f, 0.05f, along);
        var body = stroke.Thickness * (0.30f + 0.85f * furrow + rim);
        canvas.Heights[index] = Curve.Mix(canvas.Heights[index], 0.35f * canvas.Heights[index] + body, cover);
    }
}
