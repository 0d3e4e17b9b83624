using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Plan.Tests.Sweeps;

public sealed class CompositeAxisTests
{
    [Fact]
    public void Plan_ValuesSideBySide_VaryTogetherUnderOneLabel()
    {
        var plan = Sample.Plan(Sample.With("axes: {look: {styleWeight: [1, 10], init: [content, noise]}, imageSize: [64, 128]}"));

        Assert.Equal(["look", "imageSize"], plan.Axes.Select(axis => axis.Name));
        Assert.Equal(["styleWeight 1, init content", "styleWeight 10, init noise"], plan.Axes[0].Labels);
        Assert.Equal(["styleWeight", "init"], plan.Axes[0].Parameters);
        Assert.Equal(["imageSize"], plan.Axes[1].Parameters);
        Assert.Equal(
            [(1.0, InitMode.Content), (10.0, InitMode.Noise)],
            plan.Trials.Select(trial => (trial.Parameters.StyleWeight, trial.Parameters.Init)).Distinct().Order());
        Assert.Equal(4, plan.Cells.Count);
    }

    [Theory]
    [InlineData("look: {name: [soft, wild], styleWeight: [1, 10], init: [content, noise]}")]
    [InlineData("look: [{name: soft, styleWeight: 1, init: content}, {init: noise, name: wild, styleWeight: 10}]")]
    [InlineData("look: {values: [{name: soft, styleWeight: 1, init: content}, {name: wild, styleWeight: 10, init: noise}]}")]
    public void Plan_Names_StandBesideWhatIsExecuted(string axis) => Assert.Equal(
        ["soft: styleWeight 1, init content", "wild: styleWeight 10, init noise"],
        Assert.Single(Sample.Plan(Sample.With($"axes: {{{axis}}}")).Axes).Labels);

    [Fact]
    public void Plan_ColumnsInTheGrammarOfAxes_AreExpanded()
    {
        var plan = Sample.Plan(Sample.With("axes: {deep: {styleLayers: 'prefixes(relu1_1..relu3_1)', styleWeight: 1..100 log 3, iterations: [20, 20, 30]}}"));

        Assert.Equal(
            [
                "styleLayers relu1_1, styleWeight 1, iterations 20", "styleLayers relu1_1, relu2_1, styleWeight 10, iterations 20",
                "styleLayers relu1_1..relu3_1, styleWeight 100, iterations 30",
            ],
            plan.Axes[0].Labels);
    }

    [Fact]
    public void Plan_CompositeOfImagesAndTexts_ReadsEach()
    {
        var manifest = Sample.With("parameters: {init: image}\naxes: {start: [{initImage: a.jpg, scales: {64: 10}}, {initImage: c.jpg, scales: none}]}");

        var plan = Sample.Plan(manifest, "a.jpg", "b.jpg", "c.jpg");

        Assert.Equal(["initImage a.jpg, scales 64:10", "initImage c.jpg, scales none"], plan.Axes[0].Labels.Select(label => string.Join(", ", label.Split(", ").Order(StringComparer.Ordinal))));
        Assert.Equal(["a.jpg", "c.jpg"], plan.Trials.Select(trial => trial.OtherImages.Single().Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Plan_CompositeInTheGrid_IsLaidWhereItSays() => Assert.Equal(
        ["look"], Sample.Plan(Sample.With("axes: {look: {styleWeight: [1, 10], init: [content, noise]}, imageSize: [64, 128]}\ngrid: {rows: look}")).Grid.Rows);

    [Fact]
    public void Plan_JointDraw_IsOneAxisOfPointsWithinTheRanges()
    {
        var plan = Sample.Plan(Sample.With(
            "axes: {draw: {random: {count: 30, seed: 4}, styleWeight: 1..1e4 log, imageSize: {from: 64, to: 512}, init: [content, noise], styleLayers: 'prefixes(relu1_1..relu5_1)'}}"));

        Assert.Equal(30, Assert.Single(plan.Axes).Labels.Count);
        Assert.Equal(30, plan.Trials.Count);
        Assert.All(plan.Trials, trial => Assert.True(trial.Parameters is { StyleWeight: >= 1 and <= 1e4, ImageSize: >= 64 and <= 512 }));
        Assert.Equal(2, plan.Trials.Select(trial => trial.Parameters.Init).Distinct().Count());
        Assert.Equal(5, plan.Trials.Select(trial => trial.Parameters.StyleLayers).Distinct().Count());
    }

    [Fact]
    public void Plan_LongerDrawOrOneMoreParameter_KeepsWhatWasDrawn()
    {
        var draw = Labels("random: 5, styleWeight: 1..1e4 log, contentWeight: 0.1..10");

        Assert.Equal(draw, Labels("random: 9, styleWeight: 1..1e4 log, contentWeight: 0.1..10").Take(5));
        Assert.Equal(draw, Labels("random: 5, styleWeight: 1..1e4 log, contentWeight: 0.1..10, imageSize: 64..512").Select(label => label[..label.LastIndexOf(", ", StringComparison.Ordinal)]));
        Assert.NotEqual(draw, Labels("random: {count: 5, seed: 1}, styleWeight: 1..1e4 log, contentWeight: 0.1..10"));

        static IReadOnlyList<string> Labels(string axis) => Sample.Plan(Sample.With($"axes: {{draw: {{{axis}}}}}")).Axes[0].Labels;
    }

    [Fact]
    public void Parse_ConflictInAPoint_IsReportedAtItsValue()
    {
        var problem = Assert.Single(Sample.ProblemsWith("axes:\n  look:\n  - {styleWeight: 1, init: noise}\n  - {styleWeight: 2, init: image}"));

        Assert.Equal((6, 28, "axes.look[1].init"), (problem.Line, problem.Column, problem.Path));
        Assert.Contains("init image needs the image to start from", problem.Message, StringComparison.Ordinal);
    }
}
