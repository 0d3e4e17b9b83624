using Microsoft.Playwright;
using NeuralStyle.Plan.Reports;

namespace NeuralStyle.Plan.Tests.Reports.Browser;

/// <summary>A test of the page in a real Chromium. The sample has 3 columns (styleWeight 0.5, 30, 4), 2 rows (init content, gray), 2 pages (pooling max, average).</summary>
public abstract class PageTest(PageBrowser chromium) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("report-").FullName;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>The folder of the page: <c>results/sample</c> of a store.</summary>
    internal string PageFolder => Path.Combine(_folder, "results", "sample");

    internal string StoreFolder => _folder;

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    internal async Task<OpenPage> OpenAsync(Report report, PageWindow? window = null, string hash = "")
    {
        var browser = await chromium.NewPageAsync(window ?? new PageWindow());
        await browser.Page.GotoAsync(await WriteAsync(report) + hash);
        return browser;
    }

    internal async Task<string> WriteAsync(Report report)
    {
        Directory.CreateDirectory(PageFolder);
        var file = Path.Combine(PageFolder, "index.html");
        await using (var stream = File.Create(file))
            await ReportPage.WriteAsync(report, new SampleFiles(report), stream, Cancellation);
        return new Uri(file).AbsoluteUri;
    }

    internal static ILocator Cell(OpenPage browser, int row, int column) =>
        browser.Page.Locator($"#grid .holder[data-row='{row}'][data-column='{column}'] .cell");

    /// <summary>The names of the grid's cells, row by row.</summary>
    internal static async Task<string[]> NamesAsync(OpenPage browser) => await browser.Page.EvaluateAsync<string[]>(
        "[...document.querySelectorAll('#grid .holder')].map(holder => holder.querySelector('.cell')?.getAttribute('aria-label') ?? 'skipped')");

    internal static async Task<string[]> TextsAsync(OpenPage browser, string selector) =>
        await browser.Page.EvaluateAsync<string[]>("selector => [...document.querySelectorAll(selector)].map(element => element.textContent.trim())", selector);

    internal static async Task<string> TitleAsync(OpenPage browser) =>
        string.Join(' ', (await browser.Page.Locator("#detail-title").InnerTextAsync()).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    internal static async Task PressAsync(OpenPage browser, params string[] keys)
    {
        foreach (var key in keys)
            await browser.Page.Keyboard.PressAsync(key);
    }

    /// <summary>The color of the middle of a picture, as red, green and blue, once it is decoded.</summary>
    internal static async Task<int[]> ColorAsync(OpenPage browser, string selector) => await browser.Page.EvaluateAsync<int[]>(
        """
        async selector => {
          const image = document.querySelector(selector);
          await image.decode();
          const canvas = new OffscreenCanvas(1, 1), context = canvas.getContext("2d");
          context.drawImage(image, 0, 0, 1, 1);
          return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3);
        }
        """,
        selector);

    /// <summary>The color that a trial's result has.</summary>
    internal static int[] ColorOf(string trialId) => [.. Enumerable.Range(0, 3).Select(at => (int)Convert.ToByte(trialId.Substring(at * 2, 2), 16))];

    /// <summary>Waits until an expression in the page is true. The page's policy stops Playwright's own way, which polls by eval in the page.</summary>
    internal static async Task WaitAsync(OpenPage browser, string condition)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        patience.CancelAfter(TimeSpan.FromSeconds(15));
        while (!await browser.Page.EvaluateAsync<bool>($"Boolean({condition})"))
        {
            Assert.False(patience.IsCancellationRequested, $"It did not become true: {condition}");
            await Task.Delay(20, Cancellation);
        }
    }
}
