using Microsoft.Playwright;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Reports;

namespace NeuralStyle.Plan.Tests.Reports;

/// <summary>The page in a real Chromium: 3 columns (styleWeight 0.5, 30, 4), 2 rows (init content, gray), 2 pages (pooling max, average).</summary>
public sealed class ReportPageBrowserTests(PageBrowser chromium) : IClassFixture<PageBrowser>, IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"report-{Guid.NewGuid():N}.html");

    public void Dispose() => File.Delete(_file);

    [Fact]
    public async Task Open_Report_AsksNothingOfTheNetworkAndReportsNoProblem()
    {
        await using var browser = await OpenAsync(SampleReport.Make());

        Assert.Empty(browser.Problems);
        Assert.All(browser.Requests, url => Assert.Matches("^(file|data):", url));
        Assert.Equal(0, await browser.Page.EvaluateAsync<int>("[...document.images].filter(image => image.src && image.naturalWidth === 0).length"));
    }

    [Fact]
    public async Task Open_ExperimentsWithLongLabels_ColumnsAreAsWideAsTheImages()
    {
        await using var browser = await OpenAsync(SampleReport.Make("""
            experiments:
              - {name: plain}
              - {name: much, parameters: {styleWeight: 300, imageSize: 128, pooling: average, init: gray-content, optimizer: adam, contentSchedule: "step 0%:1, 50%:0.1"}}
              - {name: more, parameters: {styleWeight: 30, learningRateSchedule: "log 0%:1, 100%:0.05", styleLayers: "relu1_1, relu2_1, relu4_1, relu5_2"}}
            grid: {columns: experiment}
            """));

        var widths = await browser.Page.EvaluateAsync<double[]>("[...document.querySelectorAll('.grid td')].map(cell => cell.offsetWidth)");
        var image = await browser.Page.EvaluateAsync<double>("document.querySelector('.cell').offsetWidth");

        Assert.InRange(image, 250, 600);
        Assert.All(widths, width => Assert.InRange(width, image, image + 30));
        Assert.Contains("styleLayers", await browser.Page.Locator(".grid th .value").Last.GetAttributeAsync("title"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_PageThatFetches_IsStoppedByThePolicy()
    {
        await using var browser = await OpenAsync(SampleReport.Make());

        var outcome = await browser.Page.EvaluateAsync<string>("fetch('data:text/plain,hello').then(() => 'allowed', () => 'refused')");

        Assert.Equal("refused", outcome);
        Assert.Contains(browser.Problems, problem => problem.Contains("Content Security Policy", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Click_Cell_OpensItsTrialWithItsNumbers()
    {
        var report = SampleReport.Make();
        await using var browser = await OpenAsync(report);

        await Cell(browser, 0, 1).ClickAsync();

        var id = report.Pages[0].TrialIds[0][1];
        Assert.True(await browser.Page.Locator("dialog").IsVisibleAsync());
        Assert.Equal("pooling max init content styleWeight 30", await TitleAsync(browser));
        Assert.Contains(id!, await browser.Page.Locator("#facts").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(1, await browser.Page.Locator("#facts svg.curve path.total").CountAsync());
        Assert.Equal(await SourceAsync(browser, $"img[data-result='{id}']"), await SourceAsync(browser, "#view"));
    }

    [Fact]
    public async Task Click_CellOfATrialWithEverything_ShowsItWithoutAProblem()
    {
        await using var browser = await OpenAsync(RichReport.Make());

        await Cell(browser, 0, 0).ClickAsync();
        await browser.Page.Locator("#facts details.neutral summary").ClickAsync();

        Assert.True(await browser.Page.EvaluateAsync<bool>("document.querySelector('#facts .strip img').decode().then(() => true, () => false)"));
        Assert.True(await browser.Page.EvaluateAsync<bool>("(strip => strip.scrollWidth > strip.clientWidth)(document.querySelector('#facts .strip'))"));
        Assert.Equal(2, await browser.Page.Locator("#facts svg.curve").CountAsync());
        Assert.True(await browser.Page.Locator("#facts details.neutral dt", new() { HasText = "stopBelow" }).IsVisibleAsync());
        // The panel itself never scrolls sideways.
        Assert.True(await browser.Page.EvaluateAsync<bool>("(facts => facts.scrollWidth <= facts.clientWidth)(document.getElementById('facts'))"));
        Assert.Empty(browser.Problems);
    }

    [Fact]
    public async Task Arrows_InDetail_MoveThroughTheGridAndStopAtItsEdge()
    {
        await using var browser = await OpenAsync(SampleReport.Make());
        await Cell(browser, 0, 1).ClickAsync();

        await PressAsync(browser, "ArrowRight", "ArrowDown", "ArrowRight");
        Assert.Equal("pooling max init gray styleWeight 4", await TitleAsync(browser));

        await PressAsync(browser, "PageDown", "ArrowLeft");
        Assert.Equal("pooling average init gray styleWeight 30", await TitleAsync(browser));

        await PressAsync(browser, "Escape");
        Assert.False(await browser.Page.Locator("dialog").IsVisibleAsync());
        Assert.Equal("1", await browser.Page.Locator("#page").InputValueAsync());
        Assert.Equal("1 1", await browser.Page.EvaluateAsync<string>("document.activeElement.dataset.row + ' ' + document.activeElement.dataset.column"));
    }

    [Fact]
    public async Task Keyboard_InGrid_MovesTheFocusAndEnterOpens()
    {
        await using var browser = await OpenAsync(SampleReport.Make());
        await Cell(browser, 0, 0).FocusAsync();

        await PressAsync(browser, "ArrowRight", "ArrowDown", "Enter");

        Assert.Equal("pooling max init gray styleWeight 30", await TitleAsync(browser));
        Assert.Equal(1, await browser.Page.Locator("table.grid:visible .cell[tabindex='0']").CountAsync());
    }

    [Fact]
    public async Task Zoom_Keys_ShowTheImageAtItsOwnPixelsAndFitAgain()
    {
        await using var browser = await OpenAsync(SampleReport.Make());
        await Cell(browser, 0, 0).ClickAsync();

        await PressAsync(browser, "1");
        Assert.Equal(32, (await browser.Page.Locator("#view").BoundingBoxAsync())!.Width);

        await PressAsync(browser, "ArrowRight");
        Assert.Equal(32, (await browser.Page.Locator("#view").BoundingBoxAsync())!.Width);

        await PressAsync(browser, "0");
        Assert.Equal(32 * 8, (await browser.Page.Locator("#view").BoundingBoxAsync())!.Width);
    }

    [Fact]
    public async Task Detail_ShowsTheInputsOnRequest()
    {
        await using var browser = await OpenAsync(SampleReport.Make());
        await Cell(browser, 0, 0).ClickAsync();

        await browser.Page.GetByRole(AriaRole.Button, new() { Name = "Style", Exact = true }).ClickAsync();

        Assert.Equal(await SourceAsync(browser, "img[data-input='style:b.jpg']"), await SourceAsync(browser, "#view"));
    }

    [Fact]
    public async Task FailedCell_SaysWhyInTheGridAndInDetail()
    {
        await using var browser = await OpenAsync(SampleReport.Make());

        Assert.Contains(SampleReport.FailedReason, await Cell(browser, 1, 0).InnerTextAsync(), StringComparison.Ordinal);

        await Cell(browser, 1, 0).ClickAsync();
        Assert.Contains(SampleReport.FailedReason, await browser.Page.Locator("#blank").InnerTextAsync(), StringComparison.Ordinal);
        Assert.True(await browser.Page.Locator("#save").IsHiddenAsync());
    }

    [Fact]
    public async Task Table_ClickOnAColumn_SortsByNumbersBothWays()
    {
        var report = SampleReport.Make();
        await using var browser = await OpenAsync(report);
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
        await using var browser = await OpenAsync(report.With(lost, trial => trial with { Record = null, State = TrialState.Pending, Image = null }));
        var header = browser.Page.GetByRole(AriaRole.Button, new() { Name = "total", Exact = true });

        for (var click = 0; click < 2; click++)
        {
            await header.ClickAsync();
            Assert.Equal(lost, await browser.Page.Locator("#trials tbody tr").Last.GetAttributeAsync("data-trial"));
        }
    }

    [Fact]
    public async Task Table_ClickOnARow_OpensItsTrial()
    {
        var report = SampleReport.Make();
        await using var browser = await OpenAsync(report);
        var id = report.Pages[1].TrialIds[1][2];

        await browser.Page.Locator($"#trials tr[data-trial='{id}'] td").Nth(3).ClickAsync();

        Assert.Equal("pooling average init gray styleWeight 4", await TitleAsync(browser));
    }

    [Fact]
    public async Task Open_ContentAxis_ShowsItsImagesInTheHeaders()
    {
        var report = SampleReport.Make(Sample.Plan(Sample.Parse("content: [a.jpg, tubingen.jpg]\nstyle: b.jpg\naxes: {styleWeight: [1, 2]}")));
        await using var browser = await OpenAsync(report);

        var headers = browser.Page.Locator("table.grid th img");

        Assert.Equal(2, await headers.CountAsync());
        Assert.Equal(await SourceAsync(browser, "img[data-input='content:tubingen.jpg']"), await headers.Last.EvaluateAsync<string>("image => image.src"));
        Assert.Empty(browser.Problems);
    }

    [Fact]
    public async Task Open_HostileText_RunsNothing()
    {
        var report = SampleReport.Make();
        var failed = report.Trials.First(trial => trial.State == TrialState.Failed).Trial.Id;
        const string hostile = "</template></script><img src=x onerror=\"document.title='taken'\"><script>document.title='taken'</script>";
        await using var browser = await OpenAsync(report.With(failed, trial => trial with { Reason = hostile }));

        await Cell(browser, 1, 0).ClickAsync();

        Assert.Equal(hostile, await browser.Page.Locator("#facts .notice p").TextContentAsync());
        Assert.NotEqual("taken", await browser.Page.TitleAsync());
        Assert.Empty(browser.Problems);
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Open_EitherScheme_TextHasTheContrastOfWcagAA(ColorScheme scheme)
    {
        await using var browser = await OpenAsync(SampleReport.Make(), scheme);
        await Cell(browser, 1, 0).ClickAsync();

        var poor = await browser.Page.EvaluateAsync<string[]>(PageContrast.Script);

        Assert.Empty(poor);
    }

    [Fact]
    public async Task Open_SmallWindow_DoesNotOverflowSideways()
    {
        await using var browser = await OpenAsync(SampleReport.Make());

        await browser.Page.SetViewportSizeAsync(420, 800);

        Assert.True(await browser.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"));
    }

    private async Task<OpenPage> OpenAsync(Report report, ColorScheme scheme = ColorScheme.Light)
    {
        var browser = await chromium.NewPageAsync(scheme);
        await using (var stream = File.Create(_file))
            ReportPage.Write(report, stream);
        await browser.Page.GotoAsync(new Uri(_file).AbsoluteUri);
        return browser;
    }

    private static ILocator Cell(OpenPage browser, int row, int column) =>
        browser.Page.Locator($"table.grid:visible .cell[data-row='{row}'][data-column='{column}']");

    private static async Task<string> TitleAsync(OpenPage browser) =>
        string.Join(' ', (await browser.Page.Locator("#detail-title").InnerTextAsync()).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static async Task<string> SourceAsync(OpenPage browser, string selector) =>
        await browser.Page.Locator(selector).EvaluateAsync<string>("image => image.src");

    private static async Task PressAsync(OpenPage browser, params string[] keys)
    {
        foreach (var key in keys)
            await browser.Page.Keyboard.PressAsync(key);
    }

    private static async Task<string[]> ColumnAsync(OpenPage browser, string name) => await browser.Page.EvaluateAsync<string[]>(
        "name => { const at = [...document.querySelectorAll('#trials th')].findIndex(th => th.innerText.trim() === name); return [...document.querySelectorAll('#trials tbody tr')].map(row => row.cells[at].innerText); }",
        name);
}
