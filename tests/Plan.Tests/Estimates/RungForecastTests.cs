using NeuralStyle.Plan.Estimates;
using NeuralStyle.Plan.Manifests;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Sweeps;
using NeuralStyle.Plan.Tests.Searches;

namespace NeuralStyle.Plan.Tests.Estimates;

public sealed class RungForecastTests
{
    [Fact]
    public void Of_FirstRungKnown_CountsTheOthersByTheMeanOfTheirSettings()
    {
        var forecast = Of(SearchSample.Plan());

        Assert.Equal([(1, 128, 2, 2 * 128.0), (2, 256, 1, 256.0)], forecast.Rungs.Select(rung => (rung.Rung, rung.ImageSize, rung.Trials, rung.Seconds!.Value)));
        Assert.Equal((6 * 64) + (2 * 128) + 256, forecast.WorkSeconds);
        // With as many workers as trials, each rung is as long as its longest.
        Assert.Equal(64 + 128 + 256, Of(SearchSample.Plan(), workers: 100).Seconds);
        Assert.Equal(forecast.Rungs.Max(rung => rung.PeakBytes), forecast.PeakBytes);
        Assert.Contains("up to 2 trials at 128 px by the mean of the settings", EstimateWords.Of(forecast), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_RungsKnownByRecords_CountsTheirTrials()
    {
        var plan = SearchSample.Promote(SearchSample.Plan(), 0).Plan;

        var forecast = Of(plan, finished: [.. plan.Trials.Take(6).Select(trial => trial.Id)]);

        Assert.Equal([(2, 256, 1)], forecast.Rungs.Select(rung => (rung.Rung, rung.ImageSize, rung.Trials)));
        Assert.Equal((2 * 128) + 256, forecast.WorkSeconds);
    }

    [Fact]
    public void Verdict_SearchWhoseLaterRungsAreTooLong_IsRefused()
    {
        var forecast = Of(SearchSample.Plan());

        Assert.Empty(LimitVerdict.Of(forecast, new ManifestLimits { MaxMinutes = forecast.WorkSeconds / 60 }).Problems);
        var problem = Assert.Single(LimitVerdict.Of(forecast, new ManifestLimits { MaxMinutes = 0.9 * forecast.WorkSeconds / 60 }).Problems);
        Assert.Equal("limits.maxMinutes", problem.Limit);
    }

    private static SweepForecast Of(SweepPlan plan, int workers = 1, HashSet<string>? finished = null) =>
        SweepForecast.Of(plan, finished ?? [], _ => (4, 3), new ASecondAPixel(), new WorkRate { Workers = workers });

    private sealed class ASecondAPixel : ITrialTimes
    {
        public TimeEstimate Estimate(TrialParameters parameters, int width, int height) => new(parameters.ImageSize, EstimateSource.Measurement, 0);
    }
}
