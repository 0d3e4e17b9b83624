using System.Globalization;
using System.Text.Json.Serialization;

namespace NeuralStyle.Plan.Parameters;

/// <summary>Width and height of a texture. Immutable, with value equality.</summary>
/// <param name="Width">Pixels, 32 to 4096; 0 in <see cref="Square"/>.</param>
/// <param name="Height">Pixels, 32 to 4096; 0 in <see cref="Square"/>.</param>
[JsonConverter(typeof(TextureSizeJsonConverter))]
public sealed record TextureSize(int Width, int Height)
{
    /// <summary>A square with sides of <c>imageSize</c>.</summary>
    public static TextureSize Square { get; } = new(0, 0);

    /// <summary>Width and height at a scale of the trial.</summary>
    /// <param name="scale">Longest side at that scale, pixels.</param>
    /// <param name="imageSize">The trial's own imageSize, pixels, at which the texture has its full size.</param>
    public (int Width, int Height) At(int scale, int imageSize)
    {
        if (Width == 0)
            return (scale, scale);

        var factor = scale / (double)imageSize;
        return (Math.Max(1, (int)Math.Round(Width * factor)), Math.Max(1, (int)Math.Round(Height * factor)));
    }

    /// <summary>The canonical text.</summary>
    public override string ToString() => Width == 0 ? TextureSizeText.SquareText : string.Create(CultureInfo.InvariantCulture, $"{Width}x{Height}");
}
