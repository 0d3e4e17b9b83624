using System.Text;
using NeuralStyle.Functions.Sheets;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Functions.Tests.Fakes;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Functions.Tests.Sheets;

public sealed class SheetCompositionTests : IDisposable
{
    private static readonly DateTimeOffset StartedAt = new(2026, 11, 21, 8, 0, 0, TimeSpan.Zero);

    private readonly Processor _processor = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ComposeAsync_AllThere_WritesSheetTableAndReport()
    {
        var (_, outcomes) = await RunAllAsync();

        var composed = await _processor.Composition.ComposeAsync(SampleSweep.Name, StartedAt, outcomes, Cancellation);

        Assert.Equal(["sheet.png"], composed.Pages);
        Assert.Empty(composed.Rejected);
        foreach (var name in (string[])["sheet.png", "trials.csv", "index.html"])
            Assert.True(await _processor.Store.ExistsAsync(StoreLayout.ResultsContainer, $"{SampleSweep.Name}/{name}", Cancellation), name);
    }

    [Fact]
    public async Task ComposeAsync_RecordOfOtherParameters_RejectsThatTrial()
    {
        var (plan, outcomes) = await RunAllAsync();
        await EditRecordAsync(plan.Trials[1].Id, record => record with { Parameters = record.Parameters with { StyleWeight = 4711 } });

        var rejected = Assert.Single((await _processor.Composition.ComposeAsync(SampleSweep.Name, StartedAt, outcomes, Cancellation)).Rejected);

        Assert.Equal((plan.Trials[1].Id, TrialState.Failed), (rejected.TrialId, rejected.State));
        Assert.Equal("What ran is not what was planned: parameters differ.", rejected.Reason);
    }

    [Fact]
    public async Task ComposeAsync_ImageReplaced_RejectsThatTrial()
    {
        var (plan, outcomes) = await RunAllAsync();
        await _processor.Store.WriteAsync(
            StoreLayout.TrialsContainer, StoreLayout.TrialImage(plan.Trials[2].Id), SampleSweep.Style, "image/png", Cancellation);

        var rejected = Assert.Single((await _processor.Composition.ComposeAsync(SampleSweep.Name, StartedAt, outcomes, Cancellation)).Rejected);

        Assert.Equal(plan.Trials[2].Id, rejected.TrialId);
        Assert.Contains("not the one that the record describes", rejected.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ComposeAsync_NothingCompleted_StillMakesASheet()
    {
        var plan = await PlanAsync();
        var outcomes = plan.Trials.Select(trial => new TrialOutcome { TrialId = trial.Id, State = TrialState.Failed, Reason = "no luck" }).ToList();

        var composed = await _processor.Composition.ComposeAsync(SampleSweep.Name, StartedAt, outcomes, Cancellation);

        Assert.Equal(["sheet.png"], composed.Pages);
    }

    [Fact]
    public async Task ComposeAsync_FewerPagesThanBefore_RemovesTheOthers()
    {
        var (_, outcomes) = await RunAllAsync();
        await _processor.Store.WriteAsync(
            StoreLayout.ResultsContainer, StoreLayout.SweepSheet(SampleSweep.Name, 2), new byte[1], "image/png", Cancellation);

        await _processor.Composition.ComposeAsync(SampleSweep.Name, StartedAt, outcomes, Cancellation);

        Assert.False(await _processor.Store.ExistsAsync(StoreLayout.ResultsContainer, StoreLayout.SweepSheet(SampleSweep.Name, 2), Cancellation));
    }

    [Fact]
    public async Task ComposeAsync_NotPlanned_ThrowsNamingThePlan()
    {
        var exception = await Assert.ThrowsAsync<InvalidDataException>(
            () => _processor.Composition.ComposeAsync(SampleSweep.Name, StartedAt, [], Cancellation));

        Assert.Contains("results/sample-sweep/plan.json", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ComposeAsync_WhileTrialsRun_SaysHowFarTheyAre()
    {
        var plan = await PlanAsync();
        var done = await _processor.Execution.RunAsync(plan.Trials[0].Id, Cancellation);
        var running = plan.Trials[1].Id;
        await _processor.Store.WriteDocumentAsync(
            StoreLayout.TrialsContainer, StoreLayout.TrialProgress(running), new TrialProgress(running, 12, 40, 0.5, 3, StartedAt), Cancellation);

        var composed = await _processor.Composition.ComposeAsync(
            SampleSweep.Name, StartedAt, [done, new TrialOutcome { TrialId = running, State = TrialState.Running }], isPartial: true, Cancellation);

        Assert.Equal(["sheet.png"], composed.Pages);
        var rows = (await ReadTextAsync("trials.csv")).Split("\r\n");
        Assert.Contains(rows, row => row.Contains($"{running},running,", StringComparison.Ordinal));
        Assert.Contains(rows, row => row.Contains($"{plan.Trials[2].Id},pending,", StringComparison.Ordinal));
        var page = await ReadTextAsync("index.html");
        Assert.Contains("The sweep still runs.", page, StringComparison.Ordinal);
        Assert.Contains("evaluation 12 of 40", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadAsync_ProgressThatIsNone_IsShownWithoutIt()
    {
        var plan = await PlanAsync();
        var outcome = new TrialOutcome { TrialId = plan.Trials[0].Id, State = TrialState.Running };
        await _processor.Store.WriteAsync(
            StoreLayout.TrialsContainer, StoreLayout.TrialProgress(outcome.TrialId), "{\"evaluation\": \"some\"}"u8.ToArray(), "application/json", Cancellation);

        var trial = Assert.Single(await _processor.Get<ReportTrials>().ReadAsync([plan.Trials[0]], [outcome], isPartial: true, Cancellation));

        Assert.Equal((TrialState.Running, null), (trial.State, trial.Progress));
    }

    [Fact]
    public async Task ComposeAsync_AfterAllEnded_WhatHasNoOutcomeDidNotRun()
    {
        var plan = await PlanAsync();
        var done = await _processor.Execution.RunAsync(plan.Trials[0].Id, Cancellation);

        await _processor.Composition.ComposeAsync(SampleSweep.Name, StartedAt, [done], Cancellation);

        Assert.Contains($"{plan.Trials[1].Id},not run,It was not run.", await ReadTextAsync("trials.csv"), StringComparison.Ordinal);
        Assert.DoesNotContain("The sweep still runs.", await ReadTextAsync("index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadAsync_CompletedTrials_KeepsNeitherTheirFilesNorTheirEvaluations()
    {
        var (plan, outcomes) = await RunAllAsync();

        var trials = await _processor.Get<ReportTrials>().ReadAsync(plan.Trials, outcomes, isPartial: false, Cancellation);

        Assert.All(trials, trial =>
        {
            Assert.Empty(trial.Record!.Evaluations);
            Assert.True(trial.Course!.Count > 0);
        });
        var whole = await _processor.Get<ReportFiles>().ReadRecordAsync(trials[0], Cancellation);
        Assert.Equal(trials[0].Course!.Count, whole!.Evaluations.Count);
    }

    [Fact]
    public async Task ReadImageAsync_ImageReplacedSinceItWasVerified_GivesNone()
    {
        var (plan, outcomes) = await RunAllAsync();
        var trials = await _processor.Get<ReportTrials>().ReadAsync(plan.Trials, outcomes, isPartial: false, Cancellation);
        Assert.NotNull(await _processor.Get<ReportFiles>().ReadImageAsync(trials[0], Cancellation));

        await _processor.Store.WriteAsync(
            StoreLayout.TrialsContainer, StoreLayout.TrialImage(trials[0].Trial.Id), SampleSweep.Style, "image/png", Cancellation);

        Assert.Null(await _processor.Get<ReportFiles>().ReadImageAsync(trials[0], Cancellation));
    }

    [Theory]
    [InlineData(TrialState.Dropped)]
    [InlineData(TrialState.Cancelled)]
    public async Task ReadAsync_TrialThatWasTakenOut_KeepsItsReason(TrialState state)
    {
        var plan = await PlanAsync();
        var outcome = new TrialOutcome { TrialId = plan.Trials[0].Id, State = state, Reason = "rung 1 of 3" };

        var trial = Assert.Single(await _processor.Get<ReportTrials>().ReadAsync([plan.Trials[0]], [outcome], isPartial: false, Cancellation));

        Assert.Equal((state, "rung 1 of 3", null), (trial.State, trial.Reason, trial.Picture));
    }

    [Fact]
    public async Task ReadAsync_DroppedTrialWithAResult_ShowsItStill()
    {
        var (plan, _) = await RunAllAsync();
        var outcome = new TrialOutcome { TrialId = plan.Trials[0].Id, State = TrialState.Dropped, Reason = "rung 2 of 3" };

        var trial = Assert.Single(await _processor.Get<ReportTrials>().ReadAsync([plan.Trials[0]], [outcome], isPartial: false, Cancellation));

        Assert.Equal((TrialState.Dropped, "rung 2 of 3"), (trial.State, trial.Reason));
        Assert.NotNull(trial.Picture);
    }

    public void Dispose() => _processor.Dispose();

    private async Task<SweepPlan> PlanAsync()
    {
        await SampleSweep.PutImagesAsync(_processor.Store, Cancellation);
        return await _processor.Planning.PlanAsync(SampleSweep.Name, "m.yaml", Encoding.UTF8.GetBytes(SampleSweep.Manifest), Cancellation);
    }

    private async Task<(SweepPlan Plan, IReadOnlyList<TrialOutcome> Outcomes)> RunAllAsync()
    {
        var plan = await PlanAsync();
        var outcomes = new List<TrialOutcome>();
        foreach (var trial in plan.Trials)
            outcomes.Add(await _processor.Execution.RunAsync(trial.Id, Cancellation));
        return (plan, outcomes);
    }

    private async Task<string> ReadTextAsync(string name)
    {
        var blob = await _processor.Store.ReadAsync(StoreLayout.ResultsContainer, $"{SampleSweep.Name}/{name}", Cancellation);
        return Encoding.UTF8.GetString(blob!.Content.Span);
    }

    private async Task EditRecordAsync(string trialId, Func<TrialRecord, TrialRecord> edit)
    {
        var name = StoreLayout.TrialRecord(trialId);
        var record = await _processor.Store.ReadDocumentAsync<TrialRecord>(StoreLayout.TrialsContainer, name, Cancellation);
        await _processor.Store.WriteDocumentAsync(StoreLayout.TrialsContainer, name, edit(record!), Cancellation);
    }
}
