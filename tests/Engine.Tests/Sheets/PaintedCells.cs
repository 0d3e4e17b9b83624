using NeuralStyle.Engine.Sheets;
using NeuralStyle.Engine.Sheets.Painting;

namespace NeuralStyle.Engine.Tests.Sheets;

/// <summary>What a painted sheet shows at its cells.</summary>
internal static class PaintedCells
{
    /// <summary>The part of pixels that have exactly an ink's color.</summary>
    public static double Share(byte[] rgb, Ink ink)
    {
        var count = 0;
        for (var start = 0; start < rgb.Length; start += 3)
        {
            if (rgb[start] == ink.Red && rgb[start + 1] == ink.Green && rgb[start + 2] == ink.Blue)
                count++;
        }

        return count * 3.0 / rgb.Length;
    }

    /// <summary>The pixels of a trial's cell.</summary>
    public static byte[] AreaOf(SheetDrawing drawing, string trialId)
    {
        var sheet = SheetPainter.Paint(drawing);
        var place = sheet.Cells.Single(cell => cell.TrialId == trialId);
        return SheetImages.Decode(sheet.Png).Area(place.X, place.Y, place.Width, place.Height);
    }
}
