using NeuralStyle.Plan.Sweeps;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Plan.Tests.Sweeps;

public sealed class RunOrderTests
{
    /// <summary>Along each of these axes trials need other targets: it is changed as often as it has values, whatever its place among the axes.</summary>
    [Theory]
    [InlineData("axes: {styleWeight: [1, 2, 3], styleScale: [0.5, 1]}", 1)]
    [InlineData("axes: {styleWeight: [1, 2, 3], color: [style, coral]}", 1)]
    [InlineData("axes: {styleWeight: [1, 2, 3], convention: [relative, crowsonkb, gatys]}", 1)]
    [InlineData("axes: {styleWeight: [1, 2, 3], precision: [float32, bfloat16]}", 1)]
    [InlineData("axes: {styleWeight: [1, 2, 3], scales: [none, '64:10']}", 1)]
    [InlineData("axes: {styleWeight: [1, 2, 3], styleLayers: [relu1_1, relu2_1, relu3_1]}", 2)]
    [InlineData("axes: {styleWeight: [1, 2, 3], contentLayers: [relu1_1, relu2_1]}", 1)]
    public void Plan_WhatTargetsDependOn_ChangesAsSeldomAsItCan(string lines, int switches)
    {
        var plan = Sample.Plan(Sample.With(lines));

        Assert.Equal(switches, plan.Trials.Zip(plan.Trials.Skip(1)).Count(pair => Targets(pair.First) != Targets(pair.Second)));
    }

    [Fact]
    public void Plan_CostlierChange_IsTheSlower()
    {
        var plan = Sample.Plan(Sample.With("axes: {styleLayers: [relu1_1, relu2_1], styleScale: [0.5, 1], pooling: [max, average], imageSize: [64, 128], network: [vgg19, vgg19-mini]}"));

        Assert.Equal([1, 3, 7, 15, 31],
        [
            Switches(plan, trial => trial.Parameters.Network),
            Switches(plan, trial => trial.Parameters.ImageSize),
            Switches(plan, trial => trial.Parameters.Pooling),
            Switches(plan, trial => trial.Parameters.StyleScale),
            Switches(plan, trial => trial.Parameters.StyleLayers),
        ]);
    }

    [Fact]
    public void Plan_WithoutSwitches_KeepsTheOrderOfTheCells()
    {
        var plan = Sample.Plan(Sample.With("axes: {styleWeight: [3, 1, 2], tvWeight: [1, 0]}"));

        Assert.Equal(plan.Cells.Select(cell => cell.TrialId), plan.Trials.Select(trial => trial.Id));
    }

    private static int Switches<T>(SweepPlan plan, Func<Trial, T> key) =>
        plan.Trials.Zip(plan.Trials.Skip(1)).Count(pair => !Equals(key(pair.First), key(pair.Second)));

    private static string Targets(Trial trial) => string.Join(
        ' ',
        trial.Parameters.StyleScale,
        trial.Parameters.Color,
        trial.Parameters.StyleLoss == Plan.Parameters.StyleLossKind.Crowsonkb,
        trial.Parameters.Precision,
        trial.Parameters.Scales,
        trial.Parameters.StyleLayers,
        trial.Parameters.ContentLayers);
}
