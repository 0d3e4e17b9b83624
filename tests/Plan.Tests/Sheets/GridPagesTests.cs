using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Sheets;

namespace NeuralStyle.Plan.Tests.Sheets;

public sealed class GridPagesTests
{
    [Fact]
    public void Of_Sample_HasAPageForEachInitWithLayersDownAndWeightsAcross()
    {
        var pages = GridPages.Of(Sample.Plan(Sample.Parse(Sample.Text)));

        Assert.Equal(["content", "noise", "gray"], pages.Select(page => Assert.Single(page.Header.Labels).Value));
        Assert.All(pages, page =>
        {
            Assert.Equal("init", page.Header.Labels[0].Axis);
            Assert.Equal(["relu1_1", "relu1_1, relu2_1", "relu1_1..relu3_1", "relu1_1..relu4_1", "relu1_1..relu5_1"], page.Rows.Select(row => row.Labels[0].Value));
            Assert.Equal(["100", "1e3", "1e4", "1e5", "1e6"], page.Columns.Select(column => column.Labels[0].Value));
        });
    }

    [Theory]
    [InlineData("")]
    [InlineData("axes: {init: [content, noise, gray]}")]
    [InlineData("axes: {init: [content, noise], styleWeight: [1, 2, 3], tvWeight: [0, 1], pooling: [max]}")]
    [InlineData("axes: {init: [content, noise], styleWeight: [1, 2, 3], tvWeight: [0, 1]}\ngrid: {rows: [init, tvWeight], columns: styleWeight}")]
    [InlineData("axes: {init: [content, noise], styleWeight: [1, 2, 3], tvWeight: [0, 1]}\ngrid: {pages: [tvWeight, init, styleWeight]}")]
    public void Of_AnyPlan_ShowsInEachCellTheTrialOfItsHeaders(string lines)
    {
        var plan = Sample.Plan(Sample.With(lines));
        var trials = plan.Trials.ToDictionary(trial => trial.Id, trial => trial.Parameters);

        var pages = GridPages.Of(plan);

        Assert.Equal(plan.Cells.Count, pages.Sum(page => page.TrialIds.Sum(row => row.Count)));
        foreach (var page in pages)
        {
            Assert.Equal(page.Rows.Count, page.TrialIds.Count);
            for (var row = 0; row < page.Rows.Count; row++)
            {
                Assert.Equal(page.Columns.Count, page.TrialIds[row].Count);
                for (var column = 0; column < page.Columns.Count; column++)
                {
                    GridLabel[] labels = [.. page.Header.Labels, .. page.Rows[row].Labels, .. page.Columns[column].Labels];
                    Assert.Equal(plan.Axes.Count, labels.Length);
                    Assert.All(labels, label => Assert.Equal(label.Value, ParameterCatalog.Find(label.Axis)!.LabelOf(trials[page.TrialIds[row][column]!])));
                }
            }
        }
    }

    [Fact]
    public void Of_NestedAxes_VaryTheFirstSlowest()
    {
        var plan = Sample.Plan(Sample.With("axes: {init: [content, noise], tvWeight: [0, 1]}\ngrid: {rows: [tvWeight, init]}"));

        var page = Assert.Single(GridPages.Of(plan));

        Assert.Equal(["0 content", "0 noise", "1 content", "1 noise"], page.Rows.Select(row => string.Join(' ', row.Labels.Select(label => label.Value))));
        Assert.Empty(Assert.Single(page.Columns).Labels);
    }

    [Fact]
    public void Of_MissingCombination_IsNull()
    {
        var plan = Sample.Plan(Sample.With("axes: {styleWeight: [1, 2, 3]}"));

        var page = Assert.Single(GridPages.Of(plan with { Cells = [plan.Cells[0], plan.Cells[2]] }));

        Assert.Equal([plan.Cells[0].TrialId, null, plan.Cells[2].TrialId], page.TrialIds[0]);
    }

    [Fact]
    public void Of_NestedCombinationThatIsSkippedEverywhere_HasNoColumn()
    {
        var plan = Sample.Plan(Sample.With(
            "axes: {init: [content, noise], seed: [1, 2], styleWeight: [1, 2]}\ngrid: {rows: styleWeight, columns: [init, seed]}\nskip: [{init: content, seed: 2}, {init: noise, seed: 1, styleWeight: 1}]"));

        var page = Assert.Single(GridPages.Of(plan));

        Assert.Equal(["content 1", "noise 1", "noise 2"], page.Columns.Select(column => string.Join(' ', column.Labels.Select(label => label.Value))));
        // One that is skipped in one row only stays, with its hole.
        Assert.Equal([3, 3], page.TrialIds.Select(row => row.Count));
        Assert.Null(page.TrialIds[0][1]);
        Assert.Equal(plan.Cells.Count, page.TrialIds.Sum(row => row.Count(id => id is not null)));
    }

    [Fact]
    public void Split_PageThatFits_IsThatPage()
    {
        var page = GridPages.Of(Sample.Plan(Sample.Parse(Sample.Text)))[0];

        Assert.Same(page, Assert.Single(GridPages.Split(page, 5, 5)));
    }

    [Fact]
    public void Split_LargePage_RepeatsHeadersAndLosesNoCell()
    {
        var page = GridPages.Of(Sample.Plan(Sample.Parse(Sample.Text)))[0];

        var parts = GridPages.Split(page, 2, 3);

        Assert.Equal([(2, 3), (2, 2), (2, 3), (2, 2), (1, 3), (1, 2)], parts.Select(part => (part.Rows.Count, part.Columns.Count)));
        Assert.All(parts, part => Assert.Same(page.Header, part.Header));
        Assert.Same(page.Rows[2], parts[3].Rows[0]);
        Assert.Same(page.Columns[3], parts[3].Columns[0]);
        Assert.Equal(page.TrialIds[2][3], parts[3].TrialIds[0][0]);
        Assert.Equal(page.TrialIds.SelectMany(row => row).Order(), parts.SelectMany(part => part.TrialIds.SelectMany(row => row)).Order());
    }

    [Fact]
    public void Split_NoRows_IsRefused()
    {
        var page = GridPages.Of(Sample.Plan(Sample.With(string.Empty)))[0];

        Assert.Throws<ArgumentOutOfRangeException>(() => GridPages.Split(page, 0, 1));
    }
}
