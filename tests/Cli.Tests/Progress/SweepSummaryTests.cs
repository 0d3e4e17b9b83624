using NeuralStyle.Cli.Progress;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Cli.Tests.Progress;

public class SweepSummaryTests
{
    [Fact]
    public async Task WriteAsync_TwoFailuresOfOneReason_SaysTheReasonOnceAndBothTrials()
    {
        await using var output = new StringWriter();
        var view = SweepViews.Of(
            SweepState.CompletedWithFailures, (TrialState.Completed, null), (TrialState.Failed, "bad image"), (TrialState.Failed, "bad image"));

        await SweepSummary.WriteAsync(output, view);

        var lines = output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(
            [
                "sample: done, with failed trials; 1 of 3 trials completed (0 reused), 2 failed",
                "  failed: bad image",
                "    styleWeight 2",
                "    styleWeight 3",
            ],
            lines);
    }

    [Theory]
    [InlineData(SweepState.Running, 0)]
    [InlineData(SweepState.Completed, 0)]
    [InlineData(SweepState.Failed, 1)]
    [InlineData(SweepState.Rejected, 2)]
    [InlineData(SweepState.CompletedWithFailures, 3)]
    public void ExitCodeOf_EachState_IsAsDesigned(SweepState state, int expected) =>
        Assert.Equal(expected, SweepSummary.ExitCodeOf(SweepViews.Of(state).Status));
}
