using NeuralStyle.Plan.Effects.Confounding;
using NeuralStyle.Plan.Manifests;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Plan.Tests.Effects.Confounding;

public sealed class SweepConfoundingTests
{
    private static readonly Dictionary<string, TrialRecord> NoRecords = [];

    [Fact]
    public void Of_GridOfSingleParameters_HasNoWarning() => Assert.Empty(Warnings(MeasuredSweep.Plan(MeasuredSweep.TwoByTwo)));

    [Fact]
    public void Of_OptimizerAxis_NamesWhatFollowsTheOptimizer()
    {
        var warning = Assert.Single(Warnings(MeasuredSweep.Plan("axes:\n  optimizer: [lbfgs, adam]\n  styleWeight: [1, 10]\n")));

        Assert.Equal((ConfoundingKind.AxisChangesSeveral, "optimizer"), (warning.Kind, warning.Settings.Single()));
        Assert.Equal(["optimizer", "learningRate", "clamp"], warning.Factors);
    }

    [Fact]
    public void Of_ParameterWithoutPart_IsNoDifference()
    {
        // Whatever Adam's line search says, it has none: not in what was executed either.
        var plan = MeasuredSweep.Plan("parameters: {optimizer: adam}\naxes: {init: [content, gray]}");
        var records = MeasuredSweep.Records(plan, _ => 1).ToDictionary(record => record.TrialId);
        var second = plan.Cells[1].TrialId;
        records[second] = records[second] with { Parameters = records[second].Parameters with { LineSearch = LineSearchKind.StrongWolfe, Seed = 9 } };

        Assert.Empty(SweepConfounding.Of(plan, records));
    }

    [Fact]
    public void Of_ExperimentsWithABase_NamesThoseWithMoreThanOneChange()
    {
        var warnings = Warnings(MeasuredSweep.Plan("""
            experiments:
              - {name: both, parameters: {styleWeight: 3, init: gray}}
              - {name: base}
              - {name: one, parameters: {styleWeight: 3}}
            """));

        var warning = Assert.Single(warnings);
        Assert.Equal((ConfoundingKind.SeveralFactors, "both: styleWeight 3, init gray"), (warning.Kind, warning.Settings.Single()));
        Assert.Equal(["styleWeight", "init"], warning.Factors);
        Assert.Contains("base, experiment 'base: base'", warning.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_ExperimentsWithoutABase_ComparesWithTheMostCentral()
    {
        // The second differs from each of the others in one thing, the others from each other in two.
        var warnings = Warnings(MeasuredSweep.Plan("""
            experiments:
              - {name: left, parameters: {styleWeight: 3, init: gray}}
              - {name: middle, parameters: {styleWeight: 3, init: noise}}
              - {name: right, parameters: {styleWeight: 9, init: noise}}
            """));

        Assert.Empty(warnings);
    }

    [Fact]
    public void Of_ExperimentsOverAnotherAxis_AreNamedOnce()
    {
        var warnings = Warnings(MeasuredSweep.Plan("""
            axes: {contentWeight: [1, 2, 3]}
            experiments:
              - {name: both, parameters: {styleWeight: 3, init: gray}}
              - {name: base}
            """));

        Assert.Single(warnings);
    }

    [Fact]
    public void Of_ExperimentsThatAreTheSame_NamesThem()
    {
        var warnings = Warnings(MeasuredSweep.Plan("""
            experiments:
              - {name: one, parameters: {styleWeight: 3}}
              - {name: other, parameters: {styleWeight: 3}}
              - {name: third, parameters: {styleWeight: 4}}
            """));

        var same = Assert.Single(warnings);
        Assert.Equal(ConfoundingKind.SameSetting, same.Kind);
        Assert.Equal(["experiment one: styleWeight 3", "experiment other: styleWeight 3"], same.Settings);
    }

    [Fact]
    public void Of_LongNamesThatAreTheSame_KeepTheirQuotes()
    {
        var name = new string('n', 59);
        var warnings = Warnings(MeasuredSweep.Plan($"experiments: [{{name: a{name}, parameters: {{styleWeight: 3}}}}, {{name: b{name}, parameters: {{styleWeight: 3}}}}]"));

        var text = Assert.Single(warnings, warning => warning.Kind == ConfoundingKind.SameSetting).Text;
        Assert.StartsWith("'experiment annn", text, StringComparison.Ordinal);
        Assert.Contains("nnn...', 'experiment bnnn", text, StringComparison.Ordinal);
        Assert.Contains("nnn...' are one and the same setting", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_AxisOfSeveralParameters_NamesThem()
    {
        var warning = Assert.Single(Warnings(MeasuredSweep.Plan("axes: {look: {styleWeight: [1, 10], tvWeight: [1, 2]}}")));

        Assert.Equal((ConfoundingKind.AxisChangesSeveral, "look"), (warning.Kind, warning.Settings.Single()));
        Assert.Equal(["styleWeight", "tvWeight"], warning.Factors);
    }

    [Fact]
    public void Of_SkipThatLeavesOnlyTheDiagonal_NamesTheAxesThatMoveTogether()
    {
        var warnings = Warnings(MeasuredSweep.Plan(
            "axes:\n  styleWeight: [1, 10]\n  init: [content, noise]\nskip: [{init: noise, styleWeight: 1}, {init: content, styleWeight: 10}]\n"));

        Assert.Equal(2, warnings.Count);
        Assert.All(warnings, warning => Assert.Equal(ConfoundingKind.NeverAlone, warning.Kind));
    }

    [Fact]
    public void Of_AxesThatOnlyChangeTogether_NamesBoth()
    {
        var plan = MeasuredSweep.Plan(MeasuredSweep.TwoByTwo);
        var diagonal = plan with { Cells = [.. plan.Cells.Where(cell => cell.Coordinates[0] == cell.Coordinates[1])] };

        var warnings = Warnings(diagonal);

        Assert.Equal([ConfoundingKind.NeverAlone, ConfoundingKind.NeverAlone], warnings.Select(warning => warning.Kind));
        Assert.Equal(["styleWeight", "init"], warnings.Select(warning => warning.Settings.Single()));
        Assert.Equal(["init", "styleWeight"], warnings.Select(warning => warning.Factors.Single()));
    }

    [Fact]
    public void Of_Records_CountsWhatWasExecutedAndNotWhatWasPlanned()
    {
        var plan = MeasuredSweep.Plan("axes: {styleWeight: [1, 10]}");
        var records = MeasuredSweep.Records(plan, _ => 1).ToDictionary(record => record.TrialId);
        var second = plan.Cells[1].TrialId;
        records[second] = records[second] with { Parameters = records[second].Parameters with { ImageSize = 512 } };

        var warning = Assert.Single(SweepConfounding.Of(plan, records));

        Assert.Equal(["imageSize", "styleWeight"], warning.Factors);
    }

    /// <summary>
    /// The study of dlai-team5 as our own sweep: what its section in the reference and its 26 parameter files say of it. With one content
    /// image for all, 20, 21 and 23, which differed in a portrait's proportions, are one setting too.
    /// </summary>
    [Fact]
    public void Of_DlaiTeam5Sample_NamesTheRunsThatItsFilesConfound()
    {
        var text = Repository.Read("samples/dlai-team5.yaml");
        var warnings = Warnings(Sample.Plan(ManifestParser.Parse(text, "dlai-team5.yaml"), "harbor.png", "impasto.png"));

        Assert.Equal(
            [["01", "02"], ["20", "21", "23"]],
            warnings.Where(warning => warning.Kind == ConfoundingKind.SameSetting)
                .Select(warning => warning.Settings.Select(name => name["experiment ".Length..][..2])).OrderBy(names => names.First()));
        Assert.Equal(
            ["01", "02", "03", "04", "05", "25", "26", "27"],
            warnings.Where(warning => warning.Kind == ConfoundingKind.SeveralFactors).Select(warning => warning.Settings.Single()[..2]));
        Assert.Equal(10, warnings.Count);
    }

    private static IReadOnlyList<ConfoundingWarning> Warnings(SweepPlan plan) => SweepConfounding.Of(plan, NoRecords);
}
