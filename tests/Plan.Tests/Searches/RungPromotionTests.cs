using System.Text.Json;
using NeuralStyle.Plan.Json;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Searches;
using NeuralStyle.Plan.Sweeps;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Plan.Tests.Searches;

public sealed class RungPromotionTests
{
    [Fact]
    public void Plan_Search_IsItsFirstRung()
    {
        var plan = SearchSample.Plan();

        Assert.Equal(6, plan.Trials.Count);
        Assert.All(plan.Trials, trial => Assert.Equal((64, InitMode.Content), (trial.Parameters.ImageSize, trial.Parameters.Init)));
        Assert.Equal([64, 128, 256], plan.Search!.Rungs);
        Assert.Equal([6, 2, 1], plan.Search.CountsOf(plan.Trials));
        Assert.Equal(0, plan.TopRung());
    }

    [Fact]
    public void Of_BestThird_GoesUpFromItsOwnResult()
    {
        var plan = SearchSample.Plan();

        var promotion = SearchSample.Promote(plan, 0);

        Assert.Equal(2, promotion.Promoted.Count);
        foreach (var (trial, before) in promotion.Promoted.Zip(plan.Trials))
        {
            Assert.Equal((128, InitMode.Trial, before.Id), (trial.Parameters.ImageSize, trial.Parameters.Init, trial.Parameters.InitTrial));
            Assert.Equal(before.Parameters.StyleWeight, trial.Parameters.StyleWeight);
            Assert.Equal(TrialId.Of(trial), trial.Id);
        }

        Assert.Equal([.. plan.Trials.Select(trial => trial.Id), .. promotion.Promoted.Select(trial => trial.Id)], promotion.Plan.Trials.Select(trial => trial.Id));
        Assert.Equal(
            [.. promotion.Promoted.Select(trial => trial.Id), .. plan.Trials.Skip(2).Select(trial => trial.Id)], promotion.Plan.Cells.Select(cell => cell.TrialId));
        Assert.Equal(plan.Axes.Select(axis => axis.Labels), promotion.Plan.Axes.Select(axis => axis.Labels));
    }

    [Fact]
    public void Of_Dropped_SaysRungAndPlaceAndRanks()
    {
        var plan = SearchSample.Plan();

        var dropped = SearchSample.Promote(plan, 0).Dropped;

        Assert.Equal(plan.Trials.Skip(2).Select(trial => trial.Id), dropped.Select(trial => trial.TrialId));
        Assert.Equal("after rung 1 of 3 (64 px): place 3 of 6, mean rank 3.33 (improvement 3, content distance 3.5, style distance 3.5)", dropped[0].Reason);
    }

    [Fact]
    public void Of_SeveralContents_JudgesEachAmongItsOwn()
    {
        var manifest = Sample.Parse("content: [a.jpg, b.jpg]\nstyle: tubingen.jpg\naxes: {styleWeight: [1, 10, 100]}\nsearch: {method: halving, rungs: [64, 128], keep: 1/3}");
        var plan = Sample.Plan(manifest);
        // All of the one image are better than any of the other.
        var records = plan.Trials.ToDictionary(trial => trial.Id, trial => SearchSample.Record(
            trial, trial.Parameters.StyleWeight, trial.Content.Name == "a.jpg" ? 0.1 : 5, trial.Content.Name == "a.jpg" ? 0.1 : 5));

        var promotion = RungPromotion.Of(plan, 0, records);

        Assert.Equal([("a.jpg", 100.0), ("b.jpg", 100.0)], promotion.Promoted.Select(trial => (trial.Content.Name, trial.Parameters.StyleWeight)));
        Assert.All(promotion.Dropped, trial => Assert.Contains("of 3,", trial.Reason, StringComparison.Ordinal));
        Assert.Equal([6, 2], plan.Search!.CountsOf(plan.Trials));
    }

    [Fact]
    public void Of_Failures_DropOutAndCountInWhatIsKept()
    {
        var plan = SearchSample.Plan();

        var promotion = SearchSample.Promote(plan, 0, failed: [0, 1, 2]);

        // A third of six is two, of the three that completed.
        Assert.Equal([plan.Trials[3].Id, plan.Trials[4].Id], promotion.Promoted.Select(trial => trial.Parameters.InitTrial));
        Assert.Equal([plan.Trials[5].Id], promotion.Dropped.Select(trial => trial.TrialId));
        Assert.Contains("place 3 of 3", promotion.Dropped[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_AllFailed_PromotesNone()
    {
        var plan = SearchSample.Plan();

        var promotion = SearchSample.Promote(plan, 0, failed: [0, 1, 2, 3, 4, 5]);

        Assert.Empty(promotion.Promoted);
        Assert.Empty(promotion.Dropped);
        Assert.Equal(Json(plan), Json(promotion.Plan));
    }

    /// <summary>An orchestration that began anew may find the plan of a later rung.</summary>
    [Fact]
    public void Of_PlanThatIsFurther_GivesTheSameAgain()
    {
        var first = SearchSample.Promote(SearchSample.Plan(), 0);
        var second = SearchSample.Promote(first.Plan, 1);

        var again = SearchSample.Promote(second.Plan, 0);

        Assert.Equal(Json(first), Json(again));
        Assert.Equal(Json(second.Plan), Json(SearchSample.Promote(again.Plan, 1).Plan));
        Assert.Equal(Json(SearchSample.Plan()), Json(second.Plan.UpTo(0)));
    }

    [Fact]
    public void Of_AllRungs_LeadsFromEachCellToItsSetting()
    {
        var plan = SearchSample.Promote(SearchSample.Promote(SearchSample.Plan(), 0).Plan, 1).Plan;
        var top = plan.Trials.Single(trial => trial.Parameters.ImageSize == 256);

        Assert.Equal([256, 128, 64], plan.PathOf(top).Select(trial => trial.Parameters.ImageSize));
        Assert.Equal(2, plan.TopRung());
        Assert.Equal("rung 3 of 3 (256 px)", plan.RungNameOf(top));
        Assert.Equal([top], plan.Compared());
    }

    [Fact]
    public void Of_NoiseAndInitImage_HaveNoPartAboveTheFirstRung()
    {
        var plan = SearchSample.Plan("parameters: {seed: 5}\naxes: {init: [noise, content]}\nsearch: {method: halving, rungs: [64, 128], keep: 0.9}");

        var promoted = SearchSample.Promote(plan, 0).Promoted;

        Assert.Equal([5, 0], plan.Trials.Select(trial => trial.Parameters.Seed));
        Assert.All(promoted, trial => Assert.Equal(0, trial.Parameters.Seed));
        // Two settings that differ in their start alone stay two.
        Assert.Equal(2, promoted.Select(trial => trial.Id).Distinct().Count());
    }

    [Fact]
    public void Of_LastRung_IsRefused()
    {
        var plan = SearchSample.Plan();

        Assert.Throws<ArgumentException>(() => RungPromotion.Of(plan, 2, new Dictionary<string, TrialRecord>()));
        Assert.Throws<ArgumentException>(() => RungPromotion.Of(plan with { Search = null }, 0, new Dictionary<string, TrialRecord>()));
    }

    [Fact]
    public void UpTo_PlanWhoseTrialsLeadInACircle_IsRefused()
    {
        var plan = SearchSample.Promote(SearchSample.Plan(), 0).Plan;
        var promoted = plan.Trials[^1];
        var circle = promoted with { Parameters = promoted.Parameters with { InitTrial = promoted.Id } };

        var wrong = plan with { Trials = [.. plan.Trials.Where(trial => trial.Id != promoted.Id), circle] };

        Assert.Throws<KeyNotFoundException>(() => wrong.UpTo(0));
        Assert.Throws<KeyNotFoundException>(() => wrong.PathOf(circle).ToList());
    }

    [Fact]
    public void Plan_AsJson_ReadsBackAsTheSame()
    {
        var plan = SearchSample.Promote(SearchSample.Plan(), 0).Plan;

        var again = JsonSerializer.Deserialize<SweepPlan>(JsonSerializer.Serialize(plan, PlanJson.Readable), PlanJson.Readable)!;

        Assert.Equal(plan.Search, again.Search);
        Assert.Equal(Json(plan), Json(again));
        // A plan without a search is written as it always was.
        Assert.DoesNotContain("\"search\"", Json(Sample.Plan(Sample.With("axes: {styleWeight: [1, 10]}"))), StringComparison.Ordinal);
    }

    private static string Json<T>(T value) => JsonSerializer.Serialize(value, PlanJson.Compact);
}
