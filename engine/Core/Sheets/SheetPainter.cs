namespace NeuralStyle.Engine.Sheets;

/// <summary>Paints one page of the sheet.</summary>
public static class SheetPainter
{
    /// <summary>Paints a page.</summary>
    public static PaintedSheet Paint(SheetDrawing drawing)
    {
        ArgumentNullException.ThrowIfNull(drawing);
        return new PaintedSheet([], []);
    }
}
