using NeuralStyle.Engine.Sheets;
using NeuralStyle.Engine.Sheets.Layout;
using NeuralStyle.Engine.Sheets.Painting;
using NeuralStyle.Plan.Sheets;
using static NeuralStyle.Engine.Tests.Sheets.SampleSheet;

namespace NeuralStyle.Engine.Tests.Sheets;

public sealed class SheetLayoutTests
{
    private const string Long = "relu1_1, relu1_2, relu2_1, relu2_2, relu3_1, relu3_2, relu3_3, relu3_4, relu4_1, relu4_2, relu4_3, relu5_1";
    private const string Unbroken = "AVeryLongNameOfAnImageWithoutAnyPlaceToBreakItAtAllWhichGoesOnAndOnAndOn.jpg";

    public static TheoryData<int, int, int> Sizes => new() { { 32, 24, 2 }, { 96, 64, 12 }, { 192, 144, 3 }, { 192, 256, 20 }, { 1024, 300, 2 }, { 200, 8, 2 } };

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Of_AnyLabels_NothingOverlapsOrLeavesThePage(int width, int height, int columns)
    {
        var page = Page(
            [new("content", "a.jpg", Unbroken), new("styleLayers", "relu1_1", Long, Unbroken)],
            [new("a rather long axis name", Long, "3"), new("w", [.. Enumerable.Range(0, columns).Select(number => number == 1 ? Unbroken : $"{number}e-5")])],
            new GridLabel("init", Long));
        var drawing = Titled(Drawing(page, width, height), Unbroken + Long, [Long + Long, Unbroken]);

        AssertNothingOverlaps(drawing);
    }

    [Fact]
    public void Of_Axes_NamesEachOnceAndSetsEveryValue()
    {
        var page = Page([new("init", "content", "noise"), new("pooling", "max", "average")], [new("styleWeight", "0.3", "30")]);

        var texts = Lay(Drawing(page, 192, 144)).Layout.Items.Texts.Select(text => text.Line).ToList();

        Assert.Equal(["init ↓", "pooling ↓", "styleWeight →"], texts.Where(text => text.Contains('→') || text.Contains('↓')).Order(StringComparer.Ordinal));
        Assert.All(["content", "noise", "0.3", "30"], value => Assert.Single(texts, value));
        Assert.All(["max", "average"], value => Assert.Equal(2, texts.Count(text => text == value)));
        Assert.Contains("tubingen-starry", texts);
    }

    [Fact]
    public void Of_Values_StandBesideTheirRowsAndOverTheirColumns()
    {
        var page = Page([new("init", "content", "noise")], [new("styleWeight", "0.3", "30", "300")]);
        var drawing = Drawing(page, 192, 144);

        var (layout, setter) = Lay(drawing);

        var over = BoxOf(setter, layout.Items.Texts.Single(text => text.Line == "30"));
        var column = CellOf(layout, drawing, 0, 1);
        Assert.InRange(over.X + (over.Width / 2), column.X + 90, column.X + 102);
        Assert.True(over.Y + over.Height <= column.Y);
        var beside = BoxOf(setter, layout.Items.Texts.Single(text => text.Line == "noise"));
        var row = CellOf(layout, drawing, 1, 0);
        Assert.InRange(beside.Y + (beside.Height / 2), row.Y + 62, row.Y + 82);
        Assert.True(beside.X + beside.Width < row.X);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(12, 7)]
    [InlineData(40, 2.5)]
    public void Of_MoreColumns_LettersStayReadableOnTheWholePage(int columns, double leastPerMille)
    {
        var page = Page([], [new("seed", [.. Enumerable.Range(0, columns).Select(number => $"{number}")])]);

        var layout = Lay(Drawing(page, 192, 144)).Layout;

        var label = layout.Items.Texts.Single(text => text.Line == "0");
        Assert.InRange(label.Style.Size, 12, 40);
        Assert.True(label.Style.Size * 1000.0 / layout.Size.Width >= leastPerMille, $"{label.Style.Size} of {layout.Size.Width} pixels is too small.");
    }

    [Fact]
    public void Of_PageOfSeveral_SaysWhichAndWhatItStandsFor()
    {
        var page = Page([], [new("styleWeight", "1", "2")], new GridLabel("pooling", "average"));

        var texts = Lay(Drawing(page, 192, 144) with { PageNumber = 2, PageCount = 4 }).Layout.Items.Texts.Select(text => text.Line).ToList();

        Assert.Contains("pooling average", texts);
        Assert.Contains("page 2 of 4", texts);
    }

    [Fact]
    public void Of_BlendAndMasks_HeadShowsThemAll()
    {
        var page = Page([], [new("styleWeight", "0.3", "30", "300", "3000")]);

        var texts = Lay(Masked(Drawing(page, 192, 144))).Layout.Items.Texts.Select(text => text.Line).ToList();

        Assert.All(["a.jpg", "b.jpg", "c.jpg", "left.png", "right.png", "styleMasks"], name => Assert.Contains(name, texts));
        Assert.Equal(2, texts.Count(text => text == "style"));
    }

    [Fact]
    public void Of_StyleAxisOfWhichOneImageCannotBeShown_HeadShowsNone()
    {
        // "b.jpg" is the only one that can be shown, and does not hold for the row of the other.
        var page = Page([new("style", "b.jpg", "gone.jpg")], [new("styleWeight", "0.3", "30")]);
        var drawing = Drawing(page, 192, 144);

        var texts = Lay(drawing with { Frame = drawing.Frame with { Styles = new Dictionary<string, byte[]> { ["b.jpg"] = SheetImages.Noise(30, 20, 1) } } })
            .Layout.Items.Texts.Select(text => text.Line).ToList();

        Assert.Single(texts, "b.jpg");
        Assert.DoesNotContain("style", texts);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    public void Of_ManyImagesAtTheHead_NothingOverlapsOrLeavesThePage(int columns)
    {
        var page = Page([], [new("w", [.. Enumerable.Range(0, columns).Select(number => $"{number}e-5")])]);
        var drawing = Masked(Drawing(page, 192, 144));
        var others = Enumerable.Range(0, 9).Select(number => new InputImage("styleMasks", $"mask{number}.png", SheetImages.Noise(120, 80, number)));

        AssertNothingOverlaps(drawing with { Frame = drawing.Frame with { Others = [.. others] } });
    }

    private static void AssertNothingOverlaps(SheetDrawing drawing)
    {
        var (layout, setter) = Lay(drawing);
        var page = drawing.Page;
        var boxes = layout.Items.Texts.Select(text => BoxOf(setter, text))
            .Concat(layout.Items.Thumbnails.Select(item => new Box("thumbnail", item.X, item.Y, item.Picture.Size.Width, item.Picture.Size.Height)))
            .Concat(from row in Enumerable.Range(0, page.Rows.Count) from column in Enumerable.Range(0, page.Columns.Count) select CellOf(layout, drawing, row, column))
            .ToList();
        Assert.All(boxes, box => Assert.True(
            box.X >= 0 && box.Y >= 0 && box.X + box.Width <= layout.Size.Width && box.Y + box.Height <= layout.Size.Height, $"{box} leaves the page."));
        foreach (var (box, index) in boxes.Select((box, index) => (box, index)))
            Assert.DoesNotContain(boxes.Skip(index + 1), box.Overlaps);
    }

    private static SheetDrawing Masked(SheetDrawing drawing) => drawing with
    {
        Frame = drawing.Frame with
        {
            Contents = new Dictionary<string, byte[]> { ["a.jpg"] = SheetImages.Noise(300, 200, 1) },
            Styles = new Dictionary<string, byte[]> { ["b.jpg"] = SheetImages.Noise(100, 300, 2), ["c.jpg"] = SheetImages.Noise(300, 100, 3) },
            Others = [new("styleMasks", "left.png", SheetImages.Noise(120, 80, 4)), new("styleMasks", "right.png", SheetImages.Noise(120, 80, 5))],
        },
    };

    private static (SheetLayout Layout, TextSetter Setter) Lay(SheetDrawing drawing)
    {
        var setter = new TextSetter();
        return (SheetLayout.Of(drawing, SheetMeasures.For(drawing.Frame, drawing.Page), setter, new InputPictures(drawing.Frame)), setter);
    }

    private static SheetDrawing Titled(SheetDrawing drawing, string title, string[] settings) => drawing with
    {
        Frame = drawing.Frame with
        {
            Title = title,
            Settings = settings,
            Contents = new Dictionary<string, byte[]> { ["a.jpg"] = SheetImages.Noise(300, 200, 1), [Unbroken] = SheetImages.Noise(100, 300, 2) },
            Styles = new Dictionary<string, byte[]> { [Unbroken] = SheetImages.Noise(400, 100, 3) },
        },
    };

    private static Box BoxOf(TextSetter setter, TextItem text)
    {
        var mask = setter.Mask(text.Line, text.Style);
        return new Box(text.Line, text.X + mask.Left, text.Y + mask.Top, mask.Width, mask.Height);
    }

    private static Box CellOf(SheetLayout layout, SheetDrawing drawing, int row, int column)
    {
        var (x, y) = layout.Cell(row, column);
        var size = CellBox.For(drawing.Frame.LargestImage).Size;
        return new Box($"cell {row} {column}", x, y, size.Width, size.Height);
    }

    private sealed record Box(string Name, int X, int Y, int Width, int Height)
    {
        public bool Overlaps(Box other) =>
            X < other.X + other.Width && other.X < X + Width && Y < other.Y + other.Height && other.Y < Y + Height;
    }
}
