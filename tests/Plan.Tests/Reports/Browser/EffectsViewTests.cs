namespace NeuralStyle.Plan.Tests.Reports.Browser;

/// <summary>Effects and warnings on the page.</summary>
public sealed class EffectsViewTests(PageBrowser chromium) : PageTest(chromium)
{
    [Fact]
    public async Task Effects_Sample_ShowsEachMeasureByEachAxisAsAProxy()
    {
        await using var browser = await OpenAsync(SampleReport.Make(), hash: "#view=effects");

        Assert.Contains("All measures are proxies", await browser.Page.Locator("#view-effects").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(["contentDistance", "styleDistance", "colorShift", "sharpness", "seconds", "evaluationsTo95"], await browser.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('.measure')].map(measure => measure.dataset.measure)"));
        Assert.Equal(["styleWeight", "init", "pooling"], await browser.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('[data-measure=seconds] .axis-effect')].map(axis => axis.dataset.axis)"));
        Assert.Equal(18, await browser.Page.Locator(".measure svg.effect").CountAsync());
        await browser.Page.Locator("[data-measure=seconds] [data-axis=pooling] summary").ClickAsync();
        Assert.Equal("reference", await browser.Page.Locator("[data-measure=seconds] [data-axis=pooling] tbody tr").First.Locator("td").Nth(2).InnerTextAsync());
        Assert.Empty(browser.Problems);
    }

    [Fact]
    public async Task Warnings_ConfoundedExperiment_IsSaidAtTheTop()
    {
        await using var browser = await OpenAsync(SampleReport.Make("experiments: [{name: base}, {name: both, parameters: {styleWeight: 300, init: gray}}]"));

        Assert.Contains("to be read with care", await browser.Page.Locator("#warnings summary").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("both", await browser.Page.Locator("#warnings li").First.InnerTextAsync(), StringComparison.Ordinal);
        Assert.True(await browser.Page.EvaluateAsync<bool>("document.querySelector('#warnings').getBoundingClientRect().top < document.querySelector('#grid').getBoundingClientRect().top"));
    }

    [Fact]
    public async Task Warnings_SoundSweep_HasNone()
    {
        await using var browser = await OpenAsync(SampleReport.Make());

        Assert.Equal(0, await browser.Page.Locator("#warnings").CountAsync());
    }
}
