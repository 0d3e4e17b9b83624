using NeuralStyle.Engine.Sheets.Painting;
using NeuralStyle.Plan.Sheets;

namespace NeuralStyle.Engine.Sheets.Layout;

/// <summary>A label broken into lines, with its picture above where it names an image.</summary>
/// <param name="Lines">The lines.</param>
/// <param name="Style">How they are set.</param>
/// <param name="Picture">The picture, if any.</param>
/// <param name="Size">Size of the whole.</param>
internal sealed record LabelBlock(IReadOnlyList<string> Lines, TextStyle Style, CellPicture? Picture, PixelSize Size)
{
    /// <summary>Breaks a label.</summary>
    public static LabelBlock Of(
        GridLabel label, TextStyle style, int width, int most, SheetMeasures measures, TextSetter setter, InputPictures pictures)
    {
        var lines = setter.Wrap(label.Value, style, width, most);
        var picture = pictures.Find(label, measures.LabelThumbnail);
        var size = new PixelSize(
            Math.Max(setter.Width(lines, style), picture?.Size.Width ?? 0),
            (lines.Count * style.LineHeight) + (picture is null ? 0 : picture.Size.Height + PictureGap(style)));
        return new LabelBlock(lines, style, picture, size);
    }

    /// <summary>Adds the label.</summary>
    /// <param name="items">Receives it.</param>
    /// <param name="setter">Measures it.</param>
    /// <param name="x">Left edge of its room.</param>
    /// <param name="y">Its top.</param>
    /// <param name="width">Width of its room.</param>
    /// <param name="alignment">Where it lies in the room.</param>
    public void Add(SheetItems items, TextSetter setter, int x, int y, int width, TextAlignment alignment)
    {
        if (Picture is not null)
        {
            var spare = width - Picture.Size.Width;
            items.Thumbnail(Picture, x + (alignment == TextAlignment.Right ? spare : spare / 2), y);
            y += Picture.Size.Height + PictureGap(Style);
        }

        items.Text(setter, Lines, Style, x, y, width, alignment);
    }

    private static int PictureGap(TextStyle style) => style.Size / 4;
}
