using NeuralStyle.Plan.Manifests;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Plan.Tests.Sweeps;

public sealed class SeedDrawsTests
{
    [Theory]
    [InlineData("seed: -1\nparameters: {init: noise}")]
    [InlineData("parameters: {init: noise, seed: -1}")]
    [InlineData("axes: {seed: [-1]}\nparameters: {init: noise}")]
    [InlineData("experiments: [{name: a, parameters: {seed: -1, init: noise}}]")]
    [InlineData("axes: {start: {seed: [-1], init: [noise]}}")]
    public void Plan_SeedOfMinusOne_IsOneDrawOfTheSweepsName(string lines)
    {
        var seed = Assert.Single(Sample.Plan(Sample.With(lines)).Trials).Parameters.Seed;

        Assert.Equal(Drawn("seed 1 of a-sweep"), seed);
        Assert.NotEqual(seed, Assert.Single(Sample.Plan(Sample.With($"name: another\n{lines}")).Trials).Parameters.Seed);
    }

    [Fact]
    public void Plan_SharedSeed_IsThatOfAllTrials() =>
        Assert.Single(Sample.Plan(Sample.With("seed: -1\nparameters: {init: noise}\naxes: {styleWeight: [1, 2, 3]}")).Trials.Select(trial => trial.Parameters.Seed).Distinct());

    [Fact]
    public void Plan_SeveralOnAnAxis_AreDrawnOnceEach()
    {
        var plan = Sample.Plan(Sample.With("parameters: {init: noise}\naxes: {seed: [-1, 5, -1, -1]}"));

        Assert.Equal([$"{Drawn("seed 1 of a-sweep")}", "5", $"{Drawn("seed 2 of a-sweep")}", $"{Drawn("seed 3 of a-sweep")}"], plan.Axes[0].Labels);
        Assert.Equal(plan.Axes[0].Labels, plan.Trials.Select(trial => $"{trial.Parameters.Seed}"));
    }

    [Theory]
    [InlineData("start: {seed: [-1, -1], styleWeight: [1, 2]}")]
    [InlineData("start: [{seed: -1, styleWeight: 1}, {seed: -1, styleWeight: 2}]")]
    public void Plan_SeveralOnAnAxisOfSeveralParameters_AreDrawnOnceEach(string axis) => Assert.Equal(
        [Drawn("seed 1 of a-sweep"), Drawn("seed 2 of a-sweep")],
        Sample.Plan(Sample.With($"parameters: {{init: noise}}\naxes: {{{axis}}}")).Trials.Select(trial => trial.Parameters.Seed));

    /// <summary>Submitted again with more, a sweep has its old trials among the new.</summary>
    [Fact]
    public void Plan_ManifestThatAsksForMore_DrawsTheSame()
    {
        var before = Sample.Plan(Sample.With("# for a start\nparameters: {init: noise}\naxes: {seed: [-1, -1]}"));
        var after = Sample.Plan(Sample.With("parameters: {init: noise}\naxes: {seed: [-1, -1, -1], styleWeight: [30, 40]}"));

        Assert.Empty(before.Trials.Select(trial => trial.Id).Except(after.Trials.Select(trial => trial.Id)));
        Assert.Equal(6, after.Trials.Count);
    }

    [Fact]
    public void Write_DrawnSeeds_AreRecorded()
    {
        var manifest = Sample.With("parameters: {init: noise}\naxes: {seed: [-1, -1]}");
        var inputs = Sample.Inputs(manifest);
        var plan = SweepPlanner.Plan(manifest, inputs);

        var resolved = ManifestParser.Parse(ManifestWriter.Write(manifest, inputs, plan), "sweep.json");

        // Under another name they are still what was drawn.
        Assert.Equal(plan.Trials, SweepPlanner.Plan(resolved with { Name = null }, inputs with { Sweep = "elsewhere" }).Trials);
    }

    [Theory]
    [InlineData("axes: {seed: -1..3 step 1}\nparameters: {init: noise}", "-1 is out of range")]
    [InlineData("axes: {seed: random 3 from -1..5}\nparameters: {init: noise}", "-1 is out of range")]
    public void Parse_MinusOneOfARange_IsNoDraw(string lines, string message) =>
        Assert.Contains(message, Assert.Single(Sample.ProblemsWith(lines)).Message, StringComparison.Ordinal);

    private static long Drawn(string text) =>
        (long)(BitConverter.ToUInt64(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text))) % 1_000_000_000);
}
