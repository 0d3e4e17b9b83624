using NeuralStyle.Engine.Sheets.Painting;
using NeuralStyle.Plan.Sheets;

namespace NeuralStyle.Engine.Sheets.Layout;

/// <summary>The head of a page: title, what the page stands for, shared settings; the content and style images at the right corner.</summary>
internal sealed class HeadLayout(SheetDrawing drawing, SheetMeasures measures, TextSetter setter, InputPictures pictures)
{
    private const int TitleLines = 2;
    private const int SettingsLines = 6;
    private const int NameLines = 2;

    private int Space => measures.Margin / 2;

    /// <summary>Adds the head.</summary>
    /// <param name="items">Receives it.</param>
    /// <param name="x">Left edge.</param>
    /// <param name="y">Top edge.</param>
    /// <param name="width">Its width.</param>
    /// <returns>Its height.</returns>
    public int Add(SheetItems items, int x, int y, int width)
    {
        var thumbnails = AddThumbnails(items, x + width, y, width * 3 / 5);
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

    /// <summary>Adds the images in rows at the right, content first; as many a row as leave the text its room.</summary>
    private PixelSize AddThumbnails(SheetItems items, int right, int y, int most)
    {
        var blocks = pictures.OfPage(drawing.Page)
            .Select(label => (Label: label, Picture: pictures.Find(label, measures.CornerThumbnail)))
            .Where(block => block.Picture is not null)
            .Select(block => new Block(block.Label, block.Picture!, Math.Max(block.Picture!.Size.Width, measures.CornerThumbnail.Width / 2)))
            .ToList();
        var (widest, top) = (0, y);
        foreach (var row in Rows(blocks, most))
        {
            top += top > y ? measures.Margin / 2 : 0;
            var width = row.Sum(block => block.Width + Space) - Space;
            var height = 0;
            var left = right - width;
            foreach (var block in row)
            {
                height = Math.Max(height, Add(items, block, left, top));
                left += block.Width + Space;
            }

            (widest, top) = (Math.Max(widest, width), top + height);
        }

        return new PixelSize(widest, top - y);
    }

    private List<List<Block>> Rows(List<Block> blocks, int most)
    {
        var rows = new List<List<Block>>();
        foreach (var block in blocks)
        {
            if (rows.Count == 0 || rows[^1].Sum(other => other.Width + Space) + block.Width > most)
                rows.Add([]);
            rows[^1].Add(block);
        }

        return rows;
    }

    /// <summary>Adds one image and its name; gives their height.</summary>
    private int Add(SheetItems items, Block block, int left, int y)
    {
        items.Thumbnail(block.Picture, left, y);
        var below = y + block.Picture.Size.Height + (measures.Axis.Size / 3);
        items.Text(setter, setter.Wrap(block.Label.Axis, measures.Axis, block.Width, 1), measures.Axis, left, below, block.Width, TextAlignment.Left);
        below += measures.Axis.LineHeight;
        var name = setter.Wrap(block.Label.Value, measures.Axis with { Ink = Ink.Strong }, block.Width, NameLines);
        items.Text(setter, name, measures.Axis with { Ink = Ink.Strong }, left, below, block.Width, TextAlignment.Left);
        return below + (name.Count * measures.Axis.LineHeight) - y;
    }

    private sealed record Block(GridLabel Label, CellPicture Picture, int Width);
}
