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

    [Fact]
    public async Task WriteAsync_CancelledAndCutTrials_CountsThemAndSaysWhyOnce()
    {
        await using var output = new StringWriter();
        var view = SweepViews.Of(
            SweepState.Cancelled, (TrialState.Completed, null), (TrialState.Cancelled, "stopped"), (TrialState.Cancelled, "stopped"), (TrialState.Pending, "cut"));

        await SweepSummary.WriteAsync(output, view);

        Assert.Equal(
            [
                "sample: cancelled; 1 of 4 trials completed (0 reused), 0 failed, 2 cancelled, 1 not run",
                "  cancelled (2): stopped",
                "  not run (1): cut",
            ],
            output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task WriteAsync_DroppedBySearch_CountsThemByRung()
    {
        await using var output = new StringWriter();
        var view = SweepViews.Of(
            SweepState.Completed,
            (TrialState.Completed, null),
            (TrialState.Dropped, "after rung 1 of 2 (64 px): place 3 of 4"),
            (TrialState.Dropped, "after rung 1 of 2 (64 px): place 4 of 4"));

        await SweepSummary.WriteAsync(output, view);

        Assert.Equal(
            [
                "sample: done; 1 of 3 trials completed, 0 failed, 2 dropped; 0 of all reused",
                "  dropped after rung 1 of 2 (64 px): 2",
            ],
            output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [InlineData(SweepState.Running, 0)]
    [InlineData(SweepState.Completed, 0)]
    [InlineData(SweepState.Failed, 1)]
    [InlineData(SweepState.Rejected, 2)]
    [InlineData(SweepState.CompletedWithFailures, 3)]
    [InlineData(SweepState.Paused, 0)]
    [InlineData(SweepState.Cancelled, 3)]
    public void ExitCodeOf_EachState_IsAsDesigned(SweepState state, int expected) =>
        Assert.Equal(expected, SweepSummary.ExitCodeOf(SweepViews.Of(state).Status));
}
