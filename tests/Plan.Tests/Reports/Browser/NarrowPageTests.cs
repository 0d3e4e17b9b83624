namespace NeuralStyle.Plan.Tests.Reports.Browser;

/// <summary>The page in a window of a telephone's width.</summary>
public sealed class NarrowPageTests(PageBrowser chromium) : PageTest(chromium)
{
    private static readonly PageWindow Telephone = new(390, 844);

    [Fact]
    public async Task Tabs_All_AreInSight()
    {
        await using var browser = await OpenAsync(SampleReport.Make(), Telephone);

        var edges = await browser.Page.EvaluateAsync<double[]>("[...document.querySelectorAll('#tabs [role=tab]')].map(tab => tab.getBoundingClientRect().right)");

        Assert.Equal(6, edges.Length);
        Assert.All(edges, edge => Assert.InRange(edge, 1, Telephone.Width));
    }

    [Fact]
    public async Task Scatter_Words_AreAsLargeAsElsewhere()
    {
        await using var browser = await OpenAsync(SampleReport.Make(), Telephone, "#view=scatter");

        Assert.All(await HeightsAsync(browser), height => Assert.InRange(height, 11, 30));
        // And again in another window.
        await browser.Page.SetViewportSizeAsync(1280, 800);
        await WaitAsync(browser, "document.querySelector('#plot svg').viewBox.baseVal.width > 900");
        Assert.All(await HeightsAsync(browser), height => Assert.InRange(height, 11, 30));
    }

    [Fact]
    public async Task Cells_WithoutPicture_HaveTheirStateBesideTheStar()
    {
        await using var browser = await OpenAsync(StatesReport.Make(), Telephone);

        // Words that a star covers, or that end beyond their cell.
        var covered = await browser.Page.EvaluateAsync<string[]>(
            """
            [...document.querySelectorAll('#grid .cell.bare')].filter(cell => {
              const range = document.createRange();
              range.selectNodeContents(cell.querySelector('strong'));
              const word = range.getBoundingClientRect(), star = cell.parentElement.querySelector('.star').getBoundingClientRect(), box = cell.getBoundingClientRect();
              const meets = word.right > star.left && star.right > word.left && word.bottom > star.top && star.bottom > word.top;
              return meets || word.right > box.right;
            }).map(cell => cell.getAttribute('aria-label'))
            """);

        Assert.True(await browser.Page.EvaluateAsync<bool>("document.querySelector('#main').classList.contains('tiny') && document.querySelectorAll('#grid .cell.bare').length > 3"));
        Assert.Empty(covered);
    }

    [Fact]
    public async Task Inputs_BesideManyFacts_StandInOneLine()
    {
        await using var browser = await OpenAsync(StatesReport.Make(), new PageWindow(1280, 800));

        var tops = await browser.Page.EvaluateAsync<double[]>("[...document.querySelectorAll('.inputs figure')].map(figure => figure.getBoundingClientRect().top)");

        Assert.Equal(2, tops.Length);
        Assert.Single(tops.Distinct());
    }

    /// <summary>Font sizes in pixels of the window.</summary>
    private static async Task<double[]> HeightsAsync(OpenPage browser) => await browser.Page.EvaluateAsync<double[]>(
        "[...document.querySelectorAll('#plot svg text')].map(text => parseFloat(getComputedStyle(text).fontSize) * Math.hypot(text.getScreenCTM().a, text.getScreenCTM().b))");
}
