using NeuralStyle.Plan.Manifests;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Preferences;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Plan.Tests.Preferences;

/// <summary>The finer sweeps are read back by the parser and planned.</summary>
public sealed class FinerSweepTests
{
    [Fact]
    public void Write_LogAxis_GoesOnBetweenTheWinnersNeighborsByRatio()
    {
        var next = Next("axes: {styleWeight: [1, 10, 100, 1000]}", "styleWeight 100");

        Assert.Equal(["10", "31.6", "100", "316", "1e3"], Labels(next, "styleWeight").Select(label => label.Length > 4 ? label[..4].TrimEnd('.') : label));
        Assert.Equal("a-sweep-next", next.Manifest.Name);
    }

    [Fact]
    public void Write_LinearAxis_GoesOnBetweenTheWinnersNeighborsByDifference() =>
        Assert.Equal(["1", "1.5", "2", "2.5", "3"], Labels(Next("axes: {styleWeight: [1, 2, 3, 4]}", "styleWeight 2"), "styleWeight"));

    [Theory]
    [InlineData("styleWeight: [1, 10, 100]", "styleWeight 100", "styleWeight", "10, 31.62, 100, 316.2, 1e3")]
    [InlineData("styleWeight: [1, 10, 100]", "styleWeight 1", "styleWeight", "0.1, 0.3162, 1, 3.162, 10")]
    [InlineData("styleWeight: [2, 3, 4]", "styleWeight 4", "styleWeight", "3, 3.5, 4, 4.5, 5")]
    [InlineData("iterations: [10, 20, 30]", "iterations 20", "iterations", "10, 15, 20, 25, 30")]
    [InlineData("imageSize: [64, 128, 256]", "imageSize 128", "imageSize", "64, 91, 128, 181, 256")]
    // Below 0 nothing is allowed.
    [InlineData("tvWeight: [0, 1, 2]", "tvWeight 0", "tvWeight", "0, 0.5, 1")]
    // Whole numbers without room between them.
    [InlineData("iterations: [10, 11, 12]", "iterations 11", "iterations", "10, 11, 12")]
    public void Write_NumericAxis_HasTheValuesWorkedOutByHand(string axis, string winner, string parameter, string expected) =>
        Assert.Equal(expected, string.Join(", ", Labels(Next($"axes: {{{axis}}}", winner), parameter)));

    [Fact]
    public void Write_ValuesOfTheSweep_AreTheTrialsThatWereComputed()
    {
        var (_, plan) = Resolved(Sample.With("axes: {styleWeight: [0.1234567, 7.654321, 98.7654321]}"));
        var next = Next("axes: {styleWeight: [0.1234567, 7.654321, 98.7654321]}", "styleWeight 7.654321");

        Assert.Equal(3, next.Plan.Trials.Count(trial => plan.Trials.Any(old => old.Id == trial.Id)));
    }

    [Fact]
    public void Write_CategoricalAxis_StaysAtTheWinnersValueWhereTheVotesTell()
    {
        var next = Next("axes:\n  styleWeight: [1, 10]\n  init: [content, noise]\n", "styleWeight 10, init noise", votes: 60);

        Assert.Equal(["styleWeight"], next.Plan.Axes.Select(axis => axis.Name));
        Assert.All(next.Plan.Trials, trial => Assert.Equal(InitMode.Noise, trial.Parameters.Init));
    }

    [Fact]
    public void Write_CategoricalAxis_KeepsTheTopTwoWhereTheirIntervalsOverlap()
    {
        var next = Next("axes:\n  styleWeight: [1, 10]\n  init: [content, gray, noise]\n", "styleWeight 10, init noise");

        Assert.Equal("init", next.Plan.Axes[1].Name);
        Assert.Equal(2, next.Plan.Axes[1].Labels.Count);
        Assert.Equal("noise", next.Plan.Axes[1].Labels[0]);
    }

    [Fact]
    public void Write_LayerAxis_StaysLayers()
    {
        var next = Next("axes:\n  styleWeight: [1, 10]\n  styleLayers: prefixes(relu1_1, relu2_1)\n", "styleWeight 10, styleLayers relu1_1, relu2_1", votes: 60);

        Assert.All(next.Plan.Trials, trial => Assert.Equal(2, trial.Parameters.StyleLayers.Count));
    }

    [Fact]
    public void Write_SeedAxis_IsNotRefined()
    {
        var next = Next("parameters: {init: noise}\naxes:\n  styleWeight: [1, 10]\n  seed: [1, 2, 3]\n", "styleWeight 10, seed 3", votes: 60);

        Assert.All(next.Plan.Trials, trial => Assert.Equal(3, trial.Parameters.Seed));
    }

    [Fact]
    public void Write_OptimizerThatTheVotesDoNotTell_LeavesItsLearningRateOpen()
    {
        var next = Next("axes:\n  styleWeight: [1, 10]\n  optimizer: [lbfgs, adam]\n", "styleWeight 10, optimizer adam");

        Assert.Equal(
            [(OptimizerKind.Lbfgs, 1.0), (OptimizerKind.Adam, 0.02)],
            next.Plan.Trials.Select(trial => (trial.Parameters.Optimizer, trial.Parameters.LearningRate)).Distinct().OrderBy(pair => pair.Optimizer));
    }

    [Fact]
    public void Write_OptimizerThatTheVotesTell_KeepsItsLearningRate()
    {
        var next = Next("axes:\n  styleWeight: [1, 10]\n  optimizer: [lbfgs, adam]\n", "styleWeight 10, optimizer adam", votes: 60);

        Assert.All(next.Plan.Trials, trial => Assert.Equal((OptimizerKind.Adam, 0.02), (trial.Parameters.Optimizer, trial.Parameters.LearningRate)));
    }

    [Fact]
    public void Write_Experiments_TakesTheWinnersParameters()
    {
        var next = Next("""
            axes: {contentWeight: [1, 2, 3]}
            experiments:
              - {name: soft, parameters: {styleWeight: 3, init: gray}}
              - {name: base}
            """, "contentWeight 2, experiment soft: styleWeight 3, init gray");

        Assert.Equal(["contentWeight"], next.Plan.Axes.Select(axis => axis.Name));
        Assert.All(next.Plan.Trials, trial => Assert.Equal((3.0, InitMode.Gray), (trial.Parameters.StyleWeight, trial.Parameters.Init)));
    }

    [Fact]
    public void Write_NamedCombination_StaysAsItIs()
    {
        var next = Next(
            "axes: {look: {name: [soft, wild], styleWeight: [1, 10], tvWeight: [0.5, 2]}, contentWeight: [1, 2, 3]}",
            "look wild: styleWeight 10, tvWeight 2, contentWeight 2");

        Assert.Equal(["contentWeight"], next.Plan.Axes.Select(axis => axis.Name));
        Assert.All(next.Plan.Trials, trial => Assert.Equal((10.0, 2.0), (trial.Parameters.StyleWeight, trial.Parameters.TvWeight)));
    }

    [Fact]
    public void Write_DrawnCombination_GoesOnAroundEachOfItsNumbers()
    {
        const string Lines = "axes: {draw: {random: {count: 6, seed: 3}, styleWeight: 1..1e4 log, tvWeight: 1..2}}";
        var drawn = Resolved(Sample.With(Lines)).Plan;
        var winner = drawn.Trials.OrderBy(trial => trial.Parameters.StyleWeight).ElementAt(2);
        var weights = drawn.Trials.Select(trial => trial.Parameters.StyleWeight).Order().ToList();

        var next = Next(Lines, $"draw {drawn.Axes[0].Labels[drawn.Cells.Single(cell => cell.TrialId == winner.Id).Coordinates[0]]}");

        Assert.Equal(["styleWeight", "tvWeight"], next.Plan.Axes.Select(axis => axis.Name));
        var finer = next.Plan.Trials.Select(trial => trial.Parameters.StyleWeight).Distinct().Order().ToList();
        Assert.Equal((weights[1], weights[2], weights[3]), (finer[0], finer[2], finer[4]));
        Assert.Equal(Math.Sqrt(weights[1] * weights[2]), finer[1], weights[2] / 500);
    }

    [Fact]
    public void Write_SkippedCombinations_AreToldToBeLeftOut()
    {
        var next = Next("axes:\n  styleWeight: [1, 10, 100]\n  init: [content, noise]\nskip: [{init: noise, styleWeight: 100}]\n", "styleWeight 10, init noise");

        Assert.Contains("# The sweep's rules of what to skip are left out", next.Text, StringComparison.Ordinal);
        Assert.Equal(10, next.Plan.Cells.Count);
    }

    [Fact]
    public void Write_ExperimentWithItsOwnImage_GoesOnWithThat()
    {
        var manifest = Sample.Parse("""
            content: a.jpg
            style: b.jpg
            axes: {styleWeight: [1, 10, 100]}
            experiments: [{name: night, style: starry_night.jpg}, {name: base}]
            """);

        var next = Next(manifest, "styleWeight 10, experiment night: style starry_night.jpg");

        Assert.Equal(["starry_night.jpg"], next.Plan.Trials.Select(trial => trial.Style.Name).Distinct());
        Assert.Equal(5, next.Plan.Trials.Count);
    }

    [Fact]
    public void Write_SeveralImages_KeepsThemAll()
    {
        var manifest = Sample.Parse("content: [a.jpg, b.jpg]\nstyle: [tubingen.jpg, starry_night.jpg]\naxes: {styleWeight: [1, 10, 100]}\n");

        var next = Next(manifest, "content a.jpg, style tubingen.jpg, styleWeight 10");

        Assert.Equal(["content", "style", "styleWeight"], next.Plan.Axes.Select(axis => axis.Name));
        Assert.Equal(2 * 2 * 5, next.Plan.Trials.Count);
    }

    [Fact]
    public void Write_ThreeNumericAxes_HasThreeValuesOfEach()
    {
        var next = Next("axes:\n  styleWeight: [1, 2, 3]\n  contentWeight: [1, 2, 3]\n  tvWeight: [1, 2, 3]\n", "styleWeight 2, contentWeight 2, tvWeight 2");

        Assert.Equal(["1.5", "2", "2.5"], Labels(next, "tvWeight"));
        Assert.Equal(27, next.Plan.Trials.Count);
    }

    [Fact]
    public void Write_LimitThatFiveValuesWouldBreak_HasThree()
    {
        var next = Next("axes:\n  styleWeight: [1, 2, 3]\n  contentWeight: [1, 2]\nlimits: {maxTrials: 9, maxMinutes: 7}\n", "styleWeight 2, contentWeight 1");

        Assert.Equal(9, next.Plan.Trials.Count);
        Assert.Equal((9, 7.0), (next.Manifest.Limits.MaxTrials, next.Manifest.Limits.MaxMinutes));
    }

    [Fact]
    public void Write_Snapshots_Stay() =>
        Assert.Equal(Sample.Parse(Sample.Text).Snapshots, Next("axes: {styleWeight: [1, 2]}\nsnapshots: first 10, every 10, last\n", "styleWeight 2").Manifest.Snapshots);

    [Fact]
    public void Write_Comment_SaysWhatItWasMadeFrom()
    {
        var text = Next("axes: {styleWeight: [1, 10, 100]}", "styleWeight 10").Text;

        Assert.StartsWith("# Made by nst next from the sweep a-sweep and 2 votes: finer around its winner, trial ", text, StringComparison.Ordinal);
        Assert.Contains("# Its interval overlaps that of the next, trial ", text, StringComparison.Ordinal);
        Assert.Contains("# styleWeight: around the winner's 10\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_WinnerAtTheEndOfAnAxis_SaysSo() =>
        Assert.Contains("around the winner's 100, the largest of its axis", Next("axes: {styleWeight: [1, 10, 100]}", "styleWeight 100").Text, StringComparison.Ordinal);

    [Fact]
    public void Write_NothingLeftToVary_IsNull()
    {
        var (manifest, plan) = Resolved(Sample.With("axes: {init: [content, noise]}"));

        Assert.Null(FinerSweep.Write(manifest, plan, Ranking(plan, plan.Trials[1].Id, 60)));
    }

    [Fact]
    public void Write_NoVotes_IsRefused()
    {
        var (manifest, plan) = Resolved(Sample.With("axes: {styleWeight: [1, 2]}"));

        Assert.Throws<ArgumentException>(() => FinerSweep.Write(manifest, plan, Ranking(plan, plan.Trials[1].Id, 0)));
    }

    [Theory]
    [InlineData("abc", "abc-next")]
    [InlineData("a23456789-123456789-123456789-123456789-123456789-1234567-9-123", "a23456789-123456789-123456789-123456789-123456789-1234567-next")]
    public void NameOf_LongName_IsStillAllowed(string sweep, string expected)
    {
        Assert.Equal(expected, FinerSweep.NameOf(sweep));
        Assert.True(SweepName.IsValid(FinerSweep.NameOf(sweep)));
    }

    private static (Manifest Manifest, SweepPlan Plan, string Text) Next(string lines, string winner, int votes = 1) =>
        Next(Sample.With(lines), winner, votes);

    /// <summary>The finer sweep where a cell won against all others.</summary>
    private static (Manifest Manifest, SweepPlan Plan, string Text) Next(Manifest written, string winner, int votes = 1)
    {
        var (manifest, plan) = Resolved(written);
        var text = FinerSweep.Write(manifest, plan, Ranking(plan, Cell(plan, winner).TrialId, votes));
        Assert.NotNull(text);
        var next = ManifestParser.Parse(text, "next.yaml");
        return (next, Sample.Plan(next), text);
    }

    /// <summary>As the store has it: the resolved manifest, read back.</summary>
    private static (Manifest Manifest, SweepPlan Plan) Resolved(Manifest manifest)
    {
        var inputs = Sample.Inputs(manifest);
        var plan = SweepPlanner.Plan(manifest, inputs);
        return (ManifestParser.Parse(ManifestWriter.Write(manifest, inputs, plan), "sweep.json"), plan);
    }

    private static SweepCell Cell(SweepPlan plan, string labels) => plan.Cells.Single(cell =>
        string.Join(", ", plan.Axes.Select((axis, index) => $"{axis.Name} {axis.Labels[cell.Coordinates[index]]}")) == labels);

    private static PreferenceRanking Ranking(SweepPlan plan, string winner, int votes) => PreferenceRanking.Of(
        [.. plan.Trials.Select(trial => trial.Id)],
        new VoteBook
        {
            Sweep = plan.Sweep,
            Votes =
            [
                .. plan.Trials.Where(trial => trial.Id != winner)
                    .SelectMany(trial => Enumerable.Range(0, votes).Select(second => new Vote(winner, trial.Id, VoteChoice.A, Ballots.Start.AddSeconds(second)))),
            ],
        });

    private static IReadOnlyList<string> Labels((Manifest Manifest, SweepPlan Plan, string Text) next, string axis) =>
        next.Plan.Axes.Single(found => found.Name == axis).Labels;
}
