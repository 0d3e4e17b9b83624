using NeuralStyle.Cli.Progress;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Functions.Tests.Fakes;
using NeuralStyle.Functions.Trials;
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
    [InlineData(SweepState.Running, "  computed twice: 18 evaluations of 1 trial, 8.0 s of work")]
    [InlineData(SweepState.Completed, "  computed twice: 9 evaluations of 1 trial, 4.0 s of work")]
    public async Task WriteRepeatedAsync_GoesOnOrEnded_SaysWhatItsOwnRunsDidWhenEverThatBecameKnown(SweepState state, string expected)
    {
        await using var output = new StringWriter();
        using var folder = new TemporaryFolder();
        var store = new FolderStore(folder.Path);
        var status = SweepViews.Of(state, (TrialState.Completed, null)).Status;
        status = status with { UpdatedAt = status.StartedAt.AddHours(2) };
        foreach (var startedAt in (DateTimeOffset[])[status.StartedAt.AddHours(-1), status.StartedAt.AddHours(1), status.StartedAt.AddHours(3)])
        {
            var work = new RepeatedWork("trial0", RepeatedWorkReason.Overtaken, 9, 4, startedAt);
            await store.WriteDocumentAsync(StoreLayout.TrialsContainer, StoreLayout.RepeatedWorkOf(work.TrialId, startedAt), work, TestContext.Current.CancellationToken);
        }

        await SweepSummary.WriteRepeatedAsync(output, store, status, TestContext.Current.CancellationToken);

        Assert.Equal(expected, output.ToString().TrimEnd());
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
