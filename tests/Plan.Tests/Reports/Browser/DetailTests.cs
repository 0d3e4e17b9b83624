using Microsoft.Playwright;

namespace NeuralStyle.Plan.Tests.Reports.Browser;

/// <summary>The detail view of one trial, and the comparison of two.</summary>
public sealed class DetailTests(PageBrowser chromium) : PageTest(chromium)
{
    [Fact]
    public async Task Click_Cell_OpensItsTrialWithItsNumbersAndItsWholeImage()
    {
        var report = SampleReport.Make();
        await using var browser = await OpenAsync(report);

        await Cell(browser, 0, 1).ClickAsync();

        var id = report.Pages[0].TrialIds[0][1]!;
        Assert.Equal("styleWeight 30 init content pooling max", await TitleAsync(browser));
        Assert.Contains(id, await browser.Page.Locator("#facts").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("Measures (proxies)", await browser.Page.Locator("#facts").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(1, await browser.Page.Locator("#facts svg.curve path.total").CountAsync());
        await WaitAsync(browser, "document.querySelector('#view').naturalWidth === 64");
        Assert.Equal(ColorOf(id), await ColorAsync(browser, "#view"));
    }

    [Fact]
    public async Task Click_CellOfATrialWithEverything_ShowsItWithoutAProblem()
    {
        await using var browser = await OpenAsync(RichReport.Make());

        await Cell(browser, 0, 0).ClickAsync();
        await browser.Page.Locator("#facts details.neutral summary").ClickAsync();

        int[] brown = [200, 120, 40];
        Assert.Equal(brown, await ColorAsync(browser, "#facts .strip img"));
        Assert.True(await browser.Page.EvaluateAsync<bool>("(strip => strip.scrollWidth > strip.clientWidth)(document.querySelector('#facts .strip'))"));
        Assert.Equal(2, await browser.Page.Locator("#facts svg.curve").CountAsync());
        Assert.True(await browser.Page.Locator("#facts details.neutral dt", new() { HasText = "stopBelow" }).IsVisibleAsync());
        // The panel itself never scrolls sideways.
        Assert.True(await browser.Page.EvaluateAsync<bool>("(facts => facts.scrollWidth <= facts.clientWidth)(document.getElementById('facts'))"));
        Assert.Empty(browser.Problems);
    }

    [Fact]
    public async Task Arrows_InDetail_MoveThroughTheGridAndItsPagesAndStopAtTheEdge()
    {
        await using var browser = await OpenAsync(SampleReport.Make());
        await Cell(browser, 0, 1).ClickAsync();

        await PressAsync(browser, "ArrowRight", "ArrowDown", "ArrowRight");
        Assert.Equal("styleWeight 4 init gray pooling max", await TitleAsync(browser));

        await PressAsync(browser, "PageDown", "ArrowLeft");
        Assert.Equal("styleWeight 30 init gray pooling average", await TitleAsync(browser));

        await PressAsync(browser, "Escape");
        Assert.False(await browser.Page.Locator("#detail").IsVisibleAsync());
        Assert.Equal("1", await browser.Page.Locator("#page").InputValueAsync());
        Assert.Equal("1 1", await browser.Page.EvaluateAsync<string>("Object.values(document.activeElement.closest('.holder').dataset).join(' ')"));
    }

    [Fact]
    public async Task Buttons_BackAndOn_GoInReadingOrder()
    {
        await using var browser = await OpenAsync(SampleReport.Make());
        await Cell(browser, 0, 2).ClickAsync();

        await browser.Page.Locator("#on").ClickAsync();
        Assert.Equal("styleWeight 0.5 init gray pooling max", await TitleAsync(browser));
        await browser.Page.Locator("#back").ClickAsync();
        await browser.Page.Locator("#back").ClickAsync();
        await browser.Page.Locator("#back").ClickAsync();

        Assert.Equal("styleWeight 0.5 init content pooling max", await TitleAsync(browser));
        Assert.True(await browser.Page.Locator("#back").IsDisabledAsync());
        await browser.Page.Locator("#close").ClickAsync();
        Assert.False(await browser.Page.Locator("#detail").IsVisibleAsync());
    }

    [Fact]
    public async Task Zoom_Keys_ShowTheImageAtItsOwnPixelsAndFitAgain()
    {
        await using var browser = await OpenAsync(SampleReport.Make());
        await Cell(browser, 0, 0).ClickAsync();
        await WaitAsync(browser, "document.querySelector('#view').naturalWidth === 64 && document.querySelector('#scale').textContent === '800%'");

        await PressAsync(browser, "1");
        Assert.Equal(64, (await browser.Page.Locator("#view").BoundingBoxAsync())!.Width);

        await PressAsync(browser, "0");
        Assert.Equal(64 * 8, (await browser.Page.Locator("#view").BoundingBoxAsync())!.Width);

        await browser.Page.Locator("#full").ClickAsync();
        await browser.Page.Locator("#stage").HoverAsync();
        await browser.Page.Mouse.WheelAsync(0, -500);
        await WaitAsync(browser, "parseInt(document.querySelector('#scale').textContent) > 150");
        await browser.Page.Locator("#fit").ClickAsync();
        Assert.Equal("800%", await browser.Page.Locator("#scale").InnerTextAsync());
    }

    [Theory]
    [InlineData("Content", "content:a.jpg")]
    [InlineData("Style", "style:b.jpg")]
    public async Task Show_Input_ShowsIt(string button, string key)
    {
        await using var browser = await OpenAsync(SampleReport.Make());
        await Cell(browser, 0, 0).ClickAsync();

        await browser.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

        await WaitAsync(browser, "document.querySelector('#view').naturalWidth === 40");
        Assert.Equal(await ColorAsync(browser, $"[data-input='{key}']"), await ColorAsync(browser, "#view"));
    }

    [Fact]
    public async Task FailedCell_SaysWhyAndHasNothingToSaveOrCompare()
    {
        await using var browser = await OpenAsync(SampleReport.Make());

        await Cell(browser, 1, 0).ClickAsync();

        await WaitAsync(browser, "!document.querySelector('#blank').hidden");
        Assert.Contains(SampleReport.FailedReason, await browser.Page.Locator("#blank").InnerTextAsync(), StringComparison.Ordinal);
        Assert.True(await browser.Page.Locator("#save").IsHiddenAsync());
        Assert.True(await browser.Page.Locator("#against").IsDisabledAsync());
        Assert.True(await browser.Page.Locator("#pin").IsDisabledAsync());
    }

    [Fact]
    public async Task Save_Result_IsTheTrialsOwnFile()
    {
        var report = SampleReport.Make();
        await using var browser = await OpenAsync(report);
        await Cell(browser, 0, 1).ClickAsync();
        await WaitAsync(browser, "document.querySelector('#view').naturalWidth === 64");
        var id = report.Pages[0].TrialIds[0][1]!;

        var download = await browser.Page.RunAndWaitForDownloadAsync(() => browser.Page.Locator("#save").ClickAsync());

        Assert.Equal($"a-sweep-{id}.png", download.SuggestedFilename);
        Assert.Equal(SampleFiles.Png(id, 64, 48), await File.ReadAllBytesAsync(await download.PathAsync(), Cancellation));
    }

    [Fact]
    public async Task LargeSweep_FileBesideThePage_IsShownInsteadOfThePreview()
    {
        var report = SampleReport.Make() with { PageBudgetBytes = 0 };
        var id = report.Pages[0].TrialIds[0][1]!;
        var folder = Directory.CreateDirectory(Path.Combine(StoreFolder, "trials", id));
        await File.WriteAllBytesAsync(Path.Combine(folder.FullName, "image.png"), SampleFiles.Png(id, 64, 48), Cancellation);
        await using var browser = await OpenAsync(report, hash: "#size=40");

        await Cell(browser, 0, 1).ClickAsync();

        await WaitAsync(browser, "document.querySelector('#view').naturalWidth === 64");
        Assert.True(await browser.Page.Locator("#preview-note").IsHiddenAsync());
        Assert.Contains(browser.Requests, url => url.EndsWith($"/trials/{id}/image.png", StringComparison.Ordinal));
    }

    [Fact]
    public async Task LargeSweep_NoFileBesideThePage_ShowsThePreviewAndSaysSo()
    {
        await using var browser = await OpenAsync(SampleReport.Make() with { PageBudgetBytes = 0 }, hash: "#size=40");

        await Cell(browser, 0, 1).ClickAsync();

        await browser.Page.Locator("#preview-note").WaitForAsync();
        Assert.Contains("This is a preview", await browser.Page.Locator("#preview-note").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("Save preview", await browser.Page.Locator("#save").InnerTextAsync());
        // Shown in the size of the file that it stands for.
        Assert.Equal(64 * 8, (await browser.Page.Locator("#view").BoundingBoxAsync())!.Width);
    }

    [Theory]
    [InlineData("content", "[data-input='content:a.jpg']")]
    [InlineData("style", "[data-input='style:b.jpg']")]
    public async Task Compare_WithAnInput_LaysItOverTheResult(string against, string source)
    {
        await using var browser = await OpenAsync(SampleReport.Make());
        await Cell(browser, 0, 0).ClickAsync();

        await browser.Page.Locator("#against").SelectOptionAsync(against);

        await browser.Page.Locator("#wipe").WaitForAsync();
        Assert.Equal(await ColorAsync(browser, source), await ColorAsync(browser, "#other"));
        Assert.Equal(against, await browser.Page.Locator("#legend-b").InnerTextAsync());
        var (own, other) = ((await browser.Page.Locator("#view").BoundingBoxAsync())!, (await browser.Page.Locator("#other").BoundingBoxAsync())!);
        Assert.Equal((own.X, own.Y, own.Width, own.Height), (other.X, other.Y, other.Width, other.Height));
    }

    [Fact]
    public async Task Compare_WithAnotherTrial_SliderDragAndKeysMoveTheLine()
    {
        var report = SampleReport.Make();
        await using var browser = await OpenAsync(report);
        await Cell(browser, 0, 0).ClickAsync();
        var other = report.Pages[1].TrialIds[1][2]!;

        await browser.Page.Locator("#against").SelectOptionAsync(other);
        await browser.Page.Locator("#wipe").WaitForAsync();
        Assert.Equal(ColorOf(other), await ColorAsync(browser, "#other"));
        Assert.Equal("styleWeight 4, init gray, pooling average", await browser.Page.Locator("#legend-b").InnerTextAsync());

        await browser.Page.Locator("#wipe").FillAsync("250");
        Assert.Equal("inset(0px 0px 0px 25%)", await ClipAsync(browser));

        var stage = (await browser.Page.Locator("#stage").BoundingBoxAsync())!;
        await browser.Page.Mouse.MoveAsync(stage.X + (stage.Width * 0.25f), stage.Y + 200);
        await browser.Page.Mouse.DownAsync();
        await browser.Page.Mouse.MoveAsync(stage.X + (stage.Width * 0.6f), stage.Y + 200);
        await browser.Page.Mouse.UpAsync();
        Assert.StartsWith("inset(0px 0px 0px 6", await ClipAsync(browser), StringComparison.Ordinal);

        await PressAsync(browser, "[", "[");
        Assert.StartsWith("inset(0px 0px 0px 5", await ClipAsync(browser), StringComparison.Ordinal);

        await browser.Page.Locator("#against").SelectOptionAsync("");
        await WaitAsync(browser, "document.querySelector('#over').hidden");
    }

    [Fact]
    public async Task Compare_ShiftAndClickOnTwoCells_ComparesThem()
    {
        var report = SampleReport.Make();
        await using var browser = await OpenAsync(report);

        await Cell(browser, 0, 1).ClickAsync(new() { Modifiers = [KeyboardModifier.Shift] });
        Assert.False(await browser.Page.Locator("#detail").IsVisibleAsync());
        await Cell(browser, 1, 2).ClickAsync(new() { Modifiers = [KeyboardModifier.Shift] });

        await browser.Page.Locator("#wipe").WaitForAsync();
        Assert.Equal("styleWeight 30 init content pooling max", await TitleAsync(browser));
        Assert.Equal(ColorOf(report.Pages[0].TrialIds[1][2]!), await ColorAsync(browser, "#other"));
    }

    [Fact]
    public async Task Pin_ThenCompareKey_GoesThroughContentStylePinnedAndNothing()
    {
        var report = SampleReport.Make();
        await using var browser = await OpenAsync(report);
        await Cell(browser, 0, 0).ClickAsync();
        await browser.Page.Locator("#pin").ClickAsync();
        await PressAsync(browser, "ArrowRight");

        var seen = new List<string>();
        for (var press = 0; press < 4; press++)
        {
            await PressAsync(browser, "c");
            seen.Add(await browser.Page.Locator("#against").InputValueAsync());
        }

        Assert.Equal(["content", "style", report.Pages[0].TrialIds[0][0]!, ""], seen);
    }

    private static Task<string> ClipAsync(OpenPage browser) => browser.Page.EvaluateAsync<string>("getComputedStyle(document.getElementById('over')).clipPath");
}
