using NeuralStyle.Cli.Progress;
using NeuralStyle.Plan.Records;

namespace NeuralStyle.Cli.Tests.Progress;

public class ProgressTextTests
{
    private static readonly TrialProgress Progress = new("trial0", 31, 300, 0.123456, 2, DateTimeOffset.UnixEpoch);

    [Fact]
    public void Of_OneScale_SaysEvaluationsAndLoss() => Assert.Equal("31/300, loss 0.1235", ProgressText.Of(Progress));

    [Fact]
    public void Of_Ladder_SaysTheScaleToo() =>
        Assert.Equal("31/300, scale 2 of 3, loss 0.1235", ProgressText.Of(Progress with { Scale = 2, Scales = 3 }));
}
