using NeuralStyle.Plan.Manifests;
using NeuralStyle.Plan.Sheets;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Plan.Tests.Sweeps;

public sealed class SweepConditionsTests
{
    private const string Axes = "axes: {init: [content, noise, gray], styleWeight: [1, 10, 100]}\n";

    [Theory]
    [InlineData("skip: [{init: noise, styleWeight: 10}]", "content 1|content 10|content 100|noise 1|noise 100|gray 1|gray 10|gray 100")]
    [InlineData("skip: {init: noise}", "content 1|content 10|content 100|gray 1|gray 10|gray 100")]
    [InlineData("skip: [{when: {init: noise}}]", "content 1|content 10|content 100|gray 1|gray 10|gray 100")]
    [InlineData("skip: [{init: noise}, {styleWeight: 1}]", "content 10|content 100|gray 10|gray 100")]
    [InlineData("skip: [{init: [noise, gray], styleWeight: '> 1'}]", "content 1|content 10|content 100|noise 1|gray 1")]
    [InlineData("skip: [{init: 'noise, gray', styleWeight: '>= 10'}]", "content 1|content 10|content 100|noise 1|gray 1")]
    [InlineData("skip: [{styleWeight: '< 100'}]", "content 100|noise 100|gray 100")]
    [InlineData("skip: [{styleWeight: '<= 10'}]", "content 100|noise 100|gray 100")]
    [InlineData("skip: [{styleWeight: '!= 10'}]", "content 10|noise 10|gray 10")]
    [InlineData("skip: [{styleWeight: 5..100}]", "content 1|noise 1|gray 1")]
    [InlineData("skip: [{styleWeight: [1, '> 50']}]", "content 10|noise 10|gray 10")]
    [InlineData("skip: [{init: '!= content'}]", "content 1|content 10|content 100")]
    [InlineData("skip: [{init: noise, contentWeight: 1, content: 'a.*', style: b.jpg}]", "content 1|content 10|content 100|gray 1|gray 10|gray 100")]
    public void Plan_Skip_LeavesOutWhatARuleHoldsOf(string lines, string expected) => Assert.Equal(expected, Shown(Axes + lines));

    [Theory]
    [InlineData("styleWeight: {values: [1, 10, 100], when: {init: content}}", "content 1|content 10|content 100|noise 1|gray 1")]
    [InlineData("styleWeight: {values: '1, 10, 100', when: {init: '!= content'}}", "content 1|noise 1|noise 10|noise 100|gray 1|gray 10|gray 100")]
    [InlineData("styleWeight: {random: 2, of: [1, 10], when: {init: noise}}", "content 1|noise 1|noise 10|gray 1")]
    public void Plan_AxisWithWhen_StaysAtItsFirstValueElsewhere(string axis, string expected) =>
        Assert.Equal(expected, Shown($"axes:\n  init: [content, noise, gray]\n  {axis}"));

    [Fact]
    public void Plan_CompositeWithWhen_StaysAtItsFirstPointElsewhere() => Assert.Equal(
        "lbfgs lineSearch fixed, historySize 10|lbfgs lineSearch strong-wolfe, historySize 20|adam lineSearch fixed, historySize 10",
        Shown("axes:\n  optimizer: [lbfgs, adam]\n  search: {lineSearch: [fixed, strong-wolfe], historySize: [10, 20], when: {optimizer: lbfgs}}"));

    [Fact]
    public void Plan_ExperimentWithWhen_IsOnlyThere() => Assert.Equal(
        "1 a: base|1 b: init noise|10 a: base",
        Shown("axes: {styleWeight: [1, 10]}\nexperiments: [{name: a}, {name: b, parameters: {init: noise}, when: {styleWeight: '< 5'}}]"));

    [Theory]
    [InlineData("skip: [{experiment: b, styleWeight: 1}]", "1 a: base|10 a: base|10 b: init noise")]
    [InlineData("skip: [{experiment: '*', styleWeight: 1}]", "10 a: base|10 b: init noise")]
    public void Plan_SkipOfExperiments_IsByName(string lines, string expected) => Assert.Equal(
        expected, Shown($"axes: {{styleWeight: [1, 10]}}\nexperiments: [{{name: a}}, {{name: b, parameters: {{init: noise}}}}]\n{lines}"));

    [Fact]
    public void Plan_SkipOfPoints_IsByName() => Assert.Equal(
        "soft: styleWeight 1 content|soft: styleWeight 1 noise|wild: styleWeight 10 noise",
        Shown("axes: {look: {name: [soft, wild], styleWeight: [1, 10]}, init: [content, noise]}\nskip: [{look: wild, init: content}]"));

    [Fact]
    public void Plan_SkipOfImages_IsByNameOrGlob()
    {
        var manifest = Sample.Parse("content: '*.jpg'\nstyle: [1.png, 2.png]\nskip: [{content: 'a*', style: 2.png}, {content: b.jpg, style: '?.png'}]");

        var plan = Sample.Plan(manifest, "a.jpg", "b.jpg", "c.jpg", "1.png", "2.png");

        Assert.Equal(["a.jpg 1.png", "c.jpg 1.png", "c.jpg 2.png"], Labels(plan));
    }

    [Fact]
    public void Plan_SkippedCombination_IsAHoleInTheGrid()
    {
        var page = Assert.Single(GridPages.Of(Sample.Plan(Sample.With(Axes + "grid: {rows: init, columns: styleWeight}\nskip: [{init: noise, styleWeight: 10}]"))));

        Assert.Null(page.TrialIds[1][1]);
        Assert.Equal(8, page.TrialIds.Sum(row => row.Count(id => id is not null)));
    }

    /// <summary>The limit is of the trials that are run.</summary>
    [Fact]
    public void Plan_LargeProductOfWhichFewAreLeft_IsAllowed() => Assert.Equal(
        256, Sample.Plan(Sample.With("axes: {styleWeight: 1..256 step 1, contentWeight: 1..256 step 1}\nskip: [{contentWeight: '> 1'}]")).Cells.Count);

    /// <summary>What would be wrong only where it is skipped is not wrong.</summary>
    [Theory]
    [InlineData("axes: {mode: [transfer, texture], init: [noise, content]}\nskip: [{mode: texture, init: content}]", 3)]
    [InlineData("parameters: {initImage: a.jpg}\naxes: {init: [noise, image], mode: {values: [transfer, texture], when: {init: image}}}", 3)]
    [InlineData("axes: {contentWeight: [0, 1], styleWeight: [0, 1]}\nskip: [{contentWeight: 0, styleWeight: 0}]", 3)]
    [InlineData("parameters: {init: noise}\naxes: {contentWeight: [0, 1]}\nexperiments: [{name: a}, {name: b, parameters: {styleWeight: 0}, when: {contentWeight: 1}}]", 3)]
    public void Plan_ContradictionThatIsSkipped_IsNone(string lines, int cells) => Assert.Equal(cells, Sample.Plan(Sample.With(lines)).Cells.Count);

    [Fact]
    public void Parse_ContradictionThatIsNotSkipped_IsReported() =>
        Assert.Contains("needs a content image", Assert.Single(Sample.ProblemsWith("axes: {mode: [transfer, texture], init: [noise, content], pooling: [max, average]}\nskip: [{mode: texture, init: content, pooling: max}]")).Message, StringComparison.Ordinal);

    [Fact]
    public void Plan_Conditions_AreInTheResolvedManifest()
    {
        const string Lines = Axes + "skip: [{init: [noise, '!= content'], styleWeight: ['> 5', 1]}]";
        var manifest = Sample.With(Lines);
        var inputs = Sample.Inputs(manifest);

        var text = ManifestWriter.Write(manifest, inputs, SweepPlanner.Plan(manifest, inputs));

        Assert.Contains("\"> 5\"", text, StringComparison.Ordinal);
        Assert.Equal(Shown(Lines), Shown(text));
    }

    private static string Shown(string lines) =>
        string.Join('|', Labels(Sample.Plan(lines.StartsWith('{') ? Sample.Parse(lines) : Sample.With(lines))));

    private static IEnumerable<string> Labels(SweepPlan plan) =>
        plan.Cells.Select(cell => string.Join(' ', plan.Axes.Zip(cell.Coordinates, (axis, value) => axis.Labels[value])));
}
