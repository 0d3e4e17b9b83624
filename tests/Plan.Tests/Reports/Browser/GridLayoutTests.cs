using Microsoft.Playwright;

namespace NeuralStyle.Plan.Tests.Reports.Browser;

/// <summary>Which axes lie where, which of their values are shown, and that the address says so.</summary>
public sealed class GridLayoutTests(PageBrowser chromium) : PageTest(chromium)
{
    [Fact]
    public async Task Open_Report_LaysTheAxesAsTheManifestSays()
    {
        await using var browser = await OpenAsync(SampleReport.Make());

        Assert.Equal(["0.5", "30", "4"], await TextsAsync(browser, ".head.across .value"));
        Assert.Equal(["content", "gray"], await TextsAsync(browser, ".head.down .value"));
        Assert.Equal(["pooling max", "pooling average"], await TextsAsync(browser, "#page option"));
        Assert.Equal(["Rows init", "Columns styleWeight", "Pages pooling"], await ZonesAsync(browser));
        Assert.StartsWith("styleWeight 4, init content, pooling max: completed", (await NamesAsync(browser))[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nested_CombinationThatIsSkippedEverywhere_HasNoColumn()
    {
        var report = SampleReport.Make("axes: {init: [content, noise], seed: [1, 2], styleWeight: [1, 2]}\ngrid: {rows: styleWeight, columns: [init, seed]}\nskip: [{init: content, seed: 2}]");
        await using var browser = await OpenAsync(report);
        await using var hidden = await OpenAsync(report, hash: "#rows=styleWeight&columns=init~seed&pages=&hide.init=1&hide.seed=0");

        Assert.Equal(["content", "noise", "1", "1", "2"], await TextsAsync(browser, "#grid .head.across"));
        Assert.Equal(6, (await NamesAsync(browser)).Length);
        Assert.DoesNotContain("skipped", await NamesAsync(browser));
        // Where nothing else is left, the holes are shown.
        Assert.Equal(["skipped", "skipped"], await NamesAsync(hidden));
        Assert.Empty(hidden.Problems);
    }

    [Fact]
    public async Task Cells_OfOneColumnWithManyRows_AreSmallEnoughToBeCompared()
    {
        await using var many = await OpenAsync(SampleReport.Make("axes: {styleWeight: 1..12 step 1}\ngrid: {rows: styleWeight}"), new PageWindow(1280, 1400));
        await using var few = await OpenAsync(SampleReport.Make("axes: {styleWeight: [1, 2]}\ngrid: {rows: styleWeight}"), new PageWindow(1280, 1400));

        Assert.InRange(await WidthAsync(many), 72, 300);
        Assert.InRange(await WidthAsync(few), 400, 520);

        static async Task<double> WidthAsync(OpenPage browser) => (await Cell(browser, 0, 0).BoundingBoxAsync())!.Width;
    }

    [Fact]
    public async Task Swap_Button_TurnsTheGrid()
    {
        await using var browser = await OpenAsync(SampleReport.Make());

        await browser.Page.Locator("#swap").ClickAsync();

        Assert.Equal(["content", "gray"], await TextsAsync(browser, ".head.across .value"));
        Assert.Equal(["0.5", "30", "4"], await TextsAsync(browser, ".head.down .value"));
        Assert.StartsWith("styleWeight 0.5, init gray, pooling max: failed", (await NamesAsync(browser))[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Menu_AxisMovedToTheColumns_IsNestedThere()
    {
        await using var browser = await OpenAsync(SampleReport.Make());

        await OpenMenuAsync(browser, "pooling");
        await browser.Page.Locator("[data-menu=direction]").SelectOptionAsync("columns");

        Assert.Equal(["Rows init", "Columns styleWeight pooling", "Pages none"], await ZonesAsync(browser));
        Assert.Equal(["0.5", "30", "4"], await TextsAsync(browser, ".head.across .outer .value"));
        Assert.Equal(["max", "average", "max", "average", "max", "average"], await TextsAsync(browser, ".head.across .label:not(.outer) .value"));
        Assert.Equal(12, await browser.Page.Locator("#grid .cell").CountAsync());
        Assert.False(await browser.Page.Locator("#pager").IsVisibleAsync());
    }

    [Fact]
    public async Task Menu_Level_MakesAnAxisTheOutermost()
    {
        await using var browser = await OpenAsync(SampleReport.Make(), hash: "#rows=init&columns=styleWeight~pooling&pages=");

        await OpenMenuAsync(browser, "pooling");
        await browser.Page.Locator("[data-menu=level]").SelectOptionAsync("0");

        Assert.Equal(["max", "average"], await TextsAsync(browser, ".head.across .outer .value"));
        Assert.Equal("rgb(255, 255, 255)", await browser.Page.EvaluateAsync<string>("getComputedStyle(document.querySelector('.heads')).backgroundColor"));
    }

    [Fact]
    public async Task Menu_AllAxesOverPages_LeavesOneCellAPage()
    {
        await using var browser = await OpenAsync(SampleReport.Make());

        foreach (var axis in (string[])["init", "styleWeight"])
        {
            await OpenMenuAsync(browser, axis);
            await browser.Page.Locator("[data-menu=direction]").SelectOptionAsync("pages");
            await PressAsync(browser, "Escape");
        }

        Assert.Equal(1, await browser.Page.Locator("#grid .cell").CountAsync());
        Assert.Equal(12, await browser.Page.Locator("#page option").CountAsync());
        Assert.Empty(browser.Problems);
    }

    [Fact]
    public async Task Chip_DraggedToAnotherZone_MovesItsAxis()
    {
        await using var browser = await OpenAsync(SampleReport.Make());

        await browser.Page.Locator(".chip[data-axis=pooling]").DragToAsync(browser.Page.Locator("[data-zone=rows] .zone-name"));

        Assert.Equal(["Rows init pooling", "Columns styleWeight", "Pages none"], await ZonesAsync(browser));
    }

    [Fact]
    public async Task Chip_DraggedOntoAnother_GoesBeforeIt()
    {
        await using var browser = await OpenAsync(SampleReport.Make());

        await browser.Page.Locator(".chip[data-axis=pooling]").DragToAsync(browser.Page.Locator(".chip[data-axis=init]"));

        Assert.Equal(["Rows pooling init", "Columns styleWeight", "Pages none"], await ZonesAsync(browser));
    }

    [Fact]
    public async Task Menu_ValueSwitchedOff_LeavesTheGrid()
    {
        await using var browser = await OpenAsync(SampleReport.Make());

        await OpenMenuAsync(browser, "styleWeight");
        await browser.Page.Locator("#axis-menu [data-value='1']").UncheckAsync();

        Assert.Equal(["0.5", "4"], await TextsAsync(browser, ".head.across .value"));
        Assert.Equal("2 of 3", await browser.Page.Locator(".chip[data-axis=styleWeight] .chip-count").InnerTextAsync());

        await browser.Page.Locator("[data-menu=all]").ClickAsync();
        Assert.Equal(["0.5", "30", "4"], await TextsAsync(browser, ".head.across .value"));
    }

    [Fact]
    public async Task Menu_Only_LeavesOneValueAndTheLastCantBeSwitchedOff()
    {
        await using var browser = await OpenAsync(SampleReport.Make());

        await OpenMenuAsync(browser, "styleWeight");
        await browser.Page.GetByRole(AriaRole.Button, new() { Name = "Only 30", Exact = true }).ClickAsync();
        Assert.Equal(["30"], await TextsAsync(browser, ".head.across .value"));

        await browser.Page.Locator("#axis-menu [data-value='1']").ClickAsync();
        Assert.Equal(["30"], await TextsAsync(browser, ".head.across .value"));
        Assert.True(await browser.Page.Locator("#axis-menu [data-value='1']").IsCheckedAsync());
    }

    [Fact]
    public async Task Menu_Keyboard_OpensMovesAndGivesTheFocusBack()
    {
        await using var browser = await OpenAsync(SampleReport.Make());
        await browser.Page.Locator(".chip[data-axis=init]").FocusAsync();

        await PressAsync(browser, "Enter");
        Assert.Equal("direction", await browser.Page.EvaluateAsync<string>("document.activeElement.dataset.menu"));
        await PressAsync(browser, "ArrowDown", "Escape");

        Assert.Equal(["Rows none", "Columns styleWeight init", "Pages pooling"], await ZonesAsync(browser));
        Assert.Equal("init", await browser.Page.EvaluateAsync<string>("document.activeElement.dataset.axis"));
    }

    [Fact]
    public async Task Reset_Button_GivesTheManifestsLayoutBack()
    {
        await using var browser = await OpenAsync(SampleReport.Make(), hash: "#rows=styleWeight&columns=pooling&pages=init&hide.styleWeight=0&page=2&size=80");
        Assert.Equal(["30", "4"], await TextsAsync(browser, ".head.down .value"));

        await browser.Page.Locator("#reset").ClickAsync();

        Assert.Equal(["Rows init", "Columns styleWeight", "Pages pooling"], await ZonesAsync(browser));
        Assert.Equal(6, await browser.Page.Locator("#grid .cell").CountAsync());
        Assert.Equal(string.Empty, await browser.Page.EvaluateAsync<string>("location.hash"));
    }

    [Fact]
    public async Task Address_OfALayout_GivesTheSameLayoutInAnotherWindow()
    {
        var report = SampleReport.Make();
        await using var first = await OpenAsync(report);
        await first.Page.Locator("#swap").ClickAsync();
        await OpenMenuAsync(first, "init");
        await first.Page.Locator("#axis-menu [data-value='0']").UncheckAsync();
        await PressAsync(first, "Escape");
        await first.Page.Locator("#page-on").ClickAsync();
        var (hash, names) = (await first.Page.EvaluateAsync<string>("location.hash"), await NamesAsync(first));

        await using var second = await OpenAsync(report, hash: hash);

        Assert.Equal(names, await NamesAsync(second));
        Assert.Equal(["styleWeight 0.5, init gray, pooling average: completed", "styleWeight 30, init gray, pooling average: completed", "styleWeight 4, init gray, pooling average: completed"], names);
    }

    [Theory]
    [InlineData("#rows=nonsense&columns=__proto__&hide.styleWeight=99.-1.x&page=1e9&size=abc&view=evil&measure=constructor&down=<script>")]
    [InlineData("#rows=init~init&columns=init&pages=init")]
    [InlineData("#hide.styleWeight=0.1.2")]
    public async Task Address_Nonsense_ShowsAGridAll_TheSame(string hash)
    {
        await using var browser = await OpenAsync(SampleReport.Make(), hash: hash);

        Assert.True(await browser.Page.Locator("#grid .cell").First.IsVisibleAsync());
        Assert.Empty(browser.Problems);
    }

    [Fact]
    public async Task Address_ChangedByHand_IsFollowed()
    {
        await using var browser = await OpenAsync(SampleReport.Make());

        await browser.Page.EvaluateAsync("location.hash = '#view=table'");

        await browser.Page.Locator("#trials tbody tr").First.WaitForAsync();
        Assert.Equal("true", await browser.Page.Locator("#tab-table").GetAttributeAsync("aria-selected"));
    }

    [Fact]
    public async Task Pager_ButtonsAndSelect_TurnPagesAndStopAtTheEnds()
    {
        await using var browser = await OpenAsync(SampleReport.Make());
        Assert.True(await browser.Page.Locator("#page-back").IsDisabledAsync());

        await browser.Page.Locator("#page-on").ClickAsync();
        Assert.Contains("pooling average", (await NamesAsync(browser))[0], StringComparison.Ordinal);
        Assert.True(await browser.Page.Locator("#page-on").IsDisabledAsync());

        await browser.Page.Locator("#page").SelectOptionAsync("0");
        Assert.Contains("pooling max", (await NamesAsync(browser))[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Size_Slider_SetsTheWidthOfCells()
    {
        await using var browser = await OpenAsync(SampleReport.Make());

        await browser.Page.Locator("#size").FillAsync("100");

        Assert.Equal(100, (await Cell(browser, 0, 0).BoundingBoxAsync())!.Width, 0.5);
        Assert.Contains("size=100", await browser.Page.EvaluateAsync<string>("location.hash"), StringComparison.Ordinal);
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

        var widths = await browser.Page.EvaluateAsync<double[]>("[...document.querySelectorAll('.holder')].map(holder => holder.offsetWidth)");
        var image = await browser.Page.EvaluateAsync<double>("document.querySelector('.cell').offsetWidth");

        Assert.InRange(image, 250, 600);
        Assert.All(widths, width => Assert.InRange(width, image, image + 30));
        Assert.Contains("styleLayers", await browser.Page.Locator(".head.across .value").Last.GetAttributeAsync("title"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_ContentAxis_ShowsItsImagesInTheHeaders()
    {
        await using var browser = await OpenAsync(SampleReport.Make(Sample.Plan(Sample.Parse("content: [a.jpg, tubingen.jpg]\nstyle: b.jpg\naxes: {styleWeight: [1, 2]}"))));

        Assert.Equal(2, await browser.Page.Locator(".head img").CountAsync());
        Assert.NotEqual(await ColorAsync(browser, ".head img"), await ColorAsync(browser, "[data-input='style:b.jpg']"));
        Assert.Empty(browser.Problems);
    }

    [Fact]
    public async Task Scroll_GridLargerThanItsBox_KeepsHeadersInSight()
    {
        await using var browser = await OpenAsync(SampleReport.Make(), hash: "#rows=init~pooling&columns=styleWeight&pages=&size=600");

        await browser.Page.EvaluateAsync("document.getElementById('scroller').scrollTo(700, 500)");

        var box = (await browser.Page.Locator("#scroller").BoundingBoxAsync())!;
        Assert.Equal(box.Y + 1, (await browser.Page.Locator(".heads").BoundingBoxAsync())!.Y, 1.5);
        Assert.Equal(box.X + 1, (await browser.Page.Locator(".head.down").First.BoundingBoxAsync())!.X, 1.5);
    }

    private static async Task OpenMenuAsync(OpenPage browser, string axis) => await browser.Page.Locator($".chip[data-axis={axis}]").ClickAsync();

    private static async Task<string[]> ZonesAsync(OpenPage browser) => await browser.Page.EvaluateAsync<string[]>(
        "[...document.querySelectorAll('.zone')].map(zone => [...zone.querySelectorAll('.zone-name, .chip-name, .zone-empty')].map(part => part.textContent).join(' '))");
}
