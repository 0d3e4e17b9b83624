using NeuralStyle.Cli.Progress;

namespace NeuralStyle.Cli.Tests.Progress;

public sealed class CountsTests
{
    [Fact]
    public void Of_NothingRare_NamesWhatIsAlwaysNamed() =>
        Assert.Equal("12 of 18 trials completed (3 reused), 0 failed", Counts.Of(12, 18, 3, 0, 0, 0));

    [Fact]
    public void Of_FailedCancelledAndNotRun_NamesThem() =>
        Assert.Equal("1 of 9 trials completed (0 reused), 2 failed, 3 cancelled, 3 not run", Counts.Of(1, 9, 0, 2, 3, 3));

    [Fact]
    public void Of_DroppedOnesReusedToo_DoesNotCountThemAmongTheCompleted() =>
        Assert.Equal("8 of 18 trials completed, 0 failed, 10 dropped; 16 of all reused", Counts.Of(8, 18, 16, 0, 0, 0, dropped: 10));
}
