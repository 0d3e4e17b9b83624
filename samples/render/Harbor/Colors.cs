using System.Numerics;
using NeuralStyle.Samples.Render.Imaging;

namespace NeuralStyle.Samples.Render.Harbor;

/// <summary>The town's colors, chosen together: warm walls, cool shutters, clay roofs.</summary>
internal static class Colors
{
    public static readonly IReadOnlyList<Vector3> Walls = Table(
        0xE8B45A, 0xD9755A, 0xF0DFC0, 0xE2956B, 0x9FBFC4, 0xC8503F, 0xF2CB7E, 0xDDA08E, 0xEFE6D2, 0xB8C49A, 0xE58A3C, 0x7FA3B8);

    public static readonly IReadOnlyList<Vector3> Shutters = Table(0x2F6B5E, 0x2B5C8A, 0x4A7A4A, 0x6B3A2E, 0x1F4E66, 0x8AA6A0);

    public static readonly IReadOnlyList<Vector3> Roofs = Table(0xB5573A, 0xA84C33, 0xBE6A45, 0x9C4630, 0xC07650);

    public static readonly IReadOnlyList<Vector3> Awnings = Table(0xC23B2E, 0x2F6F8F, 0x3F7F55, 0xD98A2B);

    public static readonly IReadOnlyList<Vector3> Hulls = Table(0xC8372B, 0x1F6FA3, 0xE9E2CF, 0x2E8B7A, 0xE3A22B);

    public static readonly IReadOnlyList<Vector3> Clothes = Table(0xD94B3A, 0x2D5D8C, 0xF1E3C4, 0x3B3F4A, 0xE0A63A, 0x6F8F6A);

    public static readonly Vector3 Trim = Srgb.Linear(0xEDE3CD);
    public static readonly Vector3 Stone = Srgb.Linear(0xB3A488);
    public static readonly Vector3 DarkWood = Srgb.Linear(0x6E4B30);
    public static readonly Vector3 PaleWood = Srgb.Linear(0xB08A5C);
    public static readonly Vector3 Pane = Srgb.Linear(0x1C2A33);
    public static readonly Vector3 Iron = Srgb.Linear(0x23262A);
    public static readonly Vector3 White = Srgb.Linear(0xF3EEE2);
    public static readonly Vector3 LampLight = new(3.2f, 1.75f, 0.62f);

    private static Vector3[] Table(params int[] codes) => [.. codes.Select(Srgb.Linear)];
}
