using Microsoft.Playwright;
using NeuralStyle.Plan.Records;

namespace NeuralStyle.Plan.Tests.Reports.Browser;

/// <summary>What holds for the page as a whole: it asks for nothing, runs nothing but itself, and can be read.</summary>
public sealed class PageOpeningTests(PageBrowser chromium) : PageTest(chromium)
{
    private const string Hostile = "</template></script><img src=x onerror=\"document.title='taken'\"><script>document.title='taken'</script>";

    [Fact]
    public async Task Open_Report_AsksNothingOfTheNetworkAndReportsNoProblem()
    {
        await using var browser = await OpenAsync(RichReport.Make());

        foreach (var view in (string[])["sorted", "table", "scatter", "effects", "vote", "grid"])
            await browser.Page.Locator($"#tab-{view}").ClickAsync();
        await Cell(browser, 0, 0).ClickAsync();
        await WaitAsync(browser, "document.querySelector('#view').naturalWidth > 0");

        Assert.Empty(browser.Problems);
        Assert.All(browser.Requests, url => Assert.Matches("^(file:.*/index.html|blob:)", url));
        Assert.Equal(0, await browser.Page.EvaluateAsync<int>("[...document.images].filter(image => image.src && image.complete && image.naturalWidth === 0).length"));
    }

    [Fact]
    public async Task Open_PageThatFetches_IsStoppedByThePolicy()
    {
        await using var browser = await OpenAsync(SampleReport.Make());

        var outcome = await browser.Page.EvaluateAsync<string>("fetch('data:text/plain,hello').then(() => 'allowed', () => 'refused')");
        var script = await browser.Page.EvaluateAsync<bool>("document.head.append(Object.assign(document.createElement('script'), { textContent: 'window.ran = 1' })), 'ran' in window");

        Assert.Equal("refused", outcome);
        Assert.False(script);
        Assert.Contains(browser.Problems, problem => problem.Contains("Content Security Policy", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Open_HostileTextEverywhere_RunsNothing()
    {
        var report = SampleReport.Make();
        var failed = report.Trials.First(trial => trial.State == TrialState.Failed).Trial.Id;
        report = report.With(failed, trial => trial with { Reason = Hostile });
        var plan = report.Plan;
        report = report with
        {
            Plan = plan with { Sweep = Hostile, Axes = [.. plan.Axes.Select(axis => axis with { Labels = [.. axis.Labels.Select((label, index) => $"{label} {Hostile} {index}")] })] },
        };
        await using var browser = await OpenAsync(report);

        foreach (var view in (string[])["sorted", "table", "scatter", "effects", "vote", "grid"])
            await browser.Page.Locator($"#tab-{view}").ClickAsync();
        await browser.Page.Locator(".chip").First.ClickAsync();
        await PressAsync(browser, "Escape");
        await Cell(browser, 1, 0).ClickAsync();

        Assert.Equal(Hostile, await browser.Page.Locator("#facts .notice p").TextContentAsync());
        Assert.NotEqual("taken", await browser.Page.TitleAsync());
        Assert.Equal(0, await browser.Page.Locator("img[src='x']").CountAsync());
        Assert.Empty(browser.Problems);
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Open_EitherScheme_TextHasTheContrastOfWcagAA(ColorScheme scheme)
    {
        var report = RichReport.Make() with { IsPartial = true };
        await using var browser = await OpenAsync(report, new PageWindow { Scheme = scheme });

        foreach (var view in (string[])["sorted", "table", "scatter", "effects", "vote", "grid"])
        {
            await browser.Page.Locator($"#tab-{view}").ClickAsync();
            Assert.Empty(await browser.Page.EvaluateAsync<string[]>(PageContrast.Script));
        }

        await browser.Page.Locator("#help").ClickAsync();
        Assert.Empty(await browser.Page.EvaluateAsync<string[]>(PageContrast.Script));
        await PressAsync(browser, "Escape");
        await Cell(browser, 0, 0).ClickAsync();
        Assert.Empty(await browser.Page.EvaluateAsync<string[]>(PageContrast.Script));
    }

    [Theory]
    [InlineData("light", "rgb(246, 245, 241)")]
    [InlineData("dark", "rgb(20, 20, 22)")]
    public async Task Theme_Chosen_HoldsAgainstTheSystemAndIsRemembered(string theme, string paper)
    {
        var other = theme == "light" ? ColorScheme.Dark : ColorScheme.Light;
        await using var browser = await OpenAsync(SampleReport.Make(), new PageWindow { Scheme = other });
        Assert.NotEqual(paper, await PaperAsync(browser));

        await browser.Page.Locator("#theme").SelectOptionAsync(theme);
        Assert.Equal(paper, await PaperAsync(browser));

        await browser.Page.ReloadAsync();
        Assert.Equal(paper, await PaperAsync(browser));
    }

    [Theory]
    [InlineData(1600, 1000)]
    [InlineData(1024, 768)]
    [InlineData(390, 844)]
    public async Task Open_AnyWindow_NoViewOverflowsSideways(int width, int height)
    {
        await using var browser = await OpenAsync(RichReport.Make() with { IsPartial = true }, new PageWindow(width, height));

        foreach (var view in (string[])["grid", "sorted", "table", "scatter", "effects", "vote"])
        {
            await browser.Page.Locator($"#tab-{view}").ClickAsync();
            Assert.True(await browser.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"), view);
        }

        await browser.Page.Locator("#tab-grid").ClickAsync();
        await Cell(browser, 0, 0).ClickAsync();
        Assert.Empty(await browser.Page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('#detail :is(.panel, .panel-top, .controls, .controls > *, #facts, .turns button)')].filter(part => part.checkVisibility() && part.getBoundingClientRect().right > innerWidth + 1).map(part => part.id || part.className)"));
    }

    [Fact]
    public async Task Controls_All_HaveNames()
    {
        await using var browser = await OpenAsync(SampleReport.Make());
        await Cell(browser, 0, 0).ClickAsync();

        var nameless = await browser.Page.EvaluateAsync<string[]>(
            """
            [...document.querySelectorAll("button, a, select, input, textarea, [role=button]")].filter(control =>
              !(control.getAttribute("aria-label") || control.textContent.trim() || control.labels?.length)).map(control => control.outerHTML)
            """);

        Assert.Empty(nameless);
    }

    [Fact]
    public async Task Motion_Reduced_NothingMoves()
    {
        await using var browser = await OpenAsync(SampleReport.Make(), new PageWindow { Motion = ReducedMotion.Reduce });

        Assert.Equal("0s", await browser.Page.EvaluateAsync<string>("getComputedStyle(document.querySelector('.star')).transitionDuration"));
    }

    private static Task<string> PaperAsync(OpenPage browser) => browser.Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");
}
