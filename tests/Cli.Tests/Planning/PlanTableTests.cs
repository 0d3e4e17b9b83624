using NeuralStyle.Plan.Estimates;

namespace NeuralStyle.Cli.Tests.Planning;

public class PlanTableTests
{
    [Fact]
    public async Task WriteAsync_OneAxis_HasOneColumnBesideTheCosts()
    {
        var plan = SamplePlan.Of("parameters: {iterations: 40}\naxes: {styleWeight: [1, 900]}");

        var lines = await SamplePlan.TableAsync(plan);

        Assert.Equal("sample: 2 cells, 2 trials", lines[0]);
        Assert.Equal("trial                pixels  evaluations  seconds  MiB  styleWeight", lines[4]);
        Assert.Equal($"{plan.Trials[0].Id}  256 x 192           40      0.5  100  1", lines[5]);
        Assert.Equal($"{plan.Trials[1].Id}  256 x 192           40      1.5  101  900", lines[6]);
        Assert.Equal("estimated 2 s in all, 101 MiB at most; 0 of 2 reused", lines[8]);
        Assert.Equal("  2 trials from 7 records of this store like them", lines[9]);
    }

    [Fact]
    public async Task WriteAsync_ReusedAndCut_SaysSoAndCountsNeither()
    {
        var plan = SamplePlan.Of("axes: {styleWeight: [1, 2, 3]}");

        var lines = await SamplePlan.TableAsync(plan, null, 1, (plan.Trials[2].Id, "Not run: enough is enough."));

        Assert.EndsWith("MiB   state  styleWeight", lines[4], StringComparison.Ordinal);
        Assert.EndsWith("0.0  100  reused  1", lines[5], StringComparison.Ordinal);
        Assert.EndsWith("1.5  101     new  2", lines[6], StringComparison.Ordinal);
        Assert.EndsWith("0.0  102     cut  3", lines[7], StringComparison.Ordinal);
        Assert.Equal("estimated 2 s in all, 101 MiB at most; 1 of 3 reused", lines[9]);
        Assert.Equal("  1 cut: Not run: enough is enough.", lines[11]);
    }

    [Fact]
    public async Task WriteAsync_Search_ShowsItsRungsAndCountsThemAll()
    {
        var plan = SamplePlan.Of("axes: {styleWeight: [1, 2, 3]}\nsearch: {method: halving, rungs: [64, 128, 256], keep: 1/3}");

        var lines = await SamplePlan.TableAsync(plan, [new RungForecast(1, 128, 1, 4.5, 4.5, 200L << 20), new RungForecast(2, 256, 1, null, null, 300L << 20)]);

        Assert.Equal(
            ["  rung 1 of 3 (64 px): 3 trials, 4.5 s", "  rung 2 of 3 (128 px): at most 1 trial, 4.5 s", "  rung 3 of 3 (256 px): at most 1 trial, ? s"], lines[3..6]);
        Assert.Equal("estimated at least 9 s in all, 300 MiB at most; 0 of 3 reused", lines[12]);
    }

    [Fact]
    public async Task WriteAsync_RateIsKnown_HasAColumnOfMoneyAndItsSum()
    {
        var plan = SamplePlan.Of("axes: {styleWeight: [1, 2]}");

        var lines = await SamplePlan.TableAsync(plan, new WorkRate { PerHour = 3600, Currency = "EUR", Workers = 2 });

        Assert.EndsWith("MiB     EUR  styleWeight", lines[4], StringComparison.Ordinal);
        Assert.EndsWith("0.5  100  0.5000  1", lines[5], StringComparison.Ordinal);
        Assert.Equal("estimated 2 s in all with 2 workers, 101 MiB at most, 2.00 EUR at 3600.00 EUR an hour; 0 of 2 reused", lines[8]);
    }

    [Fact]
    public async Task WriteAsync_OneSetting_HasOnlyCosts()
    {
        var lines = await SamplePlan.TableAsync(SamplePlan.Of(string.Empty));

        Assert.EndsWith("seconds  MiB", lines[3], StringComparison.Ordinal);
    }

    [Fact]
    public async Task WriteAsync_LongValue_IsShortened()
    {
        var plan = SamplePlan.Of("axes:\n  styleLayers: prefixes(relu1_1, relu1_2, relu2_1, relu2_2, relu3_1, relu3_2, relu4_1, relu4_2, relu5_1)");

        var lines = await SamplePlan.TableAsync(plan);

        Assert.Contains(lines, line => line.EndsWith("...", StringComparison.Ordinal));
        Assert.All(lines.SkipWhile(line => line.Length > 0), line => Assert.InRange(line.Length, 0, 110));
    }

    [Fact]
    public async Task WriteAsync_Experiments_NamesThemAndShowsOnlyTheirParameters()
    {
        var plan = SamplePlan.Of("""
            experiments:
              - {name: heavy, parameters: {styleWeight: 5000}}
              - {name: small, parameters: {imageSize: 128, init: noise}}
            """);

        var lines = await SamplePlan.TableAsync(plan);

        var header = Assert.Single(lines, line => line.StartsWith("trial ", StringComparison.Ordinal));
        Assert.EndsWith("MiB  experiment  imageSize  styleWeight  init", System.Text.RegularExpressions.Regex.Replace(header, " {2,}", "  "), StringComparison.Ordinal);
        Assert.Contains(lines, line => line.Contains("heavy", StringComparison.Ordinal) && line.Contains("5e3", StringComparison.Ordinal));
    }

    [Fact]
    public async Task WriteAsync_ExperimentWithTwoChanges_IsNamedAsConfounded()
    {
        var plan = SamplePlan.Of("""
            experiments:
              - {name: base}
              - {name: both, parameters: {styleWeight: 5, init: gray}}
              - {name: one, parameters: {styleWeight: 5}}
              - {name: again, parameters: {styleWeight: 5}}
            """);

        var lines = await SamplePlan.TableAsync(plan);

        // What is one trial is said once, as such.
        Assert.Single(lines, line => line == "  one and the same trial: experiment one = again");
        var confounded = Assert.Single(lines, line => line.StartsWith("  confounded: ", StringComparison.Ordinal));
        Assert.EndsWith("styleWeight 5 (30), init gray (content)", confounded, StringComparison.Ordinal);
        Assert.Contains("both: styleWeight 5, init gray differs from the base, experiment 'base: base' in 2 factors", confounded, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WriteAsync_ExperimentsOfPresets_AreNamedInShort()
    {
        var plan = SamplePlan.Of("experiments:\n  - {name: one, preset: gatys}\n  - {name: other, preset: titu1994}\n  - {name: third}");

        var confounded = (await SamplePlan.TableAsync(plan)).Where(line => line.StartsWith("  confounded: ", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(confounded);
        Assert.All(confounded, line => Assert.InRange(line.Length, 0, 260));
    }
}
