using System.Numerics;
using NeuralStyle.Samples.Render.Imaging;

namespace NeuralStyle.Samples.Render.Mosaic;

/// <summary>The colors of glass that the mosaic is laid from.</summary>
internal static class Glass
{
    public static readonly Vector3 Lapis = Srgb.Linear(0x14246E);
    public static readonly Vector3 Sapphire = Srgb.Linear(0x1E56AE);
    public static readonly Vector3 Turquoise = Srgb.Linear(0x1FA6B4);
    public static readonly Vector3 Aqua = Srgb.Linear(0x86D6CC);
    public static readonly Vector3 Milk = Srgb.Linear(0xF6F1E2);
    public static readonly Vector3 PaleGold = Srgb.Linear(0xF6DC8C);
    public static readonly Vector3 Gold = Srgb.Linear(0xE0A52A);
    public static readonly Vector3 Amber = Srgb.Linear(0xF08E22);
    public static readonly Vector3 Vermilion = Srgb.Linear(0xDC4420);
    public static readonly Vector3 Ruby = Srgb.Linear(0xA01A30);
    public static readonly Vector3 Emerald = Srgb.Linear(0x128460);
    public static readonly Vector3 Rose = Srgb.Linear(0xEBA79A);
    public static readonly Vector3 Night = Srgb.Linear(0x10142C);
    public static readonly Vector3 Mortar = Srgb.Linear(0x2B2622);
}
