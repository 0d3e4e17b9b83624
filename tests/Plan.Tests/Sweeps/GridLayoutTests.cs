using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Plan.Tests.Sweeps;

public sealed class GridLayoutTests
{
    [Theory]
    [InlineData("", "", "", "")]
    [InlineData("a3", "", "a", "")]
    [InlineData("a3 b2", "b", "a", "")]
    [InlineData("a2 b3", "a", "b", "")]
    [InlineData("a3 b3", "a", "b", "")]
    [InlineData("a1 b3", "", "b", "a")]
    [InlineData("content2 style3", "content", "style", "")]
    [InlineData("content2 a5", "content", "a", "")]
    [InlineData("content2 a5 b3", "b", "a", "content")]
    [InlineData("style2 a5 b3", "style b", "a", "")]
    [InlineData("content2 style2 a5 b3", "style b", "a", "content")]
    [InlineData("a2 b2 c2 d2", "a c", "b d", "")]
    [InlineData("a5 b5 c5", "b", "c", "a")]
    [InlineData("a3 b5 c5", "a b", "c", "")]
    public void Of_NothingAsked_KeepsPagesReadable(string axes, string rows, string columns, string pages) =>
        AssertLayout(axes, null, rows, columns, pages);

    [Theory]
    [InlineData("a2 b3 c4", "rows a", "a b", "c", "")]
    [InlineData("a2 b3 c4", "columns a", "c", "a b", "")]
    [InlineData("a2 b3", "pages a b", "", "", "a b")]
    [InlineData("a2 b3", "pages b", "", "a", "b")]
    [InlineData("a2 b3 c2", "rows c a", "c a", "b", "")]
    [InlineData("a2 b3", "rows content a", "a", "b", "")]
    public void Of_PartlyAsked_KeepsThatAndLaysTheRest(string axes, string asked, string rows, string columns, string pages)
    {
        var words = asked.Split(' ');
        var names = words[1..];
        AssertLayout(
            axes,
            new GridAxes(words[0] == "rows" ? names : [], words[0] == "columns" ? names : [], words[0] == "pages" ? names : []),
            rows,
            columns,
            pages);
    }

    private static void AssertLayout(string axes, GridAxes? asked, string rows, string columns, string pages)
    {
        var planned = axes.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(text => new PlannedAxis(text[..^1], [.. Enumerable.Range(0, text[^1] - '0').Select(value => $"{value}")])).ToList();

        var grid = GridLayout.Of(planned, asked);

        Assert.Equal((rows, columns, pages), (Join(grid.Rows), Join(grid.Columns), Join(grid.Pages)));
        Assert.Equal(planned.Select(axis => axis.Name).Order(), grid.Rows.Concat(grid.Columns).Concat(grid.Pages).Order());
    }

    private static string Join(IEnumerable<string> names) => string.Join(' ', names);
}
