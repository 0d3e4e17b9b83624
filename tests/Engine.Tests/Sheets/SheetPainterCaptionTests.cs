using NeuralStyle.Engine.Sheets;
using NeuralStyle.Engine.Sheets.Painting;
using static NeuralStyle.Engine.Tests.Sheets.PaintedCells;
using static NeuralStyle.Engine.Tests.Sheets.SampleSheet;

namespace NeuralStyle.Engine.Tests.Sheets;

/// <summary>Captions across the pictures of a sheet.</summary>
public sealed class SheetPainterCaptionTests
{
    private static readonly Axis Weights = new("styleWeight", "0.3", "3", "30", "300");

    [Fact]
    public void Paint_DroppedTrialWithAResult_BearsACaptionAcrossItsLowerEnd()
    {
        var drawing = Drawing(Page([], [Weights]), 128, 96);
        var (cells, png) = (drawing.Cells.ToDictionary(), ((SheetCell.Completed)drawing.Cells[Id(0, 1)]).Png);
        cells[Id(0, 1)] = new SheetCell.Stored(() => png) { Caption = "Dropped: rung 1 of 3" };

        var (plain, captioned) = (AreaOf(drawing, Id(0, 1)), AreaOf(drawing with { Cells = cells }, Id(0, 1)));

        var half = plain.Length / 2;
        Assert.Equal(plain[..half], captioned[..half]);
        Assert.InRange(Share(captioned, Ink.IdleTint), 0.05, 0.4);
    }

    /// <summary>Two captions that differ at their ends are two pictures: what is too long for large letters is set in smaller ones.</summary>
    [Fact]
    public void Paint_CaptionTooLongForItsLetters_IsSmallerAndWhole()
    {
        var drawing = Drawing(Page([], [Weights]), 192, 128);
        var (cells, png) = (drawing.Cells.ToDictionary(), ((SheetCell.Completed)drawing.Cells[Id(0, 1)]).Png);

        Assert.NotEqual(Captioned("Dropped after rung 1 of 3 (64 px)"), Captioned("Dropped after rung 1 of 3 (65 px)"));
        // No letters are small enough for a sentence.
        var sentence = string.Concat(Enumerable.Repeat("Dropped after the first rung ", 9));
        Assert.Equal(Captioned(sentence + "of 3"), Captioned(sentence + "of 4"));

        byte[] Captioned(string caption)
        {
            cells[Id(0, 1)] = new SheetCell.Stored(() => png) { Caption = caption };
            return AreaOf(drawing with { Cells = cells }, Id(0, 1));
        }
    }
}
