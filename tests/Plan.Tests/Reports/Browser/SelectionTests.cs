using NeuralStyle.Plan.Manifests;
using NeuralStyle.Plan.Reports;

namespace NeuralStyle.Plan.Tests.Reports.Browser;

/// <summary>Stars, and the manifest of what is starred: our parser takes it, and it plans the same trials.</summary>
public sealed class SelectionTests(PageBrowser chromium) : PageTest(chromium)
{
    [Fact]
    public async Task Star_ButtonKeyAndDetail_AreOneAndRemembered()
    {
        await using var browser = await OpenAsync(SampleReport.Make());
        Assert.True(await browser.Page.Locator("#selection").IsDisabledAsync());

        await Cell(browser, 0, 0).HoverAsync();
        await browser.Page.Locator(".holder[data-row='0'][data-column='0'] .star").ClickAsync();
        await Cell(browser, 0, 1).FocusAsync();
        await PressAsync(browser, "f");
        await Cell(browser, 0, 2).ClickAsync();
        await browser.Page.Locator("#star").ClickAsync();
        Assert.Equal("★ Starred", await browser.Page.Locator("#star").InnerTextAsync());
        await PressAsync(browser, "ArrowLeft", "f", "Escape");

        Assert.Equal("★ 2 starred", await browser.Page.Locator("#selection").InnerTextAsync());
        await browser.Page.ReloadAsync();
        Assert.Equal("★ 2 starred", await browser.Page.Locator("#selection").InnerTextAsync());
        Assert.Equal(["true", "false", "true"], await browser.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('.holder[data-row=\"0\"] .star')].map(star => star.getAttribute('aria-pressed'))"));
    }

    [Fact]
    public async Task Manifest_OfSeveralTrials_PlansExactlyThem()
    {
        var report = SampleReport.Make();
        string[] chosen = [report.Pages[0].TrialIds[0][0]!, report.Pages[0].TrialIds[0][2]!, report.Pages[1].TrialIds[1][1]!];

        var planned = Plan(await ManifestAsync(report, chosen));

        Assert.Equal(chosen.Order(StringComparer.Ordinal), planned.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Manifest_OfOneTrial_PlansExactlyIt()
    {
        var report = SampleReport.Make();
        await using var browser = await OpenAsync(report);
        await Cell(browser, 1, 2).ClickAsync();

        await browser.Page.Locator("#manifest").ClickAsync();

        var text = await browser.Page.Locator("#manifest-text").InputValueAsync();
        Assert.DoesNotContain("experiments", text, StringComparison.Ordinal);
        Assert.Equal([report.Pages[0].TrialIds[1][2]!], Plan(text));
    }

    [Fact]
    public async Task Manifest_OfAFailedTrial_PlansItToo()
    {
        var report = SampleReport.Make();
        string[] chosen = [report.Pages[0].TrialIds[1][0]!];

        Assert.Equal(chosen, Plan(await ManifestAsync(report, chosen)));
    }

    [Theory]
    [InlineData("content: [a.jpg, tubingen.jpg]\nstyle: [b.jpg, starry_night.jpg]\naxes: {styleWeight: [1, 2]}\nsnapshots: first 3, last")]
    [InlineData("content: a.jpg\nstyle: b.jpg\nparameters: {init: noise}\naxes: {mode: [transfer, texture, reconstruction]}")]
    [InlineData("content: a.jpg\nstyle: [b.jpg, starry_night.jpg]\nblend: [0.7, 0.3]\naxes: {styleLayers: 'prefixes(relu1_1, relu2_1, relu3_1)', optimizer: [lbfgs, adam], scales: [none, '64:10']}")]
    [InlineData("content: a.jpg\nstyle: b.jpg\npreset: gatys\nparameters: {color: luminance, styleLayerWeights: {conv1_1: 0.2}}\nexperiments: [{name: one}, {name: two, parameters: {seed: 4, init: noise, contentSchedule: 'linear 1:0, 50:1'}}]")]
    public async Task Manifest_OfAllTrialsOfASweep_PlansTheSameTrials(string manifest)
    {
        var report = SampleReport.Make(Sample.Plan(Sample.Parse(manifest)));
        var all = report.Trials.Select(trial => trial.Trial.Id).ToList();

        Assert.Equal(all.Order(StringComparer.Ordinal), Plan(await ManifestAsync(report, [.. all])).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Manifest_CopySaveAndUnstar_DoWhatTheySay()
    {
        var report = SampleReport.Make();
        await using var browser = await OpenStarredAsync(report, [report.Trials[0].Trial.Id, report.Trials[1].Trial.Id]);
        await browser.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await browser.Page.Locator("#selection").ClickAsync();
        var text = await browser.Page.Locator("#manifest-text").InputValueAsync();

        await browser.Page.Locator("#manifest-copy").ClickAsync();
        await WaitAsync(browser, "document.getElementById('manifest-said').textContent !== ''");
        Assert.Equal("Copied.", await browser.Page.Locator("#manifest-said").InnerTextAsync());
        Assert.Equal(text, await browser.Page.EvaluateAsync<string>("navigator.clipboard.readText()"));

        var download = await browser.Page.RunAndWaitForDownloadAsync(() => browser.Page.Locator("#manifest-save").ClickAsync());
        Assert.Equal("a-sweep-selection.json", download.SuggestedFilename);
        Assert.Equal(text, await File.ReadAllTextAsync(await download.PathAsync(), Cancellation));

        await browser.Page.Locator("#unstar").ClickAsync();
        Assert.True(await browser.Page.Locator("#selection").IsDisabledAsync());
        Assert.Equal(0, await browser.Page.Locator(".star[aria-pressed=true]").CountAsync());
    }

    private async Task<string> ManifestAsync(Report report, string[] ids)
    {
        await using var browser = await OpenStarredAsync(report, ids);
        await browser.Page.Locator("#selection").ClickAsync();
        Assert.False(await browser.Page.Locator("#manifest-groups").IsVisibleAsync());
        Assert.Empty(browser.Problems);
        return await browser.Page.Locator("#manifest-text").InputValueAsync();
    }

    private async Task<OpenPage> OpenStarredAsync(Report report, string[] ids)
    {
        var browser = await OpenAsync(report);
        await browser.Page.EvaluateAsync("ids => localStorage.setItem('neuralstyle:a-sweep:stars', JSON.stringify(ids))", ids);
        await browser.Page.ReloadAsync();
        return browser;
    }

    private static IReadOnlyList<string> Plan(string text) =>
        [.. Sample.Plan(ManifestParser.Parse(text, "selection.json"), [.. Sample.Images, "a.jpg", "b.jpg"]).Trials.Select(trial => trial.Id)];
}
