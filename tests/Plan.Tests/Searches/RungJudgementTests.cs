using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Schedules;
using NeuralStyle.Plan.Searches;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Plan.Tests.Searches;

public sealed class RungJudgementTests
{
    private static readonly IReadOnlyList<Trial> Trials = SearchSample.Plan().Trials;

    /// <summary>
    /// Losses of other weights are of other things: the one of the thousandfold loss got on better here, and as to the distances there is
    /// nothing between the two.
    /// </summary>
    [Fact]
    public void Of_TheLowerLossIsOfTheWorseTrial_IsJudgedByTheRuleAndNotByTheLoss()
    {
        var (worse, better) = (
            SearchSample.Record(Trials[0], improvement: 50, firstLoss: 1),
            SearchSample.Record(Trials[1], improvement: 80, firstLoss: 1000));
        Assert.True(worse.Evaluations[^1].Total < better.Evaluations[^1].Total / 100);

        var judged = RungJudgement.Of([worse, better]);

        Assert.Equal([better.TrialId, worse.TrialId], judged.Select(trial => trial.TrialId));
        Assert.Equal([("improvement", 1), ("content distance", 1.5), ("style distance", 1.5)], judged[0].Ranks);
    }

    [Fact]
    public void Of_ThreeCriteria_IsTheLowestMeanOfTheRanks()
    {
        var judged = RungJudgement.Of(
        [
            SearchSample.Record(Trials[0], improvement: 99, content: 3, style: 3),
            SearchSample.Record(Trials[1], improvement: 98, content: 1, style: 2),
            SearchSample.Record(Trials[2], improvement: 10, content: 2, style: 1),
        ]);

        Assert.Equal([Trials[1].Id, Trials[2].Id, Trials[0].Id], judged.Select(trial => trial.TrialId));
        Assert.Equal([5 / 3.0, 6 / 3.0, 7 / 3.0], judged.Select(trial => trial.MeanRank));
        Assert.Equal([("improvement", 2), ("content distance", 1), ("style distance", 2)], judged[0].Ranks);
        Assert.Equal([1, 2, 3], judged.Select(trial => trial.Place));
    }

    [Fact]
    public void Of_EqualValues_ShareTheirRanksAndStayInPlannedOrder()
    {
        var judged = RungJudgement.Of([.. Trials.Take(3).Select(trial => SearchSample.Record(trial, improvement: 50))]);

        Assert.Equal(Trials.Take(3).Select(trial => trial.Id), judged.Select(trial => trial.TrialId));
        Assert.All(judged, trial => Assert.Equal(2, trial.MeanRank));
    }

    [Fact]
    public void Of_OneWithoutStyleDistance_CountsItForNone()
    {
        var judged = RungJudgement.Of(
        [
            SearchSample.Record(Trials[0], improvement: 50, content: 1, style: null), SearchSample.Record(Trials[1], improvement: 60, content: 2, style: 0.1),
        ]);

        Assert.All(judged, trial => Assert.Equal(["improvement", "content distance"], trial.Ranks.Select(rank => rank.Criterion)));
        // One is first in each: planned order decides.
        Assert.Equal(Trials[0].Id, judged[0].TrialId);
    }

    [Fact]
    public void Of_ASchedule_LeavesImprovementOutSinceItsLossesAreDifferentOnes()
    {
        var schedule = ParameterCatalog.StyleSchedule.Parse("linear 0%:1, 100%:10", [])!;
        var scheduled = SearchSample.Record(Trials[0], improvement: -900, content: 1, style: 1);
        scheduled = scheduled with { Parameters = scheduled.Parameters with { StyleSchedule = (Schedule)schedule } };

        var judged = RungJudgement.Of([SearchSample.Record(Trials[1], improvement: 99, content: 2, style: 2), scheduled]);

        Assert.Equal(Trials[0].Id, judged[0].TrialId);
        Assert.DoesNotContain(judged[0].Ranks, rank => rank.Criterion == "improvement");
    }

    [Fact]
    public void Of_NumbersThatAreNone_AreLast()
    {
        var judged = RungJudgement.Of(
        [
            SearchSample.Record(Trials[0], improvement: double.NaN), SearchSample.Record(Trials[1], improvement: double.NegativeInfinity),
            SearchSample.Record(Trials[2], improvement: -5),
        ]);

        Assert.Equal(Trials[2].Id, judged[0].TrialId);
        Assert.Equal([1, 2.5, 2.5], judged.Select(trial => trial.Ranks[0].Rank));
    }

    [Fact]
    public void Of_NothingThatCompares_IsInPlannedOrder()
    {
        var records = Trials.Take(2).Select(trial => SearchSample.Record(trial, improvement: 1) with { Evaluations = [], Measures = null }).ToList();

        Assert.Equal([(Trials[0].Id, 1), (Trials[1].Id, 2)], RungJudgement.Of(records).Select(trial => (trial.TrialId, trial.Place)));
        Assert.Empty(RungJudgement.Of([]));
    }
}
