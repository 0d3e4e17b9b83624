using NeuralStyle.Engine.Sheets.Painting;

namespace NeuralStyle.Engine.Sheets.Layout;

/// <summary>The head of a page: title, what the page stands for, shared settings; the content and style images at the right corner.</summary>
internal sealed class HeadLayout(SheetDrawing drawing, SheetMeasures measures, TextSetter setter, InputPictures pictures)
{
    private const int TitleLines = 2;
    private const int SettingsLines = 6;
    private const int NameLines = 2;

    /// <summary>Adds the head.</summary>
    /// <param name="items">Receives it.</param>
    /// <param name="x">Left edge.</param>
    /// <param name="y">Top edge.</param>
    /// <param name="width">Its width.</param>
    /// <returns>Its height.</returns>
    public int Add(SheetItems items, int x, int y, int width)
    {
        var thumbnails = AddThumbnails(items, x + width, y);
        var room = width - thumbnails.Width - (thumbnails.Width > 0 ? measures.Margin : 0);
        return Math.Max(AddText(items, x, y, room), thumbnails.Height);
    }

    private int AddText(SheetItems items, int x, int y, int width)
    {
        var top = y;
        AddLines(drawing.Frame.Title, measures.Title, TitleLines);
        y += measures.Axis.Size / 3;
        foreach (var label in drawing.Page.Header.Labels)
            AddLines($"{label.Axis} {label.Value}", measures.Group, measures.LabelLines);
        if (drawing.PageCount > 1)
            AddLines($"page {drawing.PageNumber} of {drawing.PageCount}", measures.Axis, 1);
        y += measures.Axis.Size / 3;
        foreach (var line in drawing.Frame.Settings)
            AddLines(line, measures.Axis, SettingsLines);
        return y - top;

        void AddLines(string text, TextStyle style, int most)
        {
            var lines = setter.Wrap(text, style, width, most);
            items.Text(setter, lines, style, x, y, width, TextAlignment.Left);
            y += lines.Count * style.LineHeight;
        }
    }

    /// <summary>Adds the images from right to left; content comes first.</summary>
    private PixelSize AddThumbnails(SheetItems items, int right, int y)
    {
        var (left, height) = (right, 0);
        foreach (var label in pictures.OfPage(drawing.Page).Reverse())
        {
            if (pictures.Find(label, measures.CornerThumbnail) is not { } picture)
                continue;

            var width = Math.Max(picture.Size.Width, measures.CornerThumbnail.Width / 2);
            left -= width + (left < right ? measures.Margin / 2 : 0);
            items.Thumbnail(picture, left, y);
            var below = y + picture.Size.Height + (measures.Axis.Size / 3);
            items.Text(setter, [label.Axis], measures.Axis, left, below, width, TextAlignment.Left);
            var name = setter.Wrap(label.Value, measures.Axis with { Ink = Ink.Strong }, width, NameLines);
            below += measures.Axis.LineHeight;
            items.Text(setter, name, measures.Axis with { Ink = Ink.Strong }, left, below, width, TextAlignment.Left);
            height = Math.Max(height, below + (name.Count * measures.Axis.LineHeight) - y);
        }

        return new PixelSize(right - left, height);
    }
}
