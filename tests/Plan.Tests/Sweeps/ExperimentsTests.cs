using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Presets;

namespace NeuralStyle.Plan.Tests.Sweeps;

public sealed class ExperimentsTests
{
    [Fact]
    public void Plan_ExperimentWithPreset_BeginsFromItUnderTheManifestsParameters()
    {
        var plan = Sample.Plan(Sample.With("parameters: {imageSize: 64}\nexperiments: [{name: own}, {name: theirs, preset: gatys, parameters: {iterations: 9}}]"));

        var theirs = plan.Trials.Single(trial => trial.Id == plan.Cells[1].TrialId).Parameters;
        var alone = ParameterResolver.Resolve(
            PresetCatalog.Find("gatys")!.Parameters.With(ParameterCatalog.ImageSize, 64L).With(ParameterCatalog.Iterations, 9L), NetworkName.Vgg19Mini);
        Assert.Equal(NeutralValues.WithoutIdle(alone), theirs);
        Assert.Equal(200, plan.Trials.Single(trial => trial.Id == plan.Cells[0].TrialId).Parameters.Iterations);
    }

    /// <summary>What a preset says is not what the manifest's preset left: an axis wins over both.</summary>
    [Fact]
    public void Plan_AxisOverExperimentsWithPresets_Wins()
    {
        var plan = Sample.Plan(Sample.With("axes: {styleWeight: [3, 4]}\nexperiments: [{name: a, preset: gatys}, {name: b, preset: johnson-like}]".Replace("johnson-like", "titu1994", StringComparison.Ordinal)));

        Assert.Equal([3.0, 3, 4, 4], plan.Cells.Select(cell => plan.Trials.Single(trial => trial.Id == cell.TrialId).Parameters.StyleWeight));
        Assert.DoesNotContain("styleWeight", plan.Axes[1].Labels[0], StringComparison.Ordinal);
        Assert.Contains("convention", plan.Axes[1].Parameters);
    }

    [Theory]
    [InlineData("{name: a, preset: gatys}", "a: imageSize 512, iterations 500, contentLayers conv4_2, styleLayers conv1_1..conv5_1, styleWeight 1e3, ...")]
    [InlineData("{name: a, preset: gatys, label: [convention, optimizer]}", "a: convention gatys, optimizer lbfgs, ...")]
    [InlineData("{name: a, preset: default}", "a: base")]
    [InlineData("{name: a, parameters: {styleWeight: 3, init: gray}}", "a: styleWeight 3, init gray")]
    [InlineData("{name: a, parameters: {styleWeight: 3, init: gray}, label: init}", "a: init gray, ...")]
    [InlineData("{name: a, parameters: {styleWeight: 3, init: gray}, label: 'init, styleWeight, imageSize'}", "a: init gray, styleWeight 3, imageSize 256")]
    [InlineData("{name: a, parameters: {optimizer: adam}}", "a: optimizer adam")]
    [InlineData("{name: a, content: b.jpg, style: a.jpg, parameters: {init: gray}}", "a: content b.jpg, style a.jpg, init gray")]
    public void Plan_LabelOfAnExperiment_SaysWhatItChanges(string experiment, string expected) =>
        Assert.Equal(expected, Assert.Single(Assert.Single(Sample.Plan(Sample.With($"experiments: [{experiment}]")).Axes).Labels));

    [Fact]
    public void Plan_ExperimentWithImages_HasThem()
    {
        var manifest = Sample.With("experiments: [{name: plain}, {name: other, content: c.jpg}, {name: swapped, content: b.jpg, style: a.jpg}]");
        var plan = Sample.Plan(manifest, "a.jpg", "b.jpg", "c.jpg");

        Assert.Equal(
            [("a.jpg", "b.jpg"), ("c.jpg", "b.jpg"), ("b.jpg", "a.jpg")],
            plan.Cells.Select(cell => plan.Trials.Single(trial => trial.Id == cell.TrialId)).Select(trial => (trial.Content.Name, trial.Style.Name)));
        Assert.Equal(["content", "style"], plan.Axes[0].Parameters);
    }

    [Fact]
    public void Plan_EachExperimentWithItsImages_NeedsNoneAbove()
    {
        var manifest = Sample.Parse("experiments: [{name: one, content: a.jpg, style: b.jpg}, {name: two, content: b.jpg, style: a.jpg}]");

        Assert.Equal(2, Sample.Plan(manifest, "a.jpg", "b.jpg").Trials.Count);
    }

    [Theory]
    [InlineData("content: [a.jpg, c.jpg]\nstyle: b.jpg\nexperiments: [{name: x, content: b.jpg}]", "experiments[0].content", "the manifest has 2 content images for every experiment")]
    [InlineData("content: a.jpg\nstyle: '*.jpg'\nexperiments: [{name: x, style: b.jpg}]", "experiments[0].style", "the manifest has 3 style images for every experiment")]
    [InlineData("content: a.jpg\nexperiments: [{name: x, style: b.jpg}, {name: y}]", "style", "'style' is missing")]
    public void Plan_ImagesOfExperimentsWhereTheyVary_AreRefused(string text, string path, string message)
    {
        var problem = Assert.Single(Assert.Throws<Plan.Manifests.ManifestException>(() => Sample.Plan(Sample.Parse(text), "a.jpg", "b.jpg", "c.jpg")).Problems);

        Assert.Equal(path, problem.Path);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }
}
