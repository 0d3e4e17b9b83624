using NeuralStyle.Engine.Sheets.Painting;

namespace NeuralStyle.Engine.Sheets.Layout;

/// <summary>Where everything lies on one page.</summary>
internal sealed class SheetLayout
{
    private readonly CellTrack _columns;
    private readonly CellTrack _rows;

    private SheetLayout(PixelSize size, int gridX, int gridY, CellTrack columns, CellTrack rows, SheetItems items)
    {
        Size = size;
        GridX = gridX;
        GridY = gridY;
        Items = items;
        (_columns, _rows) = (columns, rows);
    }

    /// <summary>Size of the page.</summary>
    public PixelSize Size { get; }

    /// <summary>Left edge of the first column.</summary>
    public int GridX { get; }

    /// <summary>Top edge of the first row.</summary>
    public int GridY { get; }

    /// <summary>Everything but the cells.</summary>
    public SheetItems Items { get; }

    /// <summary>Lays a page out.</summary>
    public static SheetLayout Of(SheetDrawing drawing, SheetMeasures measures, TextSetter setter, InputPictures pictures)
    {
        var page = drawing.Page;
        var columns = new CellTrack(page.Columns, measures.Box.Size.Width, measures);
        var rows = new CellTrack(page.Rows, measures.Box.Size.Height, measures);
        var columnHeaders = new ColumnLayout(page.Columns, columns, measures, setter, pictures);
        var rowHeaders = new RowLayout(page.Rows, rows, measures, setter, pictures);

        // The names of the columns' axes stand to the left of the values, in the corner; without rows' headers the corner is made for them.
        var names = columnHeaders.Axes.Select(axis => setter.Width(NameOf(axis), measures.Axis)).DefaultIfEmpty(0).Max();
        var corner = Math.Max(rowHeaders.Width, names == 0 ? 0 : names + measures.Value.Size);
        var width = Math.Max(corner + columns.Length, measures.LeastWidth);

        var items = new SheetItems();
        var (x, y) = (measures.Margin, measures.Margin);
        y += new HeadLayout(drawing, measures, setter, pictures).Add(items, x, y, width) + (measures.Margin * 3 / 4);
        items.Fill(x, y, width, 1, Ink.Rule);
        y += measures.Margin / 2;
        columnHeaders.Add(items, x + corner, y, (axis, top) => items.Text(
            setter, [NameOf(axis)], measures.Axis, x, top + measures.Value.Size - measures.Axis.Size, corner - measures.Value.Size, TextAlignment.Right));
        y += columnHeaders.Height + rowHeaders.NamesHeight;
        rowHeaders.Add(items, x + corner - rowHeaders.Width, y);

        var size = new PixelSize(width + (measures.Margin * 2), y + rows.Length + measures.Margin);
        return new SheetLayout(size, x + corner, y, columns, rows, items);
    }

    /// <summary>Top left corner of a cell.</summary>
    public (int X, int Y) Cell(int row, int column) => (GridX + _columns.Start(column), GridY + _rows.Start(row));

    private static string NameOf(string axis) => $"{axis} →";
}
