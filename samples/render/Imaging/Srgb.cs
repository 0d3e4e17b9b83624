using System.Numerics;

namespace NeuralStyle.Samples.Render.Imaging;

/// <summary>The sRGB transfer curve (IEC 61966-2-1), both ways.</summary>
internal static class Srgb
{
    /// <summary>The linear-light color of an 0xRRGGBB code, as one reads it from a color picker.</summary>
    public static Vector3 Linear(int code) =>
        new(Decode((code >> 16 & 255) / 255f), Decode((code >> 8 & 255) / 255f), Decode((code & 255) / 255f));

    public static float Encode(float linear)
    {
        var v = Math.Clamp(linear, 0f, 1f);
        return v <= 0.0031308f ? 12.92f * v : 1.055f * MathF.Pow(v, 1 / 2.4f) - 0.055f;
    }

    private static float Decode(float encoded) =>
        encoded <= 0.04045f ? encoded / 12.92f : MathF.Pow((encoded + 0.055f) / 1.055f, 2.4f);
}
