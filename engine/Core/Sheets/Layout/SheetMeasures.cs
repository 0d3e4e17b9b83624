using NeuralStyle.Engine.Sheets.Painting;
using NeuralStyle.Plan.Sheets;

namespace NeuralStyle.Engine.Sheets.Layout;

/// <summary>Sizes of letters and distances of one sheet, from the size of its cells and their number, within limits that keep text readable.</summary>
internal sealed record SheetMeasures
{
    private const int SmallestText = 12;
    private const int LargestText = 40;

    // Seen whole, on a screen or in a document, a page is about 110 letters wide, however many pixels it has.
    private const int LettersAcrossPage = 110;

    private SheetMeasures(CellBox box, int columns)
    {
        Box = box;
        var ofCell = Math.Min(box.Size.Width / 13, 24);
        var ofPage = Math.Min(box.Size.Width * columns / LettersAcrossPage, box.Size.Width / 8);
        var text = Math.Clamp(Math.Max(ofCell, ofPage), SmallestText, LargestText);
        Value = new TextStyle(text, Bold: false, Ink.Strong);
        Group = new TextStyle(text, Bold: true, Ink.Strong);
        Axis = new TextStyle(Math.Max(SmallestText - 1, text * 6 / 7), Bold: false, Ink.Soft);
        Title = new TextStyle(text * 2, Bold: true, Ink.Strong);
        Margin = text * 2;
        Gap = Math.Clamp(box.Size.Width / 48, 3, 12);
    }

    /// <summary>The cells.</summary>
    public CellBox Box { get; }

    /// <summary>Values of the innermost axis.</summary>
    public TextStyle Value { get; }

    /// <summary>Values of axes around others, and what a cell's notice begins with.</summary>
    public TextStyle Group { get; }

    /// <summary>Names of axes, captions and settings.</summary>
    public TextStyle Axis { get; }

    /// <summary>The name of the sweep.</summary>
    public TextStyle Title { get; }

    /// <summary>Empty border of the page, pixels.</summary>
    public int Margin { get; }

    /// <summary>Distance between cells, pixels.</summary>
    public int Gap { get; }

    /// <summary>Distance between cells of different groups where axes are nested, pixels.</summary>
    public int GroupGap => Gap * 4;

    /// <summary>The most lines of a label; a longer one ends with an ellipsis.</summary>
    public int LabelLines { get; } = 6;

    /// <summary>Width of the labels of a row, at most, pixels.</summary>
    public int RowLabelWidth => Math.Max(Value.Size * 16, Box.Size.Width);

    /// <summary>Size of the thumbnails of content and style images beside labels, at most.</summary>
    public PixelSize LabelThumbnail => new(Box.Size.Width / 2, Box.Size.Height / 2);

    /// <summary>Size of the thumbnails at the corner of the page, at most.</summary>
    public PixelSize CornerThumbnail => new(Value.Size * 11, Value.Size * 7);

    /// <summary>Width of the page's content, at least, so that a title can be read above a single cell.</summary>
    public int LeastWidth => Value.Size * 50;

    /// <summary>The measures of a page.</summary>
    public static SheetMeasures For(SheetFrame frame, GridPage page) => new(CellBox.For(frame.LargestImage), page.Columns.Count);
}
