namespace NeuralStyle.Plan.Tests.Reports.Browser;

/// <summary>What a cell shows, zoom and pan of all of them, and moving between them by keys.</summary>
public sealed class CellTests(PageBrowser chromium) : PageTest(chromium)
{
    [Fact]
    public async Task States_All_AreDrawnAndNamed()
    {
        await using var browser = await OpenAsync(StatesReport.Make());

        var names = await NamesAsync(browser);

        Assert.Equal("styleWeight 1, init content: completed", names[0]);
        Assert.Equal("styleWeight 2, init content: completed, same trial as styleWeight 1, init content", names[1]);
        Assert.Equal("skipped", names[2]);
        Assert.Equal("styleWeight 1, init gray: running, evaluation 40 of 200", names[3]);
        Assert.Equal("styleWeight 2, init gray: pending", names[4]);
        Assert.Equal("styleWeight 3, init gray: failed", names[5]);
        Assert.Equal(["styleWeight 1, init noise: dropped", "styleWeight 2, init noise: dropped", "styleWeight 3, init noise: cancelled"], names[6..]);
        Assert.Equal(["running", "evaluation 40 of 200"], await TextsAsync(browser, ".cell.running strong, .cell.running .why"));
        Assert.Equal(40, await browser.Page.Locator(".cell.running progress").EvaluateAsync<double>("bar => bar.value"));
        Assert.Contains(SampleReport.FailedReason, await Cell(browser, 1, 2).InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains(StatesReport.DroppedReason, await Cell(browser, 2, 1).InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal($"dropped: {StatesReport.DroppedReason}", await Cell(browser, 2, 0).Locator(".badge-over").InnerTextAsync());
        Assert.Equal(1, await Cell(browser, 2, 0).Locator("img").CountAsync());
        Assert.Equal("skipped", await browser.Page.Locator(".hole").InnerTextAsync());
        Assert.Contains("The sweep still runs.", await browser.Page.Locator("#partial").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SameTrial_Opened_SaysWhichCellItRepeats()
    {
        await using var browser = await OpenAsync(StatesReport.Make());

        await Cell(browser, 0, 1).ClickAsync();

        Assert.Equal("styleWeight 2 init content", await TitleAsync(browser));
        Assert.Contains("Same trial as styleWeight 1, init content", await browser.Page.Locator("#facts").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pictures_Cells_ShowTheirTrials()
    {
        var report = SampleReport.Make();
        await using var browser = await OpenAsync(report);

        foreach (var (row, column) in ((int, int)[])[(0, 0), (0, 2), (1, 1)])
            Assert.Equal(ColorOf(report.Pages[0].TrialIds[row][column]!), await ColorAsync(browser, $".holder[data-row='{row}'][data-column='{column}'] img"));
    }

    [Fact]
    public async Task Pictures_SmallerThanTheirPreview_StayPreviewsAndLargerOnesAreSharpened()
    {
        await using var browser = await OpenAsync(SampleReport.Make(), hash: "#size=36");
        var image = Cell(browser, 0, 0).Locator("img");
        // The preview is 32 pixels wide, and the file 64.
        Assert.Equal(32, await image.EvaluateAsync<int>("async image => { await image.decode(); return image.naturalWidth; }"));

        await browser.Page.Locator("#size").FillAsync("120");

        await WaitAsync(browser, "document.querySelector('.cell img').naturalWidth === 64");
    }

    [Fact]
    public async Task Zoom_Slider_ZoomsAllCellsAtOnce()
    {
        await using var browser = await OpenAsync(SampleReport.Make());

        await browser.Page.Locator("#zoom").FillAsync("50");

        Assert.Equal("4×", await browser.Page.Locator("#zoomed").InnerTextAsync());
        var scales = await ScalesAsync(browser);
        Assert.Equal(5, scales.Length);
        Assert.All(scales, scale => Assert.Equal(4, scale, 0.01));
    }

    [Fact]
    public async Task Zoom_ControlAndWheel_KeepsThePointUnderThePointer()
    {
        await using var browser = await OpenAsync(SampleReport.Make());
        var box = (await Cell(browser, 0, 1).BoundingBoxAsync())!;
        var (x, y) = (box.X + (box.Width * 0.75f), box.Y + (box.Height * 0.25f));

        await browser.Page.Mouse.MoveAsync(x, y);
        await browser.Page.Keyboard.DownAsync("Control");
        await browser.Page.Mouse.WheelAsync(0, -300);
        await browser.Page.Keyboard.UpAsync("Control");
        await WaitAsync(browser, "document.getElementById('zoomed').textContent !== '1×'");

        // Three quarters across the picture is still three quarters across the cell, in every cell.
        var parts = await browser.Page.EvaluateAsync<double[]>(
            """
            [...document.querySelectorAll(".cell img")].flatMap(image => {
              const [inner, outer] = [image.getBoundingClientRect(), image.parentElement.getBoundingClientRect()];
              return [(outer.left + .75 * outer.width - inner.left) / inner.width, (outer.top + .25 * outer.height - inner.top) / inner.height];
            })
            """);
        Assert.All(parts.Where((_, index) => index % 2 == 0), part => Assert.Equal(0.75, part, 0.01));
        Assert.All(parts.Where((_, index) => index % 2 == 1), part => Assert.Equal(0.25, part, 0.01));
        Assert.Equal(0, await browser.Page.EvaluateAsync<double>("scrollY"));
    }

    [Fact]
    public async Task Zoom_WheelAlone_Scrolls()
    {
        await using var browser = await OpenAsync(SampleReport.Make(), hash: "#size=700");
        await Cell(browser, 0, 0).HoverAsync();

        await browser.Page.Mouse.WheelAsync(0, 200);

        await WaitAsync(browser, "document.getElementById('scroller').scrollTop > 0");
        Assert.All(await ScalesAsync(browser), scale => Assert.Equal(1, scale));
    }

    [Fact]
    public async Task Pan_DragOfOneCell_MovesAllAndOpensNothing()
    {
        await using var browser = await OpenAsync(SampleReport.Make());
        await browser.Page.Locator("#zoom").FillAsync("50");
        var box = (await Cell(browser, 0, 1).BoundingBoxAsync())!;
        var before = await LeftsAsync(browser);

        await browser.Page.Mouse.MoveAsync(box.X + 100, box.Y + 100);
        await browser.Page.Mouse.DownAsync();
        await browser.Page.Mouse.MoveAsync(box.X + 120, box.Y + 100);
        await browser.Page.Mouse.MoveAsync(box.X + 160, box.Y + 100);
        await browser.Page.Mouse.UpAsync();

        var after = await LeftsAsync(browser);
        Assert.All(before.Zip(after), pair => Assert.Equal(60, pair.Second - pair.First, 1.0));
        Assert.False(await browser.Page.Locator("#detail").IsVisibleAsync());

        await Cell(browser, 0, 1).ClickAsync();
        Assert.True(await browser.Page.Locator("#detail").IsVisibleAsync());
    }

    [Fact]
    public async Task Zoom_Keys_ZoomPanWithinThePictureAndFit()
    {
        await using var browser = await OpenAsync(SampleReport.Make());
        await Cell(browser, 0, 0).FocusAsync();

        await PressAsync(browser, "+", "+", "-");
        Assert.All(await ScalesAsync(browser), scale => Assert.Equal(1.25, scale, 0.01));

        for (var press = 0; press < 5; press++)
            await PressAsync(browser, "Shift+ArrowRight");
        // No further than its edge: a quarter of the cell sticks out, half of it on each side.
        Assert.Equal(-0.125, await browser.Page.EvaluateAsync<double>("parseFloat(getComputedStyle(document.getElementById('main')).getPropertyValue('--pan-x')) / 100"), 0.001);

        await PressAsync(browser, "0");
        Assert.All(await ScalesAsync(browser), scale => Assert.Equal(1, scale));
    }

    [Fact]
    public async Task Arrows_InTheGrid_MoveTheFocusOverHolesAndEnterOpens()
    {
        await using var browser = await OpenAsync(StatesReport.Make());
        await Cell(browser, 0, 1).FocusAsync();

        await PressAsync(browser, "ArrowRight");
        Assert.Equal("0 1", await FocusAsync(browser));
        await PressAsync(browser, "ArrowDown", "ArrowRight", "ArrowUp");
        Assert.Equal("1 2", await FocusAsync(browser));
        await PressAsync(browser, "Enter");

        Assert.Equal("styleWeight 3 init gray", await TitleAsync(browser));
        Assert.Equal(1, await browser.Page.Locator("#grid .cell[tabindex='0']").CountAsync());
    }

    [Fact]
    public async Task PageDown_InTheGrid_TurnsThePage()
    {
        await using var browser = await OpenAsync(SampleReport.Make());
        await Cell(browser, 0, 0).FocusAsync();

        await PressAsync(browser, "PageDown");

        Assert.Equal("1", await browser.Page.Locator("#page").InputValueAsync());
    }

    [Theory]
    [InlineData("s", "sorted")]
    [InlineData("t", "table")]
    [InlineData("x", "scatter")]
    [InlineData("e", "effects")]
    [InlineData("v", "vote")]
    public async Task ViewKey_Pressed_ShowsThatViewAlone(string key, string view)
    {
        await using var browser = await OpenAsync(SampleReport.Make());

        await PressAsync(browser, key);

        Assert.Equal([$"view-{view}"], await browser.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('[role=tabpanel]')].filter(panel => panel.checkVisibility()).map(panel => panel.id)"));
        await PressAsync(browser, "g");
        Assert.True(await Cell(browser, 0, 0).IsVisibleAsync());
    }

    [Fact]
    public async Task Tabs_Arrows_MoveAndShow()
    {
        await using var browser = await OpenAsync(SampleReport.Make());
        await browser.Page.Locator("#tab-grid").FocusAsync();

        await PressAsync(browser, "ArrowRight", "ArrowRight");

        Assert.Equal("tab-table", await browser.Page.EvaluateAsync<string>("document.activeElement.id"));
        Assert.True(await browser.Page.Locator("#trials").IsVisibleAsync());
    }

    [Fact]
    public async Task Help_QuestionMark_ListsTheKeysAndCloses()
    {
        await using var browser = await OpenAsync(SampleReport.Make());

        await PressAsync(browser, "?");
        Assert.Contains("star or unstar the trial", await browser.Page.Locator("#help-box").InnerTextAsync(), StringComparison.Ordinal);

        await browser.Page.Locator("#help-box [data-close]").ClickAsync();
        Assert.False(await browser.Page.Locator("#help-box").IsVisibleAsync());
    }

    private static Task<double[]> ScalesAsync(OpenPage browser) => browser.Page.EvaluateAsync<double[]>(
        "[...document.querySelectorAll('#grid .cell img')].map(image => image.getBoundingClientRect().width / image.parentElement.clientWidth)");

    private static Task<double[]> LeftsAsync(OpenPage browser) =>
        browser.Page.EvaluateAsync<double[]>("[...document.querySelectorAll('#grid .cell img')].map(image => image.getBoundingClientRect().left)");

    private static Task<string> FocusAsync(OpenPage browser) =>
        browser.Page.EvaluateAsync<string>("Object.values(document.activeElement.closest('.holder').dataset).join(' ')");
}
