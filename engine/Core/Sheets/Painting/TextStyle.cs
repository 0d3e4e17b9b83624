using System.Globalization;

namespace NeuralStyle.Engine.Sheets.Painting;

/// <summary>How a text is set.</summary>
/// <param name="Size">Size of the letters, pixels an em.</param>
/// <param name="Bold">Whether it is bold.</param>
/// <param name="Ink">Its color.</param>
internal readonly record struct TextStyle(int Size, bool Bold, Ink Ink)
{
    /// <summary>Distance from line to line, pixels.</summary>
    public int LineHeight => (Size * 5 / 4) + 1;

    /// <summary>The font as Pango names it; a machine without DejaVu Sans takes its own sans serif.</summary>
    public string Font => string.Create(CultureInfo.InvariantCulture, $"DejaVu Sans,Sans {(Bold ? "Bold " : string.Empty)}{Size}");
}
