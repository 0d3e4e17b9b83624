using Microsoft.Playwright;
using NeuralStyle.Plan.Records;

namespace NeuralStyle.Plan.Tests.Reports.Browser;

/// <summary>Filtering and sorting of trials, in the table, in the sorted view, in the grid and in the plot.</summary>
public sealed class TrialListTests(PageBrowser chromium) : PageTest(chromium)
{
    [Fact]
    public async Task Table_ClickOnAColumn_SortsByNumbersBothWays()
    {
        await using var browser = await OpenAsync(SampleReport.Make(), hash: "#view=table");
        var header = browser.Page.GetByRole(AriaRole.Button, new() { Name = "styleWeight", Exact = true });

        await header.ClickAsync();
        var ascending = await ColumnAsync(browser, "styleWeight");
        await header.ClickAsync();
        var descending = await ColumnAsync(browser, "styleWeight");

        Assert.Equal(["0.5", "0.5", "0.5", "0.5", "4", "4", "4", "4", "30", "30", "30", "30"], ascending);
        Assert.Equal(ascending.Reverse(), descending);
        Assert.Equal("descending", await browser.Page.Locator("#trials th", new() { HasText = "styleWeight" }).GetAttributeAsync("aria-sort"));
    }

    [Fact]
    public async Task Table_RowsWithoutANumber_StayLastEitherWay()
    {
        var report = SampleReport.Make();
        var lost = report.Trials[4].Trial.Id;
        await using var browser = await OpenAsync(
            report.With(lost, trial => trial with { Record = null, State = TrialState.Pending, Picture = null }), hash: "#view=table");
        var header = browser.Page.Locator("#trials th button", new() { HasText = "total loss" });

        for (var click = 0; click < 2; click++)
        {
            await header.ClickAsync();
            Assert.Equal(lost, await browser.Page.Locator("#trials tbody tr").Last.GetAttributeAsync("data-trial"));
        }
    }

    [Fact]
    public async Task Table_Measures_AreCalledProxies()
    {
        await using var browser = await OpenAsync(SampleReport.Make(), hash: "#view=table");

        Assert.Equal(["content distance proxy", "style distance proxy", "color shift proxy", "sharpness proxy", "evaluations to 95 % proxy"], await TextsAsync(browser, "#trials th:has(.proxy)"));
        Assert.Contains("is a proxy", await browser.Page.Locator("#proxy-note").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("content distance (proxy)", await TextsAsync(browser, "#measure option"));
    }

    [Fact]
    public async Task Table_ClickOnARow_OpensItsTrial()
    {
        var report = SampleReport.Make();
        await using var browser = await OpenAsync(report, hash: "#view=table");

        await browser.Page.Locator($"#trials tr[data-trial='{report.Pages[1].TrialIds[1][2]}'] td").Nth(4).ClickAsync();

        Assert.Equal("styleWeight 4 init gray pooling average", await TitleAsync(browser));
    }

    [Fact]
    public async Task Sorted_MeasureAndDirection_OrderTheTrials()
    {
        var report = SampleReport.Make();
        await using var browser = await OpenAsync(report, hash: "#view=sorted&measure=styleDistance");
        var expected = report.Trials.Where(trial => trial.Picture is not null).OrderBy(trial => trial.Record!.Measures!.StyleDistance).Select(trial => trial.Trial.Id).ToList();

        Assert.Equal(expected, (await IdsAsync(browser)).SkipLast(1));
        await browser.Page.Locator("#direction").ClickAsync();
        Assert.Equal(expected.AsEnumerable().Reverse(), (await IdsAsync(browser)).SkipLast(1));

        await browser.Page.Locator("#measure").SelectOptionAsync("seconds");
        Assert.Equal(report.Trials.OrderByDescending(trial => trial.Record!.Seconds).Select(trial => trial.Trial.Id), await IdsAsync(browser));
        Assert.Equal("15.5 seconds", (await TextsAsync(browser, ".measured"))[0]);
        // Boxes have the proportions of the results, 64 x 48, though the grid was never drawn.
        var box = (await browser.Page.Locator("#sorted .cell").First.BoundingBoxAsync())!;
        Assert.Equal(4.0 / 3, box.Width / box.Height, 0.01);
    }

    [Fact]
    public async Task Sorted_Arrows_MoveBetweenTrialsAndLines()
    {
        await using var browser = await OpenAsync(SampleReport.Make(), new PageWindow(1024, 768), "#view=sorted");
        await browser.Page.Locator("#sorted .cell").First.FocusAsync();
        var perLine = await browser.Page.EvaluateAsync<int>("[...document.querySelectorAll('#sorted li')].filter((item, _, all) => item.offsetTop === all[0].offsetTop).length");

        await PressAsync(browser, "ArrowRight", "ArrowDown", "ArrowLeft");

        Assert.Equal(perLine, await browser.Page.EvaluateAsync<int>("[...document.querySelectorAll('#sorted .cell')].indexOf(document.activeElement)"));
    }

    [Fact]
    public async Task Filter_Bounds_LeaveTrialsOutOfTheListsAndDimThemInTheGrid()
    {
        await using var browser = await OpenAsync(SampleReport.Make(), hash: "#measure=styleDistance");

        await browser.Page.Locator("#least").FillAsync("0.1");
        await browser.Page.Locator("#most").FillAsync("0.25");

        // 0.9 / n between 0.1 and 0.25: n = 4 to 9.
        Assert.Equal("6 of 12 trials", await browser.Page.Locator("#shown").InnerTextAsync());
        Assert.Equal(6 - await browser.Page.Locator("#grid .slot:not(.out)").CountAsync(), await browser.Page.Locator("#grid .slot.out").CountAsync());
        Assert.True(await browser.Page.Locator("#grid .slot.out").CountAsync() > 0);
        await browser.Page.Locator("#tab-table").ClickAsync();
        Assert.Equal(6, await browser.Page.Locator("#trials tbody tr").CountAsync());
        await browser.Page.Locator("#tab-scatter").ClickAsync();
        Assert.Equal(6, await browser.Page.Locator("#plot .point").CountAsync());

        await browser.Page.Locator("#unfilter").ClickAsync();
        Assert.Equal(11, await browser.Page.Locator("#plot .point").CountAsync());
    }

    [Fact]
    public async Task Filter_NoNumber_IsMarkedAndChangesNothing()
    {
        await using var browser = await OpenAsync(SampleReport.Make(), hash: "#view=table");

        await browser.Page.Locator("#least").FillAsync("much");

        Assert.Equal("true", await browser.Page.Locator("#least").GetAttributeAsync("aria-invalid"));
        Assert.Equal(12, await browser.Page.Locator("#trials tbody tr").CountAsync());
    }

    [Fact]
    public async Task Filter_State_LeavesTrialsOfThatStateAlone()
    {
        await using var browser = await OpenAsync(StatesReport.Make(), hash: "#view=table");

        await browser.Page.Locator("#state").SelectOptionAsync("dropped");

        Assert.Equal(["dropped", "dropped"], await ColumnAsync(browser, "state"));
        Assert.Equal(["any", "completed", "running", "dropped", "pending", "failed", "cancelled"], await TextsAsync(browser, "#state option"));
    }

    [Fact]
    public async Task Filter_Starred_LeavesStarredTrialsAlone()
    {
        var report = SampleReport.Make();
        await using var browser = await OpenAsync(report);
        await Cell(browser, 0, 2).FocusAsync();
        await PressAsync(browser, "f");

        await browser.Page.Locator("#starred").CheckAsync();
        await browser.Page.Locator("#tab-sorted").ClickAsync();

        Assert.Equal([report.Pages[0].TrialIds[0][2]!], await IdsAsync(browser));
    }

    [Fact]
    public async Task Scatter_AxesAndColors_AreThoseChosen()
    {
        await using var browser = await OpenAsync(SampleReport.Make(), hash: "#view=scatter");

        await browser.Page.Locator("#across").SelectOptionAsync("styleWeight");
        await browser.Page.Locator("#up").SelectOptionAsync("seconds");
        await browser.Page.Locator("#color").SelectOptionAsync("pooling");

        Assert.Equal(12, await browser.Page.Locator("#plot .point").CountAsync());
        Assert.Equal(3, await browser.Page.EvaluateAsync<int>("new Set([...document.querySelectorAll('#plot .point')].map(point => point.getAttribute('cx'))).size"));
        Assert.Equal(["max", "average"], await TextsAsync(browser, ".swatch"));
        // More seconds lie higher.
        var order = await browser.Page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('#plot .point')].sort((a, b) => b.getAttribute('cy') - a.getAttribute('cy')).map(point => point.dataset.trial)");
        Assert.Equal(SampleReport.Make().Trials.OrderBy(trial => trial.Record!.Seconds).Select(trial => trial.Trial.Id), order);
    }

    [Fact]
    public async Task Scatter_Point_ShowsItsPictureAndOpensByKey()
    {
        await using var browser = await OpenAsync(SampleReport.Make(), hash: "#view=scatter");

        await browser.Page.Locator("#plot .point").First.HoverAsync();
        Assert.True(await browser.Page.Locator(".peek img").IsVisibleAsync());
        await browser.Page.Locator("#plot .point").First.FocusAsync();
        await PressAsync(browser, "Enter");

        Assert.Equal("styleWeight 0.5 init content pooling max", await TitleAsync(browser));
    }

    private static Task<string[]> IdsAsync(OpenPage browser) =>
        browser.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('#sorted .cell')].map(cell => cell.dataset.trial)");

    private static async Task<string[]> ColumnAsync(OpenPage browser, string name) => await browser.Page.EvaluateAsync<string[]>(
        "name => { const at = [...document.querySelectorAll('#trials th')].findIndex(th => th.innerText.trim() === name); return [...document.querySelectorAll('#trials tbody tr')].map(row => row.cells[at].innerText); }",
        name);
}
