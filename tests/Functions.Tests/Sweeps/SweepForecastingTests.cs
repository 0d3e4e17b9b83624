using System.Text;
using NeuralStyle.Functions.Orchestrations;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Functions.Sweeps;
using NeuralStyle.Functions.Tests.Fakes;
using NeuralStyle.Functions.Trials;
using NeuralStyle.Plan.Estimates;
using NeuralStyle.Plan.Records;

namespace NeuralStyle.Functions.Tests.Sweeps;

/// <summary>Estimates from a store's records, and limits that refuse or cut before anything runs.</summary>
public sealed class SweepForecastingTests : IDisposable
{
    // The fake engine says that its evaluations take a second each.
    private const string Tight = "\nlimits: {maxMinutes: 0.04}";

    private readonly Processor _processor = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ForecastAsync_RecordsOfThisStore_TellsTheirSecondsAndHowMany()
    {
        await RunAsync("first", SampleSweep.Manifest);
        var more = await ResolveAsync("second", SampleSweep.Manifest.Replace("[1, 100]", "[1, 50, 100]", StringComparison.Ordinal));
        var earlier = await _processor.Get<FinishedTrials>().FindOutcomesAsync([.. more.Plan.Trials.Select(trial => trial.Id)], Cancellation);
        var finished = earlier.Select(outcome => outcome.TrialId).ToHashSet();

        var forecast = await _processor.Get<SweepForecasting>().ForecastAsync(more.Plan, finished, Cancellation);

        Assert.Equal((6, 4), (forecast.Trials.Count, forecast.Reused));
        Assert.All(forecast.Trials.Where(trial => !trial.IsReused), trial =>
        {
            // The fake engine's results have other proportions than the content.
            Assert.Equal((EstimateSource.OtherRecords, 4), (trial.Time.Source, trial.Time.Records));
            Assert.InRange(trial.Time.Seconds!.Value, 3, 4);
        });
    }

    [Fact]
    public async Task PlanVersionAsync_OverTheMinutes_IsRefusedWithNumbersAndPlansNothing()
    {
        await RunAsync("first", SampleSweep.Manifest);

        var planned = await PlanAsync("tight-sweep", SampleSweep.Manifest.Replace("[1, 100]", "[7, 8]", StringComparison.Ordinal) + Tight);

        var problem = Assert.Single(planned.Problems);
        Assert.Contains("limits.maxMinutes: the sweep is estimated at 0.2 minutes (4 trials from 4 records of this store of other sizes or layers, scaled)", problem, StringComparison.Ordinal);
        Assert.False(await _processor.Store.ExistsAsync(StoreLayout.ResultsContainer, StoreLayout.SweepPlan("tight-sweep"), Cancellation));
    }

    [Fact]
    public async Task PlanVersionAsync_OverTheMinutesButCut_KeepsPlannedOrder()
    {
        await RunAsync("first", SampleSweep.Manifest);
        var manifest = SampleSweep.Manifest.Replace("[1, 100]", "[7, 100]", StringComparison.Ordinal) + "\nlimits: {maxMinutes: 0.08, over: cut}";

        var planned = await PlanAsync("cut-sweep", manifest);

        Assert.Empty(planned.Problems);
        // Of the two new trials, some three and a half seconds each, one fits into 4.8 s; the two of before cost nothing.
        Assert.Equal(
            [TrialState.Pending, TrialState.Completed, TrialState.Completed], planned.Settled.Select(outcome => outcome.State).Order());
        Assert.Contains("limits.maxMinutes allows 0.08", planned.Settled.Single(outcome => outcome.State == TrialState.Pending).Reason, StringComparison.Ordinal);
        Assert.True(planned.Cuts);
    }

    [Fact]
    public async Task PlanVersionAsync_NothingIsKnown_IsNotRefused()
    {
        Assert.Empty((await PlanAsync("fresh-sweep", SampleSweep.Manifest + Tight)).Problems);
    }

    [Fact]
    public async Task PlanVersionAsync_FarFromItsLimits_ReadsNoRecordsOfOthers()
    {
        await RunAsync("first", SampleSweep.Manifest);
        var read = new List<string>();
        _processor.Store.BeforeRead = name =>
        {
            lock (read)
                read.Add(name);
            return Task.CompletedTask;
        };

        var planned = await PlanAsync("other-sweep", SampleSweep.Manifest.Replace("[1, 100]", "[7, 8]", StringComparison.Ordinal));

        Assert.Empty(planned.Problems);
        // Each of its own was looked for, once.
        Assert.Equal(4, read.Count(name => name.EndsWith("/record.json", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task PlanVersionAsync_MoneyWithoutARate_IsRefused()
    {
        var planned = await PlanAsync("money-sweep", SampleSweep.Manifest + "\nlimits: {maxCost: 3}");

        Assert.Contains("limits.maxCost: 3 is allowed, but what an hour of a worker costs is not known", Assert.Single(planned.Problems), StringComparison.Ordinal);
    }

    public void Dispose() => _processor.Dispose();

    private async Task<ResolvedSweep> ResolveAsync(string sweep, string manifest)
    {
        await SampleSweep.PutImagesAsync(_processor.Store, Cancellation);
        return await _processor.Planning.ResolveAsync(sweep, "m.yaml", Encoding.UTF8.GetBytes(manifest), Cancellation);
    }

    private async Task<PlannedSweep> PlanAsync(string sweep, string manifest)
    {
        await SampleSweep.PutImagesAsync(_processor.Store, Cancellation);
        var etag = await SampleSweep.PutManifestAsync(_processor.Store, sweep, manifest, Cancellation);
        return await _processor.Planning.PlanVersionAsync(new PlanRequest(sweep, $"{sweep}.yaml", etag), Cancellation);
    }

    private async Task RunAsync(string sweep, string manifest)
    {
        foreach (var trial in (await PlanAsync(sweep, manifest)).TrialIds)
            await _processor.Execution.RunAsync(trial, Cancellation);
    }
}
