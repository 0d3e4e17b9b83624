using NeuralStyle.Engine.Sheets.Painting;

namespace NeuralStyle.Engine.Sheets.Strips;

/// <summary>Where the frames of a film strip lie: rows from left to right, as nearly full as can be.</summary>
internal sealed record StripLayout
{
    /// <summary>Empty border, pixels.</summary>
    public const int Margin = 16;

    /// <summary>Distance from a frame to its label, pixels.</summary>
    public const int LabelGap = 2;

    /// <summary>The most pixels across.</summary>
    public const int MostWidth = 4000;

    /// <summary>The most pixels in all.</summary>
    public const long MostPixels = 20_000_000;

    private const int Gap = 6;
    private const int RowGap = 8;

    // A frame is an overview; the snapshots themselves keep every pixel.
    private const int LongestFrame = 320;
    private const int TinyFrame = 96;
    private const int ShortestFrame = 16;
    private const double Step = 0.96;

    // Rows are this wide where that gives few enough of them.
    private const int PreferredWidth = 2400;
    private const double HighestProportion = 1.5;

    // Room for a title where the frames are few.
    private const int NarrowestPage = 480;

    private readonly int _columns;
    private readonly int _top;

    private StripLayout(PixelSize frame, int count, int width, string title, TextSetter setter)
    {
        Frame = frame;
        LabelStyle = new TextStyle(Math.Clamp(frame.Width / 14, 10, 15), Bold: false, Ink.Soft);
        var most = Math.Clamp((width - (2 * Margin) + Gap) / (frame.Width + Gap), 1, count);
        var rows = (count + most - 1) / most;
        _columns = (count + rows - 1) / rows;
        var across = Math.Max(NarrowestPage, (2 * Margin) + (_columns * (frame.Width + Gap)) - Gap);
        Title = setter.Wrap(title, TitleStyle, across - (2 * Margin), 3);
        _top = Margin + (Title.Count == 0 ? 0 : (Title.Count * TitleStyle.LineHeight) + RowGap);
        Rows = rows;
        Size = new PixelSize(across, _top + (rows * RowHeight) - RowGap + Margin);
    }

    /// <summary>Size of a frame; smaller ones lie in its middle.</summary>
    public PixelSize Frame { get; }

    /// <summary>Size of the page.</summary>
    public PixelSize Size { get; }

    /// <summary>The number of rows.</summary>
    public int Rows { get; }

    /// <summary>The lines above the frames.</summary>
    public IReadOnlyList<string> Title { get; }

    /// <summary>How they are set.</summary>
    public TextStyle TitleStyle { get; } = new(15, Bold: true, Ink.Strong);

    /// <summary>How the labels are set.</summary>
    public TextStyle LabelStyle { get; }

    private int RowHeight => Frame.Height + LabelGap + LabelStyle.LineHeight + RowGap;

    /// <summary>The layout with the largest frames that the limits allow.</summary>
    /// <param name="largest">Size of the largest image.</param>
    /// <param name="count">Number of frames, 1 or more.</param>
    /// <param name="title">What stands above.</param>
    /// <param name="setter">Measures it.</param>
    public static StripLayout Of(PixelSize largest, int count, string title, TextSetter setter)
    {
        var longest = Math.Max(largest.Width, largest.Height);
        for (double side = Math.Clamp(longest, TinyFrame, LongestFrame); ; side *= Step)
        {
            var frame = new PixelSize(Scaled(largest.Width), Scaled(largest.Height));
            foreach (var width in (int[])[PreferredWidth, MostWidth])
            {
                var layout = new StripLayout(frame, count, width, title, setter);
                if (layout.IsSensible || side <= ShortestFrame)
                    return layout;
            }

            int Scaled(int length) => Math.Max(1, (int)Math.Round(length * side / longest));
        }
    }

    /// <summary>Left and top of a frame.</summary>
    public (int X, int Y) Place(int index) =>
        (Margin + (index % _columns * (Frame.Width + Gap)), _top + (index / _columns * RowHeight));

    private bool IsSensible => Size.Width <= MostWidth && (long)Size.Width * Size.Height <= MostPixels
        && (Rows == 1 || Size.Height <= HighestProportion * Size.Width);
}
