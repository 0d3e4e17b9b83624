using NeuralStyle.Engine.Sheets.Painting;

namespace NeuralStyle.Engine.Sheets.Layout;

/// <summary>Everything on a page but its cells.</summary>
internal sealed class SheetItems
{
    private readonly List<TextItem> _texts = [];
    private readonly List<FillItem> _fills = [];
    private readonly List<ThumbnailItem> _thumbnails = [];

    /// <summary>Lines of text.</summary>
    public IReadOnlyList<TextItem> Texts => _texts;

    /// <summary>Rules and grounds, in the order in which they are filled.</summary>
    public IReadOnlyList<FillItem> Fills => _fills;

    /// <summary>Small pictures.</summary>
    public IReadOnlyList<ThumbnailItem> Thumbnails => _thumbnails;

    /// <summary>Adds a rectangle.</summary>
    public void Fill(int x, int y, int width, int height, Ink ink) => _fills.Add(new FillItem(x, y, width, height, ink));

    /// <summary>Adds a picture.</summary>
    public void Thumbnail(CellPicture picture, int x, int y) => _thumbnails.Add(new ThumbnailItem(picture, x, y));

    /// <summary>Adds lines one below the other.</summary>
    /// <param name="setter">Measures them.</param>
    /// <param name="lines">The lines.</param>
    /// <param name="style">How they are set.</param>
    /// <param name="x">Left edge of their room.</param>
    /// <param name="y">Top of the first.</param>
    /// <param name="width">Width of their room.</param>
    /// <param name="alignment">Where each lies in it.</param>
    public void Text(TextSetter setter, IReadOnlyList<string> lines, TextStyle style, int x, int y, int width, TextAlignment alignment)
    {
        for (var index = 0; index < lines.Count; index++)
        {
            var spare = Math.Max(0, width - setter.Width(lines[index], style));
            var offset = alignment switch
            {
                TextAlignment.Left => 0,
                TextAlignment.Center => spare / 2,
                TextAlignment.Right => spare,
                _ => throw new ArgumentOutOfRangeException(nameof(alignment), alignment, "Allowed: Left, Center, Right."),
            };
            _texts.Add(new TextItem(lines[index], style, x + offset, y + (index * style.LineHeight)));
        }
    }
}
