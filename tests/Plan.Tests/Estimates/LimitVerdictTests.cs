using NeuralStyle.Plan.Estimates;
using NeuralStyle.Plan.Manifests;

namespace NeuralStyle.Plan.Tests.Estimates;

public class LimitVerdictTests
{
    private static readonly WorkRate Rate = new() { PerHour = 6, Currency = "EUR" };

    [Fact]
    public void Of_WithinLimits_LetsAllRun()
    {
        var verdict = LimitVerdict.Of(Forecast(100, 200), new ManifestLimits { MaxMinutes = 5, MaxCost = 0.5 });

        Assert.Empty(verdict.Problems);
        Assert.Empty(verdict.Cut);
    }

    [Fact]
    public void Of_OverMinutesAndMoney_RefusesWithBothAndTheirNumbers()
    {
        var verdict = LimitVerdict.Of(Forecast(600, 600, 30), new ManifestLimits { MaxMinutes = 20, MaxCost = 2 });

        Assert.Equal(["limits.maxMinutes", "limits.maxCost"], verdict.Problems.Select(problem => problem.Limit));
        Assert.Equal(
            "the sweep is estimated at 20.5 minutes (3 trials from 9 records of this store like them); limits.maxMinutes allows 20; "
            + "raise it, leave values out, or write 'over: cut' to run as many trials as fit",
            verdict.Problems[0].Message);
        Assert.Contains("to cost 2.05 EUR", verdict.Problems[1].Message, StringComparison.Ordinal);
        Assert.Contains("allows 2.00 EUR", verdict.Problems[1].Message, StringComparison.Ordinal);
        Assert.Empty(verdict.Cut);
    }

    [Fact]
    public void Of_SeveralWorkers_SharesTheMinutesButNotTheMoney()
    {
        var forecast = Forecast(600, 600, 600, 600) with { Rate = Rate with { Workers = 4 } };

        var verdict = LimitVerdict.Of(forecast, new ManifestLimits { MaxMinutes = 10, MaxCost = 3.9 });

        Assert.Equal("limits.maxCost", Assert.Single(verdict.Problems).Limit);
    }

    [Fact]
    public void Of_OneLongTrialAndManyWorkers_TakesAsLongAsThat()
    {
        var forecast = Forecast(1200, 1, 1) with { Rate = Rate with { Workers = 100 } };

        Assert.Single(LimitVerdict.Of(forecast, new ManifestLimits { MaxMinutes = 10 }).Problems);
    }

    [Fact]
    public void Of_MoneyWithoutARate_RefusesWhateverOver()
    {
        var forecast = Forecast(1) with { Rate = new WorkRate() };

        foreach (var over in Enum.GetValues<LimitExcess>())
        {
            var problem = Assert.Single(LimitVerdict.Of(forecast, new ManifestLimits { MaxCost = 5, Over = over }).Problems);
            Assert.Equal("limits.maxCost", problem.Limit);
            Assert.Contains("--hourly-rate", problem.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Of_Cut_KeepsPlannedOrderUntilTheLimitAndCutsAllAfterIt()
    {
        // The third would go beyond ten minutes; the fourth, though short, comes after it.
        var verdict = LimitVerdict.Of(Forecast(300, 200, 200, 10), new ManifestLimits { MaxMinutes = 10, Over = LimitExcess.Cut });

        Assert.Equal(["2", "3"], verdict.Cut.Select(trial => trial.TrialId));
        Assert.All(verdict.Cut, trial => Assert.Equal(
            "Not run: limits.maxMinutes allows 10 minutes, and the sweep up to where it was cut is estimated at 11.7.", trial.Reason));
        Assert.Empty(verdict.Problems);
    }

    [Fact]
    public void Of_CutWithFinishedTrials_ShowsThemAndCountsThemOnlyAsTrials()
    {
        var forecast = Forecast(0, 500, 0, 500, 500, 0);
        var reused = forecast with { Trials = [.. forecast.Trials.Select(trial => trial.Time.Seconds == 0 ? trial with { Time = TimeEstimate.Reused } : trial)] };

        var minutes = LimitVerdict.Of(reused, new ManifestLimits { MaxMinutes = 17, Over = LimitExcess.Cut });
        var count = LimitVerdict.Of(reused, new ManifestLimits { MaxTrials = 2, Over = LimitExcess.Cut });

        Assert.Equal(["4"], minutes.Cut.Select(trial => trial.TrialId));
        Assert.Equal(["3", "4"], count.Cut.Select(trial => trial.TrialId));
        Assert.Contains("limits.maxTrials allows 2 trials", count.Cut[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_UnknownLength_CountsAsNothing()
    {
        var forecast = Forecast(10);
        var unknown = forecast with { Trials = [.. forecast.Trials.Select(trial => trial with { Time = TimeEstimate.Unknown })] };

        Assert.Empty(LimitVerdict.Of(unknown, new ManifestLimits { MaxMinutes = 0.01 }).Problems);
    }

    private static SweepForecast Forecast(params double[] seconds) => new(
        [
            .. seconds.Select((each, i) => new TrialForecast(
                $"{i}", 128, 96, 10, new TimeEstimate(each, EstimateSource.Records, 9), 1 << 20, Rate.CostOf(each))),
        ],
        Rate);
}
