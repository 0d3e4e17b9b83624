using Microsoft.Playwright;

namespace NeuralStyle.Plan.Tests.Reports.Browser;

/// <summary>500 trials with previews of a photograph's size.</summary>
public sealed class LargePageTests(PageBrowser chromium) : PageTest(chromium)
{
    [Theory]
    [InlineData("#size=160")]
    [InlineData("#view=sorted")]
    public async Task Scroll_FiveHundredTrials_IsSmooth(string hash)
    {
        var report = LargeReport.Make(500);
        await using var browser = await OpenAsync(report, hash: hash);
        Assert.Equal(500, await browser.Page.EvaluateAsync<int>("document.querySelectorAll('.slot').length"));

        var session = await browser.Page.Context.NewCDPSessionAsync(browser.Page);
        await session.SendAsync("Performance.enable", new Dictionary<string, object> { ["timeDomain"] = "threadTicks" });
        var before = await BusyMillisecondsAsync(session);

        var frames = await browser.Page.EvaluateAsync<int>(ScrollCourse);

        // How long frames took on the clock depends on what else the machine does: the page answers for its own work.
        Assert.Equal(120, frames);
        Assert.InRange((await BusyMillisecondsAsync(session) - before) / frames, 0, 16.7);
        Assert.True(await browser.Page.EvaluateAsync<int>("[...document.images].filter(image => image.dataset.picture && image.getAttribute('src')).length") < 250);
    }

    /// <summary>Processor time that the page's own thread has used, milliseconds.</summary>
    private static async Task<double> BusyMillisecondsAsync(ICDPSession session)
    {
        var metrics = (await session.SendAsync("Performance.getMetrics"))!.Value.GetProperty("metrics");
        return 1000 * metrics.EnumerateArray().Single(metric => metric.GetProperty("name").GetString() == "TaskDuration").GetProperty("value").GetDouble();
    }

    /// <summary>Scrolls from the top to the bottom in 120 steps, one a frame, and gives their number.</summary>
    private const string ScrollCourse = """
        async () => {
          const scroller = document.getElementById("scroller").checkVisibility() ? document.getElementById("scroller") : document.scrollingElement;
          const height = scroller.scrollHeight - scroller.clientHeight;
          let frames = 0;
          for (let step = 1; step <= 120; step++) {
            scroller.scrollTop = height * step / 120;
            await new Promise(requestAnimationFrame);
            frames++;
          }
          return frames;
        }
        """;
}
