using NeuralStyle.Plan.Effects;
using NeuralStyle.Plan.Manifests;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Preferences;
using NeuralStyle.Plan.Reports;
using NeuralStyle.Plan.Searches;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Plan.Tests.Searches;

/// <summary>What of a sweep knows about its search; what is wrong with one is in the corpus of wrong inputs.</summary>
public sealed class SearchManifestTests
{
    [Fact]
    public void Parse_Search_IsRead()
    {
        var search = Sample.With("search: {method: halving, rungs: [128, 256, 512], keep: 0.5}").Search!;

        Assert.Equal((SearchMethod.Halving, "1/2"), (search.Method, search.Keep.ToString()));
        Assert.Equal([128, 256, 512], search.Rungs);
        Assert.Equal("1/3", Sample.With("search: {method: halving, rungs: [128, 256]}").Search!.Keep.ToString());
        Assert.Null(Sample.With("name: plain").Search);
    }

    [Theory]
    [InlineData("parameters: {imageSize: 256}")]
    [InlineData("parameters: {imageSize: 2.56e2}")]
    [InlineData("preset: gatys")]
    public void Parse_SizeOfTheLastRungOrOfAPreset_IsTheLastRungs(string line)
    {
        var manifest = Sample.With($"{line}\nsearch: {{method: halving, rungs: [128, 256]}}");

        Assert.True(manifest.Base.TryGet(ParameterCatalog.ImageSize, out var size));
        Assert.Equal(256L, size);
        Assert.All(Sample.Plan(manifest).Trials, trial => Assert.Equal(128, trial.Parameters.ImageSize));
    }

    /// <summary>The preset of an experiment says another size, which never runs: its label doesn't say it either.</summary>
    [Fact]
    public void Plan_ExperimentWithAPreset_HasTheSizesOfTheRungs()
    {
        var manifest = Sample.With("experiments: [{name: ours}, {name: theirs, preset: gatys}]\nsearch: {method: halving, rungs: [64, 128]}");
        var inputs = Sample.Inputs(manifest);
        var plan = SweepPlanner.Plan(manifest, inputs);

        Assert.All(plan.Trials, trial => Assert.Equal(64, trial.Parameters.ImageSize));
        Assert.All(plan.Axes[0].Labels, label => Assert.DoesNotContain("imageSize", label, StringComparison.Ordinal));
        var resolved = ManifestParser.Parse(ManifestWriter.Write(manifest, inputs, plan), "sweep.json");
        Assert.Equal(plan.Trials, Sample.Plan(resolved).Trials);
    }

    [Fact]
    public void Caption_Search_SaysWhatAllSettingsShareAndNoSize()
    {
        var plan = SearchSample.Promote(SearchSample.Plan(), 0).Plan;

        var caption = string.Join(' ', SettingsCaption.Of(plan));

        Assert.Contains("init\u00A0content", caption, StringComparison.Ordinal);
        Assert.DoesNotContain("imageSize", caption, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_Search_SayWhatRan()
    {
        var plan = SearchSample.Promote(SearchSample.Plan(), 0).Plan;

        Assert.Equal(
            "Search by halving, keep 1/3: 6 trials at 64 px, 2 at 128 px, none at 256 px; from the second rung on each starts from the enlarged result of the rung before",
            SearchWords.Of(plan));
        Assert.Null(SearchWords.Of(plan with { Search = null }));
    }

    /// <summary>At the upper rungs there are only the best, of another size: comparing them with the others would compare that.</summary>
    [Fact]
    public void Effects_Search_AreOfItsFirstRungAlone()
    {
        var plan = SearchSample.Promote(SearchSample.Plan(), 0).Plan;
        var records = plan.Trials.Select(trial => SearchSample.Record(trial, 50, style: trial.Parameters.ImageSize == 64 ? 1 : 1000)).ToList();

        var effects = SweepEffects.Of(plan, records);

        Assert.StartsWith("Of rung 1 of 3 (64 px), the only one that all settings ran at", effects.Scope, StringComparison.Ordinal);
        Assert.Equal((6, 6), (effects.Trials, effects.Completed));
        var measure = effects.Measures.Single(found => found.Measure == EffectMeasure.StyleDistance);
        Assert.All(measure.Axes[0].Values, value => Assert.Equal(1, value.All.Mean));
        Assert.Empty(effects.Warnings);
        Assert.Null(SweepEffects.Of(plan.UpTo(0) with { Search = null }, records).Scope);
    }

    /// <summary>The winner ran from another trial's result at the last rung; its setting is what ran at the first.</summary>
    [Fact]
    public void FinerSweep_OfASearch_IsAroundTheWinnersSettingAtFullSize()
    {
        var manifest = Sample.With("axes:\n  styleWeight: [1, 10, 100]\n  init: [noise, gray]\nsearch: {method: halving, rungs: [64, 128], keep: 1/3}");
        var inputs = Sample.Inputs(manifest);
        var first = SweepPlanner.Plan(manifest, inputs);
        var resolved = ManifestParser.Parse(ManifestWriter.Write(manifest, inputs, first), "sweep.json");
        var plan = SearchSample.Promote(first, 0).Plan;
        var winner = plan.Compared()[1];
        var ranking = new PreferenceRanking { Groups = [[new RankedTrial(winner.Id, 1, 2, 0.1, 9, 0, 0)]], Unranked = [], Unknown = [], Votes = 9 };

        var text = FinerSweep.Write(resolved, plan, ranking)!;

        Assert.Contains(winner.Id, text, StringComparison.Ordinal);
        Assert.Contains("The sweep's search is left out", text, StringComparison.Ordinal);
        var trials = Sample.Plan(Sample.Parse(text)).Trials;
        var setting = plan.PathOf(winner).Last().Parameters;
        Assert.All(trials, trial => Assert.Equal((128, setting.Init), (trial.Parameters.ImageSize, trial.Parameters.Init)));
        Assert.Contains(trials, trial => trial.Parameters.StyleWeight == setting.StyleWeight);
    }

    [Fact]
    public void Schema_Search_HasItsKeysAndThePatternOfShares()
    {
        var search = System.Text.Json.Nodes.JsonNode.Parse(ManifestSchema.Text())!["properties"]!["search"]!;

        Assert.Equal(["method", "rungs", "keep"], search["properties"]!.AsObject().Select(key => key.Key));
        var pattern = (string)search["properties"]!["keep"]!["anyOf"]![1]!["pattern"]!;
        Assert.Matches(pattern, "1/3");
        Assert.Matches(pattern, "0.25");
        Assert.DoesNotMatch(pattern, "1.5");
        Assert.DoesNotMatch(pattern, "1/");
    }
}
