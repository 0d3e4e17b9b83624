using System.Numerics;
using NeuralStyle.Samples.Render.Chance;

namespace NeuralStyle.Samples.Render.Impasto;

/// <summary>Chooses strokes: start anywhere, follow the flow, load the brush with the color wanted there and a neighbor of it.</summary>
internal sealed class Painter(Canvas canvas, Composition composition, Rng rng)
{
    private const float Step = 2; // pixels between points of a path
    private readonly Bristles _bristles = new(canvas);
    private int _brush;

    public void Layer(int strokes, float halfWidth, float length, float thickness)
    {
        for (var i = 0; i < strokes; i++)
        {
            var start = new Vector2(rng.Between(-0.03f, 1.03f) * canvas.Width, rng.Between(-0.03f, 1.03f) * canvas.Height);
            var size = rng.Between(0.7f, 1.25f);
            var path = Follow(start, length * rng.Between(0.55f, 1.3f) * size);
            var middle = InUnits(path[path.Count / 2]);
            var aside = middle + 0.018f * new Vector2(rng.Normal(), rng.Normal());
            var stroke = new Stroke(
                path, halfWidth * size, Vary(composition.ColorAt(middle)), Vary(composition.ColorAt(aside)),
                thickness * rng.Between(0.7f, 1.3f), ++_brush);
            _bristles.Lay(stroke);
        }
    }

    private List<Vector2> Follow(Vector2 start, float length)
    {
        var path = new List<Vector2> { start };
        var lean = rng.Between(-0.10f, 0.10f);
        for (var s = 0f; s < length; s += Step)
        {
            var flow = composition.FlowAt(InUnits(path[^1]));
            path.Add(path[^1] + Step * Vector2.Normalize(flow + lean * new Vector2(-flow.Y, flow.X)));
        }
        return path;
    }

    private Vector2 InUnits(Vector2 pixel) => pixel / canvas.Height;

    /// <summary>No two loads are alike: a shift of value, and a trace of a stronger hue.</summary>
    private Vector3 Vary(Vector3 color)
    {
        var value = MathF.Exp(0.20f * rng.Normal());
        var grey = (color.X + color.Y + color.Z) / 3;
        return Vector3.Max(Vector3.Lerp(new Vector3(grey), color, rng.Between(0.95f, 1.25f)) * value, new Vector3(0.004f));
    }
}
