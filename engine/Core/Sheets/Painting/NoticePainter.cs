using NeuralStyle.Engine.Sheets.Layout;

namespace NeuralStyle.Engine.Sheets.Painting;

/// <summary>Paints what a cell without an image says.</summary>
internal sealed class NoticePainter(Canvas canvas, SheetMeasures measures, TextSetter setter)
{
    private const int SmallestText = 10;

    /// <summary>Paints that a trial failed, and why. A reason too long for the cell in its smallest letters ends with an ellipsis.</summary>
    public void Failed(string reason, int x, int y)
    {
        Ground(x, y, Ink.FailedTint, Ink.FailedEdge);
        Write("Failed", reason, x, y, Ink.FailedText);
    }

    /// <summary>Paints that a trial did not run, and why if it is known.</summary>
    public void NotRun(string? reason, int x, int y)
    {
        Ground(x, y, Ink.IdleTint, Ink.Rule);
        Write("Not run", reason ?? string.Empty, x, y, Ink.Soft);
    }

    private void Ground(int x, int y, Ink tint, Ink edge)
    {
        var (width, height) = (measures.Box.Size.Width, measures.Box.Size.Height);
        canvas.Fill(x, y, width, height, tint);
        canvas.Frame(x, y, width, height, edge);
    }

    private void Write(string heading, string reason, int x, int y, Ink ink)
    {
        var padding = Math.Max(4, measures.Gap * 2);
        var (width, height) = (measures.Box.Size.Width - (2 * padding), measures.Box.Size.Height - (2 * padding));
        var head = measures.Group with { Ink = ink };
        var body = measures.Axis with { Ink = ink };
        var lines = Break();
        while (lines.Truncated && body.Size > SmallestText)
        {
            head = head with { Size = Math.Min(head.Size, body.Size) };
            body = body with { Size = body.Size - 1 };
            lines = Break();
        }

        Draw([.. setter.Wrap(heading, head, width, 1)], head, y + padding);
        Draw(lines.Lines, body, y + padding + head.LineHeight);

        (IReadOnlyList<string> Lines, bool Truncated) Break()
        {
            var room = Math.Max(1, (height - head.LineHeight) / body.LineHeight);
            var all = setter.Wrap(reason, body, width, int.MaxValue - 1);
            return (setter.Wrap(reason, body, width, room), all.Count > room);
        }

        void Draw(IReadOnlyList<string> text, TextStyle style, int top)
        {
            for (var index = 0; index < text.Count; index++)
                canvas.Draw(setter.Mask(text[index], style), x + padding, top + (index * style.LineHeight), ink);
        }
    }
}
