using System.Numerics;
using NeuralStyle.Samples.Render.Chance;
using NeuralStyle.Samples.Render.Tracing;

namespace NeuralStyle.Samples.Render.Harbor;

/// <summary>An open wooden hull. Locally the bow points along +x, the waterline is y = 0, and the middle of the boat is the origin.</summary>
internal sealed record Hull(float Length, float Beam, float Freeboard, Vector3 Paint, Vector3 Stripe)
{
    private const int Stations = 28;
    private const int Girths = 12;
    private const float Draft = 0.35f;

    public void Build(Frame at)
    {
        for (var ring = 0; ring < Girths; ring++)
        {
            // From keel to rail: bottom paint, topsides, one stripe below the rail.
            var color = ring < 5 ? new Vector3(0.24f, 0.05f, 0.035f) : ring == Girths - 2 ? Stripe : Paint;
            Band(at, ring, ring + 1, 1, new Face(Finish.Paint, color));
            Band(at, ring, ring + 1, 0.93f, new Face(Finish.Wood, Colors.PaleWood));
        }
        for (var side = -1; side <= 1; side += 2)
            for (var i = 0; i < Stations; i++)
                at.Tube(Point(i, Girths, side, 0.97f), Point(i + 1, Girths, side, 0.97f), 0.055f, 0.055f, new Face(Finish.Paint, Colors.White), 6);
        var (left, right) = (Point(0, Girths, -1, 1), Point(0, Girths, 1, 1));
        at.Quad(Point(0, 0, 1, 1), left, right, Point(0, 0, -1, 1), new Face(Finish.Paint, Paint));
        at.Tube(left, right, 0.055f, 0.055f, new Face(Finish.Paint, Colors.White), 6);
    }

    /// <summary>A level floor or deck, as far as the hull is wide at that height.</summary>
    public void Deck(Frame at, float height, float from, float to, Face face)
    {
        for (var i = (int)(from * Stations); i < (int)(to * Stations); i++)
        {
            var (a, b) = (HalfBeam(i / (float)Stations) * 0.93f, HalfBeam((i + 1) / (float)Stations) * 0.93f);
            var (xa, xb) = (X(i / (float)Stations, height), X((i + 1) / (float)Stations, height));
            at.Quad(new(xa, height, -a), new(xb, height, -b), new(xb, height, b), new(xa, height, a), face);
        }
    }

    /// <summary>A bench across the boat.</summary>
    public void Thwart(Frame at, float t)
    {
        var (x, half) = (X(t, Freeboard * 0.7f), HalfBeam(t) * 0.78f);
        at.Box(new(x - 0.16f, Freeboard * 0.62f, -half), new(x + 0.16f, Freeboard * 0.62f + 0.06f, half), new Face(Finish.Wood, Colors.PaleWood * 1.15f));
    }

    /// <summary>A point of the rail: t from 0 at the stern to 1 at the bow; side -1 or 1.</summary>
    public Vector3 Rail(float t, int side) => Point(t * Stations, Girths, side, 1);

    public float HalfBeam(float t) => Beam / 2 * (1 - 0.985f * MathF.Pow(t, 3.2f)) * (0.72f + 0.28f * Curve.Step(0, 0.4f, t));

    private float Sheer(float t) => Freeboard * (0.92f + 0.62f * t * t * t + 0.14f * (1 - t) * (1 - t));

    private float X(float t, float y) => (t - 0.5f) * Length + 0.10f * Length * t * t * t * MathF.Max(y, 0) / Freeboard;

    private Vector3 Point(float station, float girth, int side, float inset)
    {
        // Normals look half a step past the ends.
        var (t, s) = (Math.Clamp(station / Stations, 0, 1), girth / Girths);
        var y = Curve.Mix(-Draft * (1 - 0.5f * t), Sheer(t), MathF.Pow(s, 1.35f));
        var flare = 0.78f + 0.22f * s;
        return new(X(t, y), y + (inset < 1 ? 0.02f : 0), side * HalfBeam(t) * MathF.Pow(s, 0.42f) * flare * inset);
    }

    private void Band(Frame at, int from, int to, float inset, Face face)
    {
        for (var side = -1; side <= 1; side += 2)
        {
            var s = side;
            Vector3 Corner(int r, int c) => Point(c, r == 0 ? from : to, s, inset);
            Vector3 Normal(int r, int c)
            {
                var girth = Math.Max(r == 0 ? from : to, 0.4f);
                var along = Point(c + 0.5f, girth, s, inset) - Point(c - 0.5f, girth, s, inset);
                var up = Point(c, girth + 0.3f, s, inset) - Point(c, girth - 0.3f, s, inset);
                return s * Vector3.Normalize(Vector3.Cross(along, up));
            }
            at.Sheet(1, Stations, Corner, Normal, face);
        }
    }
}
