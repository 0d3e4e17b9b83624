using Microsoft.Playwright;
using NeuralStyle.Plan.Tests.Reports.Browser;

[assembly: AssemblyFixture(typeof(PageBrowser))]

namespace NeuralStyle.Plan.Tests.Reports.Browser;

/// <summary>One real browser for all tests; absent, with the reason, where none is installed.</summary>
public sealed class PageBrowser : IAsyncLifetime
{
    // The system's own; nothing is downloaded for these tests.
    private static readonly string[] Programs = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        var program = Array.Find(Programs, File.Exists);
        if (program is null)
            return;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = program, Args = Arguments });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    /// <summary>An empty page, apart from every other; skips the test where there is no browser.</summary>
    internal async Task<OpenPage> NewPageAsync(PageWindow window)
    {
        Assert.SkipWhen(_browser is null, $"No Chromium is installed; looked for {string.Join(", ", Programs)}.");
        var context = await _browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = window.Width, Height = window.Height },
            ColorScheme = window.Scheme,
            ReducedMotion = window.Motion,
            AcceptDownloads = true,
        });
        context.SetDefaultTimeout(10_000);
        return new OpenPage(context, await context.NewPageAsync());
    }
}
