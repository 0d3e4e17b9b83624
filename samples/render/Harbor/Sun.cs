using System.Numerics;
using NeuralStyle.Samples.Render.Chance;

namespace NeuralStyle.Samples.Render.Harbor;

/// <summary>The low evening sun: behind the viewer's right shoulder, so that fronts glow and every shape has a shaded side.</summary>
internal static class Sun
{
    private const float Azimuth = 111 * MathF.PI / 180; // from straight ahead, to the right
    private const float Elevation = 16 * MathF.PI / 180;
    private const float DiscRadius = 0.022f; // larger than the real 0.0047, for softer shadow edges

    /// <summary>Unit vector toward the sun.</summary>
    public static Vector3 Direction { get; } = new(
        MathF.Sin(Azimuth) * MathF.Cos(Elevation), MathF.Sin(Elevation), MathF.Cos(Azimuth) * MathF.Cos(Elevation));

    /// <summary>Light on a white wall that faces the sun.</summary>
    public static Vector3 Light { get; } = new(3.7f, 2.25f, 1.12f);

    public static Vector3 Sample(Rng rng) => Vector3.Normalize(Direction + DiscRadius * rng.Direction());
}
