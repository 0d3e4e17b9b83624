using System.Text.Json;
using NeuralStyle.Functions.Orchestrations;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Functions.Sweeps;
using NeuralStyle.Functions.Tests.Fakes;
using NeuralStyle.Plan.Json;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Searches;
using NeuralStyle.Plan.Sweeps;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Functions.Tests.Sweeps;

/// <summary>The rungs of a search over a store. The fake engine's trials are all as good: planned order decides.</summary>
public sealed class SweepPromotionTests : IDisposable
{
    private const string Manifest = """
        content: [content.png]
        style: [style.png]
        parameters: {iterations: 3}
        axes: {styleWeight: [1, 10, 100, 1000]}
        search: {method: halving, rungs: [32, 64], keep: 1/2}
        """;

    private readonly Processor _processor = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _processor.Dispose();

    [Fact]
    public async Task RunAsync_RungEnded_WritesTheNextOneAndSaysWhoIsDropped()
    {
        var (planned, outcomes) = await RunFirstRungAsync();

        var promoted = await PromoteAsync(outcomes);

        Assert.Equal((2, 2, 0, false), (promoted.TrialIds.Count, promoted.Dropped.Count, promoted.Settled.Count, promoted.Superseded));
        var plan = await ReadPlanAsync();
        Assert.Equal([.. planned.TrialIds, .. promoted.TrialIds], plan.Trials.Select(trial => trial.Id));
        Assert.Equal([.. promoted.TrialIds, .. planned.TrialIds.Skip(2)], plan.Cells.Select(cell => cell.TrialId));
        foreach (var trialId in promoted.TrialIds)
        {
            var trial = await _processor.Store.ReadDocumentAsync<Trial>(StoreLayout.TrialsContainer, StoreLayout.TrialJson(trialId), Cancellation);
            Assert.Equal(plan.Trials.Single(one => one.Id == trialId), trial);
        }

        Assert.All(promoted.Dropped, outcome => Assert.Equal(TrialState.Dropped, outcome.State));
        Assert.StartsWith("after rung 1 of 2 (32 px): place 3 of 4", promoted.Dropped[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_PromotedTrial_StartsFromTheResultBeforeAndRecordsWhich()
    {
        var (planned, outcomes) = await RunFirstRungAsync();
        var promoted = await PromoteAsync(outcomes);

        var outcome = await _processor.Execution.RunAsync(promoted.TrialIds[0], Cancellation);

        Assert.Equal(TrialState.Completed, outcome.State);
        Assert.Equal(FakeTrialEngine.Result(planned.TrialIds[0]), _processor.Engine.Files!.InitTrial!.Value.ToArray());
        var record = await RecordAsync(promoted.TrialIds[0]);
        Assert.Equal((InitMode.Trial, planned.TrialIds[0], 64), (record.Parameters.Init, record.Parameters.InitTrial, record.Parameters.ImageSize));
        Assert.Equal((await RecordAsync(planned.TrialIds[0])).ImageSha256, record.InitTrialSha256);
        Assert.Null((await RecordAsync(planned.TrialIds[0])).InitTrialSha256);
    }

    /// <summary>A host that died between two activities plans the first rung again, and judges it again.</summary>
    [Fact]
    public async Task RunAsync_PlannedAndJudgedAgain_WritesTheSameAndFindsWhatRan()
    {
        var (_, outcomes) = await RunFirstRungAsync();
        var first = await PromoteAsync(outcomes);
        var plan = await PlanBytesAsync();
        await _processor.Execution.RunAsync(first.TrialIds[0], Cancellation);

        var twice = await PromoteAsync(outcomes);
        var planned = await PlanAsync();
        var again = await PromoteAsync(planned.Settled);

        Assert.Equal(4, planned.Settled.Count);
        Assert.Equal(plan, await PlanBytesAsync());
        Assert.Equal(first.TrialIds, again.TrialIds);
        Assert.Equal(first.TrialIds, twice.TrialIds);
        Assert.Equal([first.TrialIds[0]], again.Settled.Select(outcome => outcome.TrialId));
        Assert.Equal(first.Dropped.Select(outcome => (outcome.TrialId, outcome.Reason)), again.Dropped.Select(outcome => (outcome.TrialId, outcome.Reason)));
    }

    [Fact]
    public async Task RunAsync_AnotherOwnsTheSweep_WritesNothing()
    {
        var (_, outcomes) = await RunFirstRungAsync();
        await _processor.Status.BeginAsync(SampleSweep.Name, "newer", "etag", [], default, Cancellation);
        var plan = await PlanBytesAsync();

        var promoted = await PromoteAsync(outcomes);

        Assert.True(promoted.Superseded);
        Assert.Equal(plan, await PlanBytesAsync());
    }

    [Fact]
    public async Task RunAsync_RecordRemovedAndOneFailed_JudgesTheOthers()
    {
        var (planned, outcomes) = await RunFirstRungAsync();
        await _processor.Store.DeleteAsync(StoreLayout.TrialsContainer, StoreLayout.TrialRecord(planned.TrialIds[0]), Cancellation);
        var failed = outcomes.Select((outcome, index) => index == 1 ? outcome with { State = TrialState.Failed, Reason = "no" } : outcome).ToList();

        var promoted = await PromoteAsync(failed);

        var plan = await ReadPlanAsync();
        Assert.Equal(planned.TrialIds.Skip(2), promoted.TrialIds.Select(id => plan.Trials.Single(trial => trial.Id == id).Parameters.InitTrial));
        Assert.Empty(promoted.Dropped);
    }

    [Fact]
    public async Task ForecastAsync_FirstRungEnded_KnowsTheTrialsOfTheSecond()
    {
        await PlanAsync();
        var manifest = System.Text.Encoding.UTF8.GetBytes(Manifest);
        var resolved = await _processor.Planning.ResolveAsync(SampleSweep.Name, "m.yaml", manifest, Cancellation);
        var forecasting = _processor.Get<SweepForecasting>();
        var (before, none) = await forecasting.AheadAsync(resolved.Plan, Cancellation);
        var unknown = await forecasting.ForecastAsync(before, none, Cancellation);

        var (_, outcomes) = await RunFirstRungAsync();
        var (known, finished) = await forecasting.AheadAsync(resolved.Plan, Cancellation);
        var forecast = await forecasting.ForecastAsync(known, finished, Cancellation);

        Assert.Equal((4, 2, 0), (unknown.Trials.Count, Assert.Single(unknown.Rungs).Trials, unknown.Reused));
        Assert.Equal((6, 0, 4), (forecast.Trials.Count, forecast.Rungs.Count, forecast.Reused));
        Assert.Equal((await PromoteAsync(outcomes)).TrialIds, known.TrialsAt(1).Select(trial => trial.Id));
    }

    [Fact]
    public async Task ComposeAsync_Search_ShowsWhatWasDroppedWithItsRung()
    {
        var (_, outcomes) = await RunFirstRungAsync();
        var promoted = await PromoteAsync(outcomes);
        List<TrialOutcome> all = [.. outcomes.Select(outcome => promoted.Dropped.FirstOrDefault(dropped => dropped.TrialId == outcome.TrialId) ?? outcome)];
        foreach (var trialId in promoted.TrialIds)
            all.Add(await _processor.Execution.RunAsync(trialId, Cancellation));

        await _processor.Composition.ComposeAsync(SampleSweep.Name, DateTimeOffset.UnixEpoch, all, Cancellation);

        var table = await TextAsync(StoreLayout.SweepTable(SampleSweep.Name));
        var rows = table.Split("\r\n");
        Assert.StartsWith("axis.styleWeight,trial,state,rung,reason,", rows[0], StringComparison.Ordinal);
        Assert.StartsWith($"1,{promoted.TrialIds[0]},completed,2,,", rows[1], StringComparison.Ordinal);
        Assert.StartsWith($"1e3,{outcomes[3].TrialId},dropped,1,\"after rung 1 of 2 (32 px): place 4 of 4", rows[4].Replace("1000,", "1e3,", StringComparison.Ordinal), StringComparison.Ordinal);
        var page = await TextAsync(StoreLayout.SweepReport(SampleSweep.Name));
        Assert.Contains("Search by halving, keep 1/2: 4 trials at 32 px, 2 at 64 px", page, StringComparison.Ordinal);
        Assert.Contains("2 dropped", page, StringComparison.Ordinal);
    }

    private async Task<PlannedSweep> PlanAsync()
    {
        await SampleSweep.PutImagesAsync(_processor.Store, Cancellation);
        var etag = await SampleSweep.PutManifestAsync(_processor.Store, SampleSweep.Name, Manifest, Cancellation);
        var planned = await _processor.Planning.PlanVersionAsync(new PlanRequest(SampleSweep.Name, $"{SampleSweep.Name}.yaml", etag), Cancellation);
        Assert.Empty(planned.Problems);
        Assert.Equal((4, 2), (planned.TrialIds.Count, planned.Rungs));
        return planned;
    }

    private async Task<(PlannedSweep Planned, IReadOnlyList<TrialOutcome> Outcomes)> RunFirstRungAsync()
    {
        var planned = await PlanAsync();
        var outcomes = new List<TrialOutcome>();
        foreach (var trialId in planned.TrialIds)
            outcomes.Add(await _processor.Execution.RunAsync(trialId, Cancellation));
        return (planned, outcomes);
    }

    private Task<PromotedTrials> PromoteAsync(IReadOnlyList<TrialOutcome> outcomes) =>
        _processor.Get<SweepPromotion>().RunAsync(new PromoteRequest(SampleSweep.Name, "instance", 0, outcomes), Cancellation);

    private async Task<byte[]> PlanBytesAsync() =>
        (await _processor.Store.ReadAsync(StoreLayout.ResultsContainer, StoreLayout.SweepPlan(SampleSweep.Name), Cancellation))!.Content.ToArray();

    private async Task<SweepPlan> ReadPlanAsync() => JsonSerializer.Deserialize<SweepPlan>(await PlanBytesAsync(), PlanJson.Readable)!;

    private async Task<string> TextAsync(string name) =>
        System.Text.Encoding.UTF8.GetString((await _processor.Store.ReadAsync(StoreLayout.ResultsContainer, name, Cancellation))!.Content.Span);

    private async Task<TrialRecord> RecordAsync(string trialId) =>
        (await _processor.Store.ReadDocumentAsync<TrialRecord>(StoreLayout.TrialsContainer, StoreLayout.TrialRecord(trialId), Cancellation))!;
}
