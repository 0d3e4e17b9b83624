using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Sweeps;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Plan.Tests.Sweeps;

public sealed class SharedTrialTests
{
    [Fact]
    public void Of_ParameterWithoutInfluence_NamesTheCellsThatAreOneTrial()
    {
        var plan = Sample.Plan(Sample.With("axes: {optimizer: [lbfgs, adam], historySize: [10, 20, 30]}"));

        var shared = Assert.Single(SharedTrial.Of(plan));

        Assert.Equal(4, plan.Trials.Count);
        Assert.Equal("historySize 10 = historySize 20 = historySize 30 (optimizer adam)", shared.ToString());
        Assert.Equal(["same as historySize 20", "same as historySize 10", "same as historySize 10"], shared.Cells.Select(shared.SameAs));
    }

    [Fact]
    public void Of_EqualExperiments_NamesThem() => Assert.Equal(
        "experiment 01: styleWeight 3 = experiment 02: styleWeight 3",
        Assert.Single(SharedTrial.Of(Sample.Plan(Sample.With(
            "experiments: [{name: '01', parameters: {styleWeight: 3}}, {name: '02', parameters: {styleWeight: 3}}, {name: '03'}]")))).ToString());

    [Theory]
    // By the names alone, and no places where it is so in all of them.
    [InlineData("axes: {init: [content, gray]}", "experiment 01 = 02 = 04", "")]
    // In one place there is nothing to tell apart.
    [InlineData("axes: {init: [content, gray]}", "experiment 01 = 02 = 04 (init gray)", "skip: [{init: content, experiment: ['02', '04']}]")]
    [InlineData("axes: {init: [content, gray, paper]}", "experiment 01 = 02 = 04 (init content; init gray)", "skip: [{init: paper, experiment: ['02', '04']}]")]
    public void TextsOf_EqualExperiments_NamesThemAndWhere(string axes, string expected, string skip) => Assert.Equal(
        [expected],
        SharedTrial.TextsOf(Sample.Plan(Sample.With(
            $$$"""
            {{{axes}}}
            experiments:
            - {name: '01', parameters: {styleWeight: 3, tvWeight: 1, styleLayers: relu1_1}}
            - {name: '02', parameters: {styleWeight: 3, tvWeight: 1, styleLayers: relu1_1}}
            - {name: '03'}
            - {name: '04', parameters: {styleWeight: 3, tvWeight: 1, styleLayers: relu1_1}}
            {{{skip}}}
            """))));

    [Fact]
    public void TextsOf_ParameterWithoutInfluence_SaysWhere() => Assert.Equal(
        ["historySize 10 = 20 = 30 (optimizer adam)"],
        SharedTrial.TextsOf(Sample.Plan(Sample.With("axes: {optimizer: [lbfgs, adam], historySize: [10, 20, 30]}"))));

    [Fact]
    public void Of_DifferentSettings_IsEmpty() => Assert.Empty(SharedTrial.Of(Sample.Plan(Sample.Parse(Sample.Text))));

    /// <summary>Each pair of settings that differs in nothing with influence is one trial, each other pair two.</summary>
    [Theory]
    [InlineData("axes: {optimizer: [lbfgs, adam], lineSearch: [fixed, strong-wolfe]}", 3)]
    [InlineData("axes: {optimizer: [lbfgs, adam], beta1: [0.8, 0.9], epsilon: [1e-8, 1e-6]}", 5)]
    [InlineData("axes: {init: [content, noise, gray], seed: [1, 2, 3]}", 5)]
    [InlineData("axes: {tvWeight: [0, 1], tvConvention: [mean-square, titu1994], tvSchedule: [constant, '0%:0, 50%:1']}", 5)]
    [InlineData("axes: {contentWeight: [0, 1], contentLayers: [relu4_2, relu3_2]}", 3)]
    [InlineData("axes: {styleWeight: [0, 1], styleLayers: [relu4_2, relu3_2], styleScale: [0.5, 1]}", 5)]
    [InlineData("axes: {mode: [texture, reconstruction], contentWeight: [1, 2], styleWeight: [1, 2]}\nparameters: {init: noise}", 4)]
    [InlineData("axes: {imageSize: [64, 256], scales: [none, '128:10']}", 3)]
    [InlineData("axes: {outputFormat: [png, jpeg], jpegQuality: [50, 95]}", 3)]
    public void Plan_ValuesWithoutInfluence_MakeNoTrials(string lines, int trials) =>
        Assert.Equal(trials, Sample.Plan(Sample.With(lines)).Trials.Count);

    /// <summary>Trials of settings where nothing is idle keep the ids that they had: finished ones stay finished.</summary>
    [Fact]
    public void Plan_SettingWithoutIdleValues_KeepsItsId()
    {
        foreach (var lines in (string[])["", "parameters: {init: noise, seed: 7}", "parameters: {optimizer: adam, beta1: 0.5}", "preset: crowsonkb\nparameters: {tvWeight: 1}"])
        {
            var trial = Assert.Single(Sample.Plan(Sample.With(lines)).Trials);
            var manifest = Sample.With(lines);
            var resolved = ParameterResolver.Resolve(manifest.Base, NetworkName.Vgg19Mini);
            Assert.Equal(TrialId.Of(resolved, trial.Content, trial.Style, trial.Weights), trial.Id);
        }
    }
}
