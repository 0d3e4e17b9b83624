using NeuralStyle.Engine.Images;
using NeuralStyle.Engine.Stylization;
using NeuralStyle.Plan.Estimates;
using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Engine.Tests.Stylization;

public class MemoryCheckTests
{
    private static readonly TrialParameters Large = TestTrials.Parameters with { ImageSize = 2048 };
    private static readonly PictureSize Content = new(400, 300);

    [Fact]
    public void Fit_EnoughMemory_ChangesNothing()
    {
        var fitted = MemoryCheck.Fit(Large, Content, TrialMemory.Of(Large, 2048, 1536), out var note);

        Assert.Same(Large, fitted);
        Assert.Null(note);
    }

    [Fact]
    public void Fit_UnknownMemory_ChangesNothing() => Assert.Same(Large, MemoryCheck.Fit(Large, Content, null, out _));

    [Fact]
    public void Fit_TooLarge_RefusesNamingNeedLimitAndASizeThatFits()
    {
        var exception = Assert.Throws<StylizationException>(() => MemoryCheck.Fit(Large, Content, 300L << 20, out _));

        Assert.Contains("300 MiB are there", exception.Message, StringComparison.Ordinal);
        Assert.Contains("At imageSize 2048", exception.Message, StringComparison.Ordinal);
        Assert.Contains("or less, or 'oversize: shrink'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_Shrink_TakesTheLargestSizeThatFits()
    {
        var fitted = MemoryCheck.Fit(Large with { Oversize = OversizePolicy.Shrink }, Content, 300L << 20, out var note);

        Assert.InRange(TrialMemory.Of(fitted, fitted.ImageSize, fitted.ImageSize * 3 / 4), 250L << 20, 300L << 20);
        Assert.True(TrialMemory.Of(fitted, fitted.ImageSize + 16, (fitted.ImageSize + 16) * 3 / 4) > 300L << 20);
        Assert.Contains($"runs at imageSize {fitted.ImageSize}", note, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_NothingFits_RefusesEvenIfItMayShrink()
    {
        var exception = Assert.Throws<StylizationException>(
            () => MemoryCheck.Fit(Large with { Oversize = OversizePolicy.Shrink }, Content, 1 << 20, out _));

        Assert.Contains("no imageSize is small enough", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FreeMemory_OnTheCpu_IsWhatTheOptionsSayOrWhatIsFree()
    {
        Assert.Equal(5, FreeMemory.Of(new EngineOptions { MemoryBytes = 5 }));
        Assert.InRange(FreeMemory.Of(new EngineOptions())!.Value, 1 << 20, 1L << 50);
        Assert.Null(FreeMemory.Of(new EngineOptions { Device = "cuda" }));
    }
}
