using System.Numerics;
using NeuralStyle.Samples.Render.Imaging;

namespace NeuralStyle.Samples.Render.Impasto;

/// <summary>The tubes on the table, and how they mix.</summary>
internal static class Pigments
{
    public static readonly Vector3 Indigo = Srgb.Linear(0x141A4E);
    public static readonly Vector3 Ultramarine = Srgb.Linear(0x2330A0);
    public static readonly Vector3 Cobalt = Srgb.Linear(0x1F5FC0);
    public static readonly Vector3 Cerulean = Srgb.Linear(0x3C9BCB);
    public static readonly Vector3 PaleBlue = Srgb.Linear(0xB5D8DC);
    public static readonly Vector3 Cream = Srgb.Linear(0xFAEFD0);
    public static readonly Vector3 Lemon = Srgb.Linear(0xFCE46A);
    public static readonly Vector3 CadmiumYellow = Srgb.Linear(0xFABF14);
    public static readonly Vector3 Orange = Srgb.Linear(0xF07A14);
    public static readonly Vector3 Vermilion = Srgb.Linear(0xD8431F);
    public static readonly Vector3 Crimson = Srgb.Linear(0xA81A34);
    public static readonly Vector3 Viridian = Srgb.Linear(0x1F8572);

    /// <summary>Mixes as paint does, by multiplying reflectances: yellow and blue give green, not grey.</summary>
    public static Vector3 Mix(Vector3 a, Vector3 b, float share) => new(
        MathF.Pow(a.X, 1 - share) * MathF.Pow(b.X, share),
        MathF.Pow(a.Y, 1 - share) * MathF.Pow(b.Y, share),
        MathF.Pow(a.Z, 1 - share) * MathF.Pow(b.Z, share));

    /// <summary>A color along a row of pigments, for t in [0, 1].</summary>
    public static Vector3 Along(IReadOnlyList<Vector3> ramp, float t)
    {
        var place = Math.Clamp(t, 0, 0.9999f) * (ramp.Count - 1);
        var i = (int)place;
        return Vector3.Lerp(ramp[i], ramp[i + 1], place - i);
    }
}
