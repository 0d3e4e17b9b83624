using NetVips;
using NeuralStyle.Engine.Images;

namespace NeuralStyle.Engine.Sheets.Painting;

/// <summary>A line of text as coverage of pixels, drawn by Pango.</summary>
/// <param name="Coverage">A byte for each pixel, 0 (none) to 255, row by row.</param>
/// <param name="Width">Pixels across.</param>
/// <param name="Height">Pixels down.</param>
/// <param name="Left">Distance from the line's left end to the mask, pixels.</param>
/// <param name="Top">Distance from the line's top to the mask, pixels; lines of one style share their baseline.</param>
internal sealed record TextMask(byte[] Coverage, int Width, int Height, int Left, int Top)
{
    // At 72 dots an inch a point is a pixel.
    private const int Resolution = 72;

    /// <summary>Draws a line that is not blank.</summary>
    public static TextMask Of(string line, TextStyle style)
    {
        ImageLibrary.EnsureReady();
        using var image = Image.Text(PlainText.Markup(line), font: style.Font, dpi: Resolution);
        return new TextMask(image.WriteToMemory<byte>(), image.Width, image.Height, image.Xoffset, image.Yoffset);
    }
}
