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

    /// <summary>Paints why a trial has no result yet, or will have none, and how far it is while it runs.</summary>
    public void NotRun(SheetCell.NotRun cell, int x, int y)
    {
        Ground(x, y, Ink.IdleTint, Ink.Rule);
        Write(cell.Heading, cell.Reason ?? string.Empty, x, y, Ink.Soft);
        if (cell.Progress is not { } done)
            return;
        var (width, height) = (measures.Box.Size.Width - 2, Math.Max(3, measures.Gap));
        canvas.Fill(x + 1, y + measures.Box.Size.Height - 1 - height, width, height, Ink.Rule);
        canvas.Fill(x + 1, y + measures.Box.Size.Height - 1 - height, (int)(width * Math.Clamp(done, 0, 1)), height, Ink.Strong);
    }

    /// <summary>Paints that no trial was asked for at this place.</summary>
    public void Skipped(int x, int y)
    {
        canvas.Frame(x, y, measures.Box.Size.Width, measures.Box.Size.Height, Ink.Rule);
        Write("Skipped", string.Empty, x, y, Ink.Soft);
    }

    /// <summary>Writes a line across the lower end of a picture, in smaller letters where it is too long; it ends with an ellipsis where it is still.</summary>
    public void Caption(string text, PlacedCell place)
    {
        var style = measures.Axis with { Ink = Ink.Strong };
        var padding = Math.Max(2, measures.Gap / 2);
        while (style.Size > SmallestText && setter.Wrap(text, style, place.Width - (2 * padding), int.MaxValue - 1).Count > 1)
            style = style with { Size = style.Size - 1 };
        var height = Math.Min(place.Height, style.LineHeight + (2 * padding));
        canvas.Fill(place.X, place.Y + place.Height - height, place.Width, height, Ink.IdleTint);
        if (setter.Wrap(text, style, place.Width - (2 * padding), 1) is [var line, ..])
            canvas.Draw(setter.Mask(line, style), place.X + padding, place.Y + place.Height - height + padding, style.Ink);
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
