using System.Numerics;

namespace NeuralStyle.Samples.Render.Imaging;

/// <summary>Brings scene light into display range: a soft glow, a filmic curve, and a slight darkening of the corners.</summary>
internal static class Film
{
    private const float Exposure = 0.86f;
    private const float Glow = 0.07f;
    private const float CornerFall = 0.20f;

    public static Picture Develop(Picture scene)
    {
        var blurred = scene.Blurred(scene.Width / 90f);
        var result = new Picture(scene.Width, scene.Height);
        for (var y = 0; y < scene.Height; y++)
        {
            for (var x = 0; x < scene.Width; x++)
            {
                var fromCenter = new Vector2(2f * x / scene.Width - 1, 2f * y / scene.Height - 1);
                var fall = 1 - CornerFall * 0.25f * fromCenter.LengthSquared() * fromCenter.LengthSquared();
                result[x, y] = Curve(Vector3.Lerp(scene[x, y], blurred[x, y], Glow) * Exposure * fall);
            }
        }
        return result;
    }

    /// <summary>Narkowicz's fit of the ACES filmic curve (2015).</summary>
    private static Vector3 Curve(Vector3 x)
    {
        x *= 0.72f;
        return x * (2.51f * x + new Vector3(0.03f)) / (x * (2.43f * x + new Vector3(0.59f)) + new Vector3(0.14f));
    }
}
