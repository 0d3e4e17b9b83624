using System.Numerics;

namespace NeuralStyle.Samples.Render.Mosaic;

/// <summary>The sea: rows of overlapping ringed scallops, nearer rows larger and lower.</summary>
internal static class Waves
{
    public const int Rows = 5;
    private const int FirstRegion = 10000;
    private static readonly Vector3[] Rings =
        [Glass.Milk, Glass.Turquoise, Glass.Sapphire, Glass.Lapis, Glass.Turquoise, Glass.Aqua, Glass.Milk];

    /// <summary>The nearest row of waves at a place, among rows from <paramref name="first"/> (far) up to <paramref name="end"/>; null if above them all.</summary>
    public static Patch? At(Vector2 p, int first, int end)
    {
        for (var row = end - 1; row >= first; row--)
        {
            var radius = 0.105f + 0.012f * row;
            var pitch = radius * 1.62f;
            var shift = row % 2 == 0 ? 0 : pitch / 2;
            var left = (int)MathF.Floor((p.X - shift) / pitch);
            for (var i = left; i <= left + 1; i++)
            {
                var center = new Vector2(shift + i * pitch, Level(row) + 0.018f * MathF.Sin(i * 1.9f + row * 2.3f));
                var distance = Vector2.Distance(p, center);
                if (distance < radius)
                    return Ringed(row, i, distance / radius);
            }
            if (p.Y > Level(row) + 0.02f)
                return Ringed(row, left, 0.5f);
        }
        return null;
    }

    private static float Level(int row) => 0.755f + 0.082f * row;

    private static Patch Ringed(int row, int scallop, float reach)
    {
        var ring = Math.Min((int)((1 - reach) * 6.2f), Rings.Length - 1);
        var color = row % 2 == 1 && ring == 1 ? Glass.Aqua : row % 2 == 1 && ring == 3 ? Glass.Emerald : Rings[ring];
        return new(FirstRegion + row * 1000 + (scallop + 20) * 10 + ring, color);
    }
}
