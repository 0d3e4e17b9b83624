using NetVips;
using NeuralStyle.Engine.Images;
using NeuralStyle.Engine.Sheets.Layout;
using NeuralStyle.Engine.Sheets.Painting;

namespace NeuralStyle.Engine.Sheets;

/// <summary>Paints one page of the sheet: head, headers of rows and columns, and a cell for each trial.</summary>
public static class SheetPainter
{
    /// <summary>
    /// Paints a page. Images are shown unchanged; images below 96 pixels are enlarged by a whole number, pixel by pixel, and so are ones that
    /// fit a cell several times; results longer than 1,024 pixels are shrunk. An image that can't be decoded is shown as a failed cell.
    /// </summary>
    /// <exception cref="ArgumentException">The page has no rows or columns, or is too large; <see cref="SheetPager"/> splits such pages.</exception>
    public static PaintedSheet Paint(SheetDrawing drawing)
    {
        ArgumentNullException.ThrowIfNull(drawing);
        var page = drawing.Page;
        if (page.Rows.Count == 0 || page.Columns.Count == 0)
            throw new ArgumentException($"A page needs rows and columns; this one has {page.Rows.Count} and {page.Columns.Count}.", nameof(drawing));

        var measures = SheetMeasures.For(drawing.Frame, page);
        var setter = new TextSetter();
        var layout = SheetLayout.Of(drawing, measures, setter, new InputPictures(drawing.Frame));
        if (!SheetLimits.Allow(layout.Size))
        {
            throw new ArgumentException(
                $"A page of {layout.Size.Width} x {layout.Size.Height} pixels is too large; allowed: {SheetLimits.Text}. Split it first.", nameof(drawing));
        }

        var canvas = new Canvas(layout.Size, Ink.Paper);
        DrawItems(canvas, layout.Items, setter);
        var placed = DrawCells(canvas, drawing, layout, measures, setter);
        return new PaintedSheet(canvas.ToPng(), placed);
    }

    private static void DrawItems(Canvas canvas, SheetItems items, TextSetter setter)
    {
        foreach (var fill in items.Fills)
            canvas.Fill(fill.X, fill.Y, fill.Width, fill.Height, fill.Ink);
        foreach (var thumbnail in items.Thumbnails)
            canvas.Draw(thumbnail.Picture.Rgb, thumbnail.X, thumbnail.Y, thumbnail.Picture.Size);
        foreach (var text in items.Texts)
            canvas.Draw(setter.Mask(text.Line, text.Style), text.X, text.Y, text.Style.Ink);
    }

    private static List<PlacedCell> DrawCells(
        Canvas canvas, SheetDrawing drawing, SheetLayout layout, SheetMeasures measures, TextSetter setter)
    {
        var notices = new NoticePainter(canvas, measures, setter);
        var placed = new List<PlacedCell>();
        for (var row = 0; row < drawing.Page.Rows.Count; row++)
        {
            for (var column = 0; column < drawing.Page.Columns.Count; column++)
            {
                var (x, y) = layout.Cell(row, column);
                if (drawing.Page.TrialIds[row][column] is not { } id)
                {
                    notices.Skipped(x, y);
                    continue;
                }

                var cell = drawing.Cells.GetValueOrDefault(id) ?? new SheetCell.NotRun();
                placed.Add(DrawCell(canvas, notices, measures.Box, cell, new PlacedCell(id, row, column, x, y, 0, 0, 1)));
            }
        }

        return placed;
    }

    private static PlacedCell DrawCell(Canvas canvas, NoticePainter notices, CellBox box, SheetCell cell, PlacedCell place)
    {
        switch (cell)
        {
            case SheetCell.Completed completed:
                return DrawImage(canvas, notices, box, completed, place);
            case SheetCell.Stored stored when stored.Read() is { } png:
                var drawn = DrawImage(canvas, notices, box, new SheetCell.Completed(png), place);
                if (stored.Caption is { } caption)
                    notices.Caption(caption, drawn);
                return drawn;
            case SheetCell.Stored:
                notices.Failed("Its image was removed from the store after it had completed.", place.X, place.Y);
                break;
            case SheetCell.Failed failed:
                notices.Failed(failed.Reason, place.X, place.Y);
                break;
            case SheetCell.NotRun notRun:
                notices.NotRun(notRun, place.X, place.Y);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(cell), cell, "Allowed: Completed, Stored, Failed, NotRun.");
        }

        return place with { Width = box.Size.Width, Height = box.Size.Height };
    }

    private static PlacedCell DrawImage(Canvas canvas, NoticePainter notices, CellBox box, SheetCell.Completed cell, PlacedCell place)
    {
        CellPicture picture;
        try
        {
            picture = CellPicture.ForCell(cell.Png, box);
        }
        catch (Exception exception) when (exception is ImageException or VipsException)
        {
            var failed = new SheetCell.Failed($"The stored image can't be read: {exception.Message.Trim()}");
            return DrawCell(canvas, notices, box, failed, place);
        }

        var (width, height) = (picture.Size.Width, picture.Size.Height);
        var (x, y) = (place.X + ((box.Size.Width - width) / 2), place.Y + ((box.Size.Height - height) / 2));
        canvas.Draw(picture.Rgb, x, y, picture.Size);
        return place with { X = x, Y = y, Width = width, Height = height, Scale = picture.Scale };
    }
}
