using System.Text;
using NetVips;

namespace NeuralStyle.Engine.Images;

/// <summary>Drawings that NeuralStyle made itself, as pixels.</summary>
public static class PlotPicture
{
    // Every trial has a drawing, 900 pixels wide: twice the pixels a unit take three times as long (20 ms to 57), and the SVG beside it is
    // sharp at any size. 9 takes six times as long as 3, for a quarter less bytes.
    private const int Compression = 3;

    /// <summary>A drawing as PNG, a pixel a unit.</summary>
    /// <param name="svg">The drawing. Only ever one that this product made: an SVG of another's could refer to other files.</param>
    /// <returns>The content of the file: 8-bit RGB on white.</returns>
    /// <exception cref="ImageException">It is no SVG.</exception>
    public static byte[] Png(string svg)
    {
        ArgumentNullException.ThrowIfNull(svg);
        ImageLibrary.EnsureReady();
        try
        {
            using var drawing = Image.SvgloadBuffer(Encoding.UTF8.GetBytes(svg), failOn: Enums.FailOn.Error);
            using var flat = drawing.Flatten(background: [255, 255, 255]);
            return flat.PngsaveBuffer(compression: Compression, keep: Enums.ForeignKeep.Icc, profile: SrgbProfile.Name);
        }
        catch (VipsException error)
        {
            throw new ImageException($"The drawing can't be turned into pixels: {error.Message.Trim()}. Allowed is SVG.", error);
        }
    }
}
