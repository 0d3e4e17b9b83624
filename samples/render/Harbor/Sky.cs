using System.Numerics;
using NeuralStyle.Samples.Render.Chance;

namespace NeuralStyle.Samples.Render.Harbor;

/// <summary>Radiance of the sky by direction. The clouds ahead are marched once into a map, since every ray would need them again.</summary>
internal sealed class Sky
{
    private const float HalfAzimuth = 0.85f; // radians to each side of straight ahead
    private const float LowElevation = -0.01f;
    private const float HighElevation = 0.95f;
    private const int MapWidth = 1100;
    private const int MapHeight = 640;
    private readonly Vector3[] _map = new Vector3[MapWidth * MapHeight];

    public Sky()
    {
        Parallel.For(0, MapHeight, row =>
        {
            for (var column = 0; column < MapWidth; column++)
            {
                var azimuth = Curve.Mix(-HalfAzimuth, HalfAzimuth, (column + 0.5f) / MapWidth);
                var elevation = Curve.Mix(LowElevation, HighElevation, (row + 0.5f) / MapHeight);
                var direction = new Vector3(
                    MathF.Sin(azimuth) * MathF.Cos(elevation), MathF.Sin(elevation), MathF.Cos(azimuth) * MathF.Cos(elevation));
                _map[row * MapWidth + column] = Clouds.Over(Clear(direction), direction);
            }
        });
    }

    public Vector3 Toward(Vector3 direction)
    {
        var azimuth = MathF.Atan2(direction.X, direction.Z);
        var elevation = MathF.Asin(Math.Clamp(direction.Y, -1, 1));
        var x = (azimuth + HalfAzimuth) / (2 * HalfAzimuth) * MapWidth - 0.5f;
        var y = (elevation - LowElevation) / (HighElevation - LowElevation) * MapHeight - 0.5f;
        if (x < 0 || x >= MapWidth - 1 || y >= MapHeight - 1)
            return Clear(direction);
        y = MathF.Max(y, 0);
        var (ix, iy) = ((int)x, (int)y);
        var (u, v) = (x - ix, y - iy);
        return Vector3.Lerp(
            Vector3.Lerp(_map[iy * MapWidth + ix], _map[iy * MapWidth + ix + 1], u),
            Vector3.Lerp(_map[(iy + 1) * MapWidth + ix], _map[(iy + 1) * MapWidth + ix + 1], u), v);
    }

    /// <summary>The cloudless sky: peach at the horizon, through a pale band, to blue overhead; warmer toward the sun.</summary>
    public static Vector3 Clear(Vector3 direction)
    {
        var height = MathF.Max(direction.Y, 0);
        var sunward = 0.5f + 0.5f * Vector3.Dot(Vector3.Normalize(new Vector3(direction.X, 0.001f, direction.Z)), new Vector3(0.9f, 0, 0.43f));
        var horizon = Vector3.Lerp(new(0.98f, 0.68f, 0.54f), new(1.35f, 0.86f, 0.46f), sunward);
        var middle = new Vector3(0.40f, 0.60f, 0.82f);
        var zenith = new Vector3(0.07f, 0.22f, 0.55f);
        var color = Vector3.Lerp(horizon, middle, 1 - MathF.Exp(-height * 11f));
        return Vector3.Lerp(color, zenith, 1 - MathF.Exp(-MathF.Max(height - 0.06f, 0) * 3.1f));
    }
}
