using System.Globalization;
using NetVips;
using NeuralStyle.Engine.Images;
using NeuralStyle.Engine.Sheets.Painting;

namespace NeuralStyle.Engine.Sheets.Strips;

/// <summary>Paints the images that a trial kept on its way, in order, so that one sees at a glance how it came about.</summary>
public static class FilmStrip
{
    /// <summary>The most frames; of more, evenly spaced ones are painted, the first and the last among them.</summary>
    public const int MostFrames = 150;

    private const string Unreadable = "The stored image can't be read.";

    /// <summary>Paints a strip.</summary>
    /// <param name="frames">The snapshots: number of the evaluation, and the image as PNG. They are painted by growing number, and scaled
    /// to one size where a ladder of scales made them of several.</param>
    /// <param name="final">The trial's result as PNG, painted last; null for none.</param>
    /// <param name="title">What stands above, e.g. the trial's setting; empty for nothing.</param>
    /// <returns>A PNG of at most 4,000 pixels across and 20 million in all. An image that can't be decoded is told as such.</returns>
    /// <exception cref="ArgumentException">There is no image at all.</exception>
    public static byte[] Paint(IReadOnlyList<(int Evaluation, byte[] Png)> frames, byte[]? final = null, string title = "")
    {
        ArgumentNullException.ThrowIfNull(frames);
        ArgumentNullException.ThrowIfNull(title);
        var shown = Thinned([.. frames.OrderBy(frame => frame.Evaluation)], final is null ? MostFrames : MostFrames - 1)
            .Select(frame => (Label: frame.Evaluation.ToString(CultureInfo.InvariantCulture), frame.Png))
            .Concat(final is null ? [] : [(Label: "final", Png: final)])
            .ToList();
        if (shown.Count == 0)
            throw new ArgumentException("A film strip needs at least one image; none was given.", nameof(frames));

        var setter = new TextSetter();
        var sizes = shown.Select(frame => SizeOf(frame.Png)).OfType<PixelSize>().DefaultIfEmpty(new PixelSize(4, 3));
        var layout = StripLayout.Of(sizes.MaxBy(size => (long)size.Width * size.Height), shown.Count, title, setter);
        var canvas = new Canvas(layout.Size, Ink.Paper);
        for (var line = 0; line < layout.Title.Count; line++)
            Write(canvas, setter, layout.Title[line], layout.TitleStyle, StripLayout.Margin, StripLayout.Margin + (line * layout.TitleStyle.LineHeight));
        for (var index = 0; index < shown.Count; index++)
            DrawFrame(canvas, setter, layout, index, shown[index].Label, shown[index].Png);
        return canvas.ToPng();
    }

    private static void DrawFrame(Canvas canvas, TextSetter setter, StripLayout layout, int index, string label, byte[] png)
    {
        var ((x, y), (width, height)) = (layout.Place(index), (layout.Frame.Width, layout.Frame.Height));
        try
        {
            var picture = CellPicture.Fitted(png, layout.Frame);
            canvas.Draw(picture.Rgb, x + ((width - picture.Size.Width) / 2), y + ((height - picture.Size.Height) / 2), picture.Size);
        }
        catch (Exception exception) when (exception is ImageException or VipsException)
        {
            canvas.Fill(x, y, width, height, Ink.FailedTint);
            canvas.Frame(x, y, width, height, Ink.FailedEdge);
            var style = layout.LabelStyle with { Ink = Ink.FailedText };
            var lines = setter.Wrap(Unreadable, style, width - 8, Math.Max(1, (height - 8) / style.LineHeight));
            for (var line = 0; line < lines.Count; line++)
                Write(canvas, setter, lines[line], style, x + 4, y + 4 + (line * style.LineHeight));
        }

        var text = setter.Wrap(label, layout.LabelStyle, width, 1)[0];
        Write(canvas, setter, text, layout.LabelStyle, x + Math.Max(0, (width - setter.Width(text, layout.LabelStyle)) / 2), y + height + StripLayout.LabelGap);
    }

    private static void Write(Canvas canvas, TextSetter setter, string line, TextStyle style, int x, int y) =>
        canvas.Draw(setter.Mask(line, style), x, y, style.Ink);

    private static IEnumerable<(int Evaluation, byte[] Png)> Thinned(List<(int Evaluation, byte[] Png)> frames, int most) =>
        frames.Count <= most
            ? frames
            : Enumerable.Range(0, most).Select(index => frames[(int)((long)index * (frames.Count - 1) / (most - 1))]);

    private static PixelSize? SizeOf(byte[] png)
    {
        try
        {
            return CellPicture.SizeOf(png);
        }
        catch (Exception exception) when (exception is ImageException or VipsException)
        {
            // It is told where it would stand.
            return null;
        }
    }
}
