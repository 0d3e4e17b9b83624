using Microsoft.Playwright;

namespace NeuralStyle.Plan.Tests.Reports.Browser;

/// <summary>How the page is looked at.</summary>
internal sealed record PageWindow(int Width = 1600, int Height = 1000)
{
    public ColorScheme Scheme { get; init; } = ColorScheme.Light;

    public ReducedMotion Motion { get; init; } = ReducedMotion.NoPreference;
}
