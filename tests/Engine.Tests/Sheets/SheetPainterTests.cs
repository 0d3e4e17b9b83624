using System.Text;
using NeuralStyle.Engine.Sheets;
using NeuralStyle.Engine.Sheets.Painting;
using NeuralStyle.Plan.Sheets;
using static NeuralStyle.Engine.Tests.Sheets.PaintedCells;
using static NeuralStyle.Engine.Tests.Sheets.SampleSheet;

namespace NeuralStyle.Engine.Tests.Sheets;

public sealed class SheetPainterTests
{
    private static readonly Axis Weights = new("styleWeight", "0.3", "3", "30", "300");
    private static readonly Axis Layers = new("styleLayers", "relu1_1", "relu1_1, relu2_1", "relu1_1..relu5_1");
    private static readonly Axis Init = new("init", "content", "noise");

    [Fact]
    public void Paint_Grid_ShowsEachTrialsPixelsAtItsPlace()
    {
        var drawing = Drawing(Page([Layers], [Weights]), 128, 96);

        var sheet = SheetPainter.Paint(drawing);

        var painted = SheetImages.Decode(sheet.Png);
        Assert.Equal(12, sheet.Cells.Count);
        foreach (var cell in sheet.Cells)
        {
            Assert.Equal(Id(cell.Row, cell.Column), cell.TrialId);
            Assert.Equal((128, 96, 1.0), (cell.Width, cell.Height, cell.Scale));
            Assert.Equal(PixelsOf(drawing, cell.TrialId), painted.Area(cell.X, cell.Y, cell.Width, cell.Height));
        }
    }

    [Fact]
    public void Paint_NestedAxes_KeepsRowsAndColumnsAlignedWithWiderGapsBetweenGroups()
    {
        var sheet = SheetPainter.Paint(Drawing(Page([Init, Layers], [Init, Weights]), 100, 80));

        var columns = sheet.Cells.GroupBy(cell => cell.Column).OrderBy(column => column.Key).Select(column => Assert.Single(column.Select(cell => cell.X).Distinct())).ToList();
        var rows = sheet.Cells.GroupBy(cell => cell.Row).OrderBy(row => row.Key).Select(row => Assert.Single(row.Select(cell => cell.Y).Distinct())).ToList();
        Assert.Equal((8, 6), (columns.Count, rows.Count));
        var steps = columns.Zip(columns.Skip(1), (left, right) => right - left).ToList();
        Assert.True(steps[3] > steps[2], $"The gap between groups, {steps[3]}, should be wider than {steps[2]}.");
        Assert.All(steps.Where((_, index) => index != 3), step => Assert.Equal(steps[0], step));
    }

    [Fact]
    public void Paint_TinyImages_AreEnlargedPixelByPixel()
    {
        var drawing = Drawing(Page([Init], [Weights]), 32, 24);

        var sheet = SheetPainter.Paint(drawing);

        var painted = SheetImages.Decode(sheet.Png);
        var cell = sheet.Cells[5];
        var image = SheetImages.Decode(((SheetCell.Completed)drawing.Cells[cell.TrialId]).Png);
        Assert.Equal((96, 72, 3.0), (cell.Width, cell.Height, cell.Scale));
        for (var y = 0; y < cell.Height; y++)
        {
            for (var x = 0; x < cell.Width; x++)
                Assert.Equal(image.At(x / 3, y / 3), painted.At(cell.X + x, cell.Y + y));
        }
    }

    [Fact]
    public void Paint_ImagesOfSeveralSizes_AreCenteredInEqualCells()
    {
        var drawing = Drawing(Page([], [Weights]), 160, 120);
        var cells = drawing.Cells.ToDictionary();
        cells[Id(0, 1)] = new SheetCell.Completed(SheetImages.Noise(100, 120, 50));
        cells[Id(0, 2)] = new SheetCell.Completed(SheetImages.Noise(40, 30, 51));

        var placed = SheetPainter.Paint(drawing with { Cells = cells }).Cells;

        Assert.Equal((100, 120, placed[0].Y), (placed[1].Width, placed[1].Height, placed[1].Y));
        Assert.Equal(placed[0].X + 160 + (placed[3].X - placed[2].X - 160) + 30, placed[1].X);
        Assert.Equal((160, 120, 4.0), (placed[2].Width, placed[2].Height, placed[2].Scale));
    }

    [Fact]
    public void Paint_LargeResults_AreShrunkToTheLongestSideOfACell()
    {
        var placed = Assert.Single(SheetPainter.Paint(Drawing(Page([], []), 1536, 1024)).Cells);

        Assert.Equal((1024, 683), (placed.Width, placed.Height));
        Assert.Equal(2.0 / 3, placed.Scale, 0.001);
    }

    [Theory]
    [InlineData(64, 48, "The loss became NaN at evaluation 13.")]
    [InlineData(256, 192, "The loss became NaN at evaluation 13 (style loss of relu5_1). Try a smaller style weight.")]
    public void Paint_FailedCell_IsTintedAndBearsTheReason(int width, int height, string reason)
    {
        var drawing = Drawing(Page([Init], [Weights]), width, height);
        var cells = drawing.Cells.ToDictionary();
        cells[Id(1, 2)] = new SheetCell.Failed(reason);
        var other = drawing with { Cells = new Dictionary<string, SheetCell>(cells) { [Id(1, 2)] = new SheetCell.Failed("Another reason entirely.") } };

        var sheet = SheetPainter.Paint(drawing with { Cells = cells });
        var place = sheet.Cells.Single(cell => cell.TrialId == Id(1, 2));
        var area = SheetImages.Decode(sheet.Png).Area(place.X, place.Y, place.Width, place.Height);

        Assert.Equal((Ink.FailedEdge.Red, Ink.FailedEdge.Green, Ink.FailedEdge.Blue), (area[0], area[1], area[2]));
        Assert.InRange(Share(area, Ink.FailedTint), 0.5, 0.99);
        Assert.InRange(Share(area, Ink.FailedText), 0.002, 0.4);
        Assert.NotEqual(area, SheetImages.Decode(SheetPainter.Paint(other).Png).Area(place.X, place.Y, place.Width, place.Height));
    }

    [Fact]
    public void Paint_TrialWithoutACell_IsShownAsNotRunUnlikeAFailedOne()
    {
        var drawing = Drawing(Page([], [Weights]), 128, 96);
        var cells = drawing.Cells.Where(cell => cell.Key != Id(0, 1)).ToDictionary();

        var sheet = SheetPainter.Paint(drawing with { Cells = cells });

        var place = sheet.Cells[1];
        var area = SheetImages.Decode(sheet.Png).Area(place.X, place.Y, place.Width, place.Height);
        Assert.InRange(Share(area, Ink.IdleTint), 0.5, 0.99);
        Assert.Equal(0, Share(area, Ink.FailedTint));
    }

    [Fact]
    public void Paint_StoredResults_AreReadOneByOneAndLookTheSame()
    {
        var drawing = Drawing(Page([], [Weights]), 128, 96);
        var reads = new List<string>();
        var stored = drawing.Cells.ToDictionary(cell => cell.Key, cell => (SheetCell)new SheetCell.Stored(() =>
        {
            reads.Add(cell.Key);
            return ((SheetCell.Completed)cell.Value).Png;
        }));

        var sheet = SheetPainter.Paint(drawing with { Cells = stored });

        Assert.Equal(SheetPainter.Paint(drawing).Png, sheet.Png);
        Assert.Equal([Id(0, 0), Id(0, 1), Id(0, 2), Id(0, 3)], reads);
    }

    [Fact]
    public void Paint_StoredResultThatIsGone_FailsItsCell()
    {
        var drawing = Drawing(Page([], [Weights]), 128, 96);
        var cells = drawing.Cells.ToDictionary();
        cells[Id(0, 1)] = new SheetCell.Stored(() => null);

        Assert.InRange(Share(AreaOf(drawing with { Cells = cells }, Id(0, 1)), Ink.FailedTint), 0.3, 0.99);
    }

    [Fact]
    public void Paint_RunningTrial_HasABarAsLongAsItsProgress()
    {
        var drawing = Drawing(Page([], [Weights]), 128, 96);
        double[] shares = [.. ((double[])[0, 0.5, 1]).Select(done =>
        {
            var cells = drawing.Cells.ToDictionary();
            cells[Id(0, 1)] = new SheetCell.NotRun { Heading = "Running", Progress = done };
            return Share(AreaOf(drawing with { Cells = cells }, Id(0, 1)), Ink.Strong);
        })];

        Assert.Equal(0, shares[0]);
        Assert.Equal(shares[2] / 2, shares[1], shares[2] / 20);
    }

    [Fact]
    public void Paint_Hole_IsFramedAndSaysSkipped()
    {
        var page = Page([], [Weights]);
        var hole = page with { TrialIds = [[page.TrialIds[0][0], null, page.TrialIds[0][2], page.TrialIds[0][3]]] };

        var (full, holed) = (SheetPainter.Paint(Drawing(page, 128, 96)), SheetPainter.Paint(Drawing(hole, 128, 96)));

        var place = full.Cells[1];
        var area = SheetImages.Decode(holed.Png).Area(place.X, place.Y, place.Width, place.Height);
        Assert.Equal(3, holed.Cells.Count);
        Assert.Equal((Ink.Rule.Red, Ink.Rule.Green, Ink.Rule.Blue), (area[0], area[1], area[2]));
        Assert.True(Share(area, Ink.Soft) > 0.001);
    }

    [Fact]
    public void Paint_ImageThatCannotBeDecoded_FailsItsCellAlone()
    {
        var drawing = Drawing(Page([], [Weights]), 128, 96);
        var cells = drawing.Cells.ToDictionary();
        cells[Id(0, 1)] = new SheetCell.Completed("<svg xmlns=\"http://www.w3.org/2000/svg\"/>"u8.ToArray());
        cells[Id(0, 2)] = new SheetCell.Completed(((SheetCell.Completed)cells[Id(0, 2)]).Png[..2000]);

        var sheet = SheetPainter.Paint(drawing with { Cells = cells });

        var painted = SheetImages.Decode(sheet.Png);
        Assert.All([1, 2], column => Assert.InRange(Share(painted.Area(sheet.Cells[column].X, sheet.Cells[column].Y, 128, 96), Ink.FailedTint), 0.4, 0.99));
        Assert.Equal(PixelsOf(drawing, Id(0, 3)), painted.Area(sheet.Cells[3].X, sheet.Cells[3].Y, 128, 96));
    }

    [Theory]
    [InlineData("<script>&\"'")]
    [InlineData("<b>bold</b> <span size='99999'>huge</span>")]
    [InlineData("&#65; &notAnEntity; <!--")]
    [InlineData("a\u0000b\u0007c\ud800d\u202ee")]
    public void Paint_HostileText_IsSetAsItIs(string text)
    {
        var page = Page([new(text, text)], [new(text, text, "3")], new GridLabel(text, text));
        var drawing = Drawing(page, 128, 96);
        drawing = drawing with
        {
            Frame = drawing.Frame with { Title = text, Settings = [text] },
            Cells = new Dictionary<string, SheetCell> { [Id(0, 0)] = new SheetCell.Failed(text) },
        };

        var sheet = SheetPainter.Paint(drawing);

        Assert.Equal(2, sheet.Cells.Count);
        Assert.InRange(SheetImages.Decode(sheet.Png).Width, 1, 2_000);
    }

    [Fact]
    public void Paint_ContentAndStyle_AreShownAtTheCornerAndAsHeadersWhereTheyAreAxes()
    {
        var images = new Dictionary<string, byte[]> { ["a.jpg"] = SheetImages.Noise(60, 40, 1), ["b.jpg"] = SheetImages.Noise(60, 40, 2) };
        var drawing = Drawing(Page([new("content", "a.jpg", "b.jpg")], [Weights]), 128, 96);
        drawing = drawing with { Frame = drawing.Frame with { Contents = images, Styles = new Dictionary<string, byte[]> { ["s.jpg"] = SheetImages.Noise(70, 50, 3) } } };

        var sheet = SheetPainter.Paint(drawing);

        var painted = SheetImages.Decode(sheet.Png);
        Assert.NotNull(Find(painted, SheetImages.Noise(70, 50, 3), beforeY: sheet.Cells[0].Y));
        var first = Find(painted, SheetImages.Noise(60, 40, 1), beforeX: sheet.Cells[0].X);
        var second = Find(painted, SheetImages.Noise(60, 40, 2), beforeX: sheet.Cells[0].X);
        Assert.InRange(first!.Value.Y, sheet.Cells[0].Y, sheet.Cells[0].Y + 96 - 40);
        Assert.InRange(second!.Value.Y, sheet.Cells[4].Y, sheet.Cells[4].Y + 96 - 40);
    }

    [Fact]
    public void Paint_PageTooLarge_SaysItsSizeAndWhatIsAllowed()
    {
        var wide = new Axis("seed", [.. Enumerable.Range(0, 200).Select(number => $"{number}")]);
        var drawing = Drawing(Page([], [new("seed", "0")]), 128, 96) with { Page = Page([], [wide]) };

        var exception = Assert.Throws<ArgumentException>(() => SheetPainter.Paint(drawing));

        Assert.Contains("16,384", exception.Message, StringComparison.Ordinal);
        Assert.Matches(@"\d{5} x \d+ pixels", exception.Message);
    }

    [Fact]
    public void Paint_SameDrawing_GivesTheSameBytes()
    {
        var drawing = Drawing(Page([Init], [Weights]), 64, 48);

        Assert.Equal(SheetPainter.Paint(drawing).Png, SheetPainter.Paint(drawing).Png);
    }

    private static byte[] PixelsOf(SheetDrawing drawing, string id) => SheetImages.Decode(((SheetCell.Completed)drawing.Cells[id]).Png).Rgb;

    /// <summary>Where an image lies, unchanged, left of or above a limit.</summary>
    private static (int X, int Y)? Find(SheetImages.Decoded painted, byte[] png, int beforeX = int.MaxValue, int beforeY = int.MaxValue)
    {
        var image = SheetImages.Decode(png);
        var line = Encoding.Latin1.GetString(image.Rgb, 0, image.Width * 3);
        for (var y = 0; y <= Math.Min(painted.Height, beforeY) - image.Height; y++)
        {
            var row = Encoding.Latin1.GetString(painted.Rgb, y * painted.Width * 3, painted.Width * 3);
            var at = row.IndexOf(line, StringComparison.Ordinal);
            if (at >= 0 && (at / 3) + image.Width <= beforeX && image.Rgb.SequenceEqual(painted.Area(at / 3, y, image.Width, image.Height)))
                return (at / 3, y);
        }

        return null;
    }
}
