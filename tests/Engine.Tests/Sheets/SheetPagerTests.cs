using NeuralStyle.Engine.Sheets;
using NeuralStyle.Engine.Sheets.Layout;
using NeuralStyle.Engine.Sheets.Painting;
using NeuralStyle.Plan.Sheets;
using static NeuralStyle.Engine.Tests.Sheets.SampleSheet;

namespace NeuralStyle.Engine.Tests.Sheets;

public sealed class SheetPagerTests
{
    private static readonly Dictionary<string, SheetCell> NoCells = [];

    [Fact]
    public void Split_PageThatFits_StaysItself()
    {
        var page = Page([Numbers("seed", 10)], [Numbers("styleWeight", 10)]);

        Assert.Same(page, Assert.Single(SheetPager.Split(Frame(192, 144), [page])));
    }

    [Fact]
    public void Split_LargeGrid_GivesPagesWithinTheLimitsThatHoldEachTrialOnce()
    {
        var page = Page([Numbers("seed", 90)], [Numbers("styleWeight", 130)]);

        var parts = SheetPager.Split(Frame(256, 192), [page]);

        Assert.Equal(page.TrialIds.SelectMany(row => row).Order(), parts.SelectMany(part => part.TrialIds).SelectMany(row => row).Order());
        Assert.All(parts, part => Assert.All(part.TrialIds, row => Assert.Equal(part.Columns.Count, row.Count)));
        Assert.All(parts, part => Assert.Equal(part.Rows.Count, part.TrialIds.Count));
        Assert.InRange(parts.Max(part => part.Columns.Count) - parts.Min(part => part.Columns.Count), 0, 2);
        Assert.All(parts, part =>
        {
            var drawing = new SheetDrawing { Frame = Frame(256, 192), Page = part, PageNumber = 3, PageCount = parts.Count, Cells = NoCells };
            var size = SheetLayout.Of(drawing, SheetMeasures.For(drawing.Frame, part), new TextSetter(), new InputPictures(drawing.Frame)).Size;
            Assert.InRange(size.Width, 1, 16_384);
            Assert.InRange(size.Height, 1, 16_384);
            Assert.InRange((long)size.Width * size.Height, 1, 100_000_000);
        });
    }

    [Fact]
    public void Split_LargeGrid_KeepsTheHeaderOfEachTrial()
    {
        var page = Page([Numbers("seed", 3)], [Numbers("styleWeight", 130)], new GridLabel("init", "noise"));

        var parts = SheetPager.Split(Frame(256, 192), [page]);

        Assert.True(parts.Count > 1);
        foreach (var part in parts)
        {
            Assert.Equal(page.Header, part.Header);
            Assert.Equal(page.Rows, part.Rows);
            for (var column = 0; column < part.Columns.Count; column++)
                Assert.Equal(Id(2, int.Parse(part.Columns[column].Labels[0].Value, System.Globalization.CultureInfo.InvariantCulture)), part.TrialIds[2][column]);
        }
    }

    [Fact]
    public void Split_NestedColumns_CutsBetweenGroups()
    {
        var page = Page([], [Numbers("seed", 9), Numbers("styleWeight", 10)]);

        var parts = SheetPager.Split(Frame(256, 192), [page]);

        Assert.True(parts.Count > 1);
        Assert.All(parts, part => Assert.Equal(0, part.Columns.Count % 10));
    }

    [Fact]
    public void Split_GroupsOfSeveralLengths_StayOnePageWhereTheyFit()
    {
        var page = Page([], [Numbers("seed", 3), Numbers("styleWeight", 4)]);
        int[] kept = [0, 4, 8, 9, 10, 11];
        var holes = page with { Columns = [.. kept.Select(column => page.Columns[column])], TrialIds = [[.. kept.Select(column => page.TrialIds[0][column])]] };

        Assert.Same(holes, Assert.Single(SheetPager.Split(Frame(192, 144), [holes])));
    }

    [Fact]
    public void Split_ManyGroupsOfSeveralLengths_LosesNoCell()
    {
        var page = Page([], [Numbers("seed", 9), Numbers("styleWeight", 10)]);
        var kept = Enumerable.Range(1, page.Columns.Count - 1).ToList();
        var holes = page with { Columns = [.. kept.Select(column => page.Columns[column])], TrialIds = [[.. kept.Select(column => page.TrialIds[0][column])]] };

        var parts = SheetPager.Split(Frame(256, 192), [holes]);

        Assert.True(parts.Count > 1);
        Assert.Equal(holes.TrialIds[0], parts.SelectMany(part => part.TrialIds[0]));
    }

    [Fact]
    public void Split_LargeImages_ObeysTheNumberOfPixelsToo()
    {
        var page = Page([Numbers("seed", 14)], [Numbers("styleWeight", 14)]);

        var parts = SheetPager.Split(Frame(1024, 1024), [page]);

        Assert.InRange(parts.Count, 2, 4);
    }

    private static Axis Numbers(string name, int count) => new(name, [.. Enumerable.Range(0, count).Select(number => $"{number}")]);

    private static SheetFrame Frame(int width, int height) => new() { Title = "large", Settings = ["seed 7"], LargestImage = new PixelSize(width, height) };
}
