using System.Text.Json;
using NeuralStyle.Cli.Progress;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Cli.Tests.Progress;

public class PlainDisplayTests
{
    private static readonly SweepView[] Views =
    [
        SweepViews.Of(SweepState.Running, (TrialState.Running, null), (TrialState.Pending, null)),
        SweepViews.Of(SweepState.Running, (TrialState.Completed, null), (TrialState.Running, null)),
        SweepViews.Of(SweepState.Running, (TrialState.Completed, null), (TrialState.Running, null)),
        SweepViews.Of(SweepState.CompletedWithFailures, (TrialState.Completed, null), (TrialState.Failed, "too small")),
    ];

    [Fact]
    public async Task ShowAsync_SeveralViews_WritesOneLineAnEvent()
    {
        await using var output = new StringWriter();

        var last = await new PlainDisplay(output, json: false).ShowAsync(Seen(), TestContext.Current.CancellationToken);

        Assert.Equal(SweepState.CompletedWithFailures, last.Status.State);
        Assert.Equal(
            [
                "sample: planned: 2 cells, 2 trials",
                "sample: 1/2 completed styleWeight 1: 1.5 s",
                "sample: 2/2 failed styleWeight 2: too small",
            ],
            Lines(output));
    }

    /// <summary>A trial that a search drops had completed before: it ended once.</summary>
    [Fact]
    public async Task ShowAsync_CompletedThenDropped_CountsItOnce()
    {
        await using var output = new StringWriter();
        SweepView[] views =
        [
            SweepViews.Of(SweepState.Running, (TrialState.Completed, null), (TrialState.Running, null)),
            SweepViews.Of(SweepState.Running, (TrialState.Dropped, "after rung 1"), (TrialState.Completed, null)),
        ];

        await new PlainDisplay(output, json: false).ShowAsync(All(views), TestContext.Current.CancellationToken);

        Assert.Equal(
            [
                "sample: planned: 2 cells, 2 trials",
                "sample: 1/2 completed styleWeight 1: 1.5 s",
                "sample: 1/2 dropped styleWeight 1: after rung 1",
                "sample: 2/2 completed styleWeight 2: 1.5 s",
            ],
            Lines(output));
    }

    [Fact]
    public async Task ShowAsync_PausedResumedCancelled_SaysEach()
    {
        await using var output = new StringWriter();
        SweepView[] views =
        [
            SweepViews.Of(SweepState.Paused, (TrialState.Running, null), (TrialState.Pending, null)),
            SweepViews.Of(SweepState.Running, (TrialState.Completed, null), (TrialState.Pending, null)),
            SweepViews.Of(SweepState.Cancelled, (TrialState.Completed, null), (TrialState.Cancelled, "stopped")),
        ];

        await new PlainDisplay(output, json: false).ShowAsync(All(views), TestContext.Current.CancellationToken);

        Assert.Equal(
            [
                "sample: planned: 2 cells, 2 trials",
                "sample: paused: no further trial is begun until it is resumed",
                "sample: 1/2 completed styleWeight 1: 1.5 s",
                "sample: resumed: it goes on",
                "sample: 2/2 cancelled styleWeight 2: stopped",
                "sample: cancelled: the sheet shows what was done; submit it again to go on",
            ],
            Lines(output));
    }

    [Fact]
    public async Task ShowAsync_SeveralTrialsEndedBetweenTwoViews_CountsEach()
    {
        await using var output = new StringWriter();

        await new PlainDisplay(output, json: false).ShowAsync(Only(Views[^1]), TestContext.Current.CancellationToken);

        Assert.Equal(
            ["sample: 1/2 completed styleWeight 1: 1.5 s", "sample: 2/2 failed styleWeight 2: too small"],
            Lines(output).Skip(1));
    }

    [Fact]
    public async Task ShowAsync_Json_WritesOneObjectALine()
    {
        await using var output = new StringWriter();

        await new PlainDisplay(output, json: true).ShowAsync(Seen(), TestContext.Current.CancellationToken);

        var events = Lines(output).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("event").GetString());
        Assert.Equal(["planned", "completed", "failed"], events);
    }

    private static string[] Lines(StringWriter output) => output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);

    private static async IAsyncEnumerable<SweepView?> Only(SweepView view)
    {
        await Task.Yield();
        yield return view;
    }

    private static async IAsyncEnumerable<SweepView?> All(SweepView[] views)
    {
        await Task.Yield();
        foreach (var view in views)
            yield return view;
    }

    private static async IAsyncEnumerable<SweepView?> Seen()
    {
        await Task.Yield();
        // Before the host has picked it up there is nothing to see.
        yield return null;
        foreach (var view in Views)
            yield return view;
    }
}
