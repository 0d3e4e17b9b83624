using NeuralStyle.Plan.Effects;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Plan.Tests.Effects;

public sealed class AxisNumbersTests
{
    [Theory]
    [InlineData("styleWeight", AxisSpacing.Log, "1", "10", "100")]
    [InlineData("styleWeight", AxisSpacing.Log, "100", "1", "10")]
    [InlineData("styleWeight", AxisSpacing.Log, "0.3", "3")]
    [InlineData("styleWeight", AxisSpacing.Linear, "1", "2")]
    [InlineData("styleWeight", AxisSpacing.Linear, "1", "2", "3")]
    [InlineData("styleWeight", AxisSpacing.Linear, "10", "11", "13.5")]
    [InlineData("styleWeight", AxisSpacing.Linear, "1", "2", "3", "7")]
    [InlineData("styleWeight", AxisSpacing.Log, "1", "2", "5", "10")]
    [InlineData("styleWeight", AxisSpacing.Log, "1", "3.162", "10")]
    [InlineData("tvWeight", AxisSpacing.Linear, "0", "1", "10")]
    [InlineData("imageSize", AxisSpacing.Log, "128", "256", "512")]
    [InlineData("styleWeight", AxisSpacing.Linear, "5")]
    [InlineData("seed", AxisSpacing.Categorical, "1", "2", "3")]
    [InlineData("init", AxisSpacing.Categorical, "content", "noise")]
    [InlineData("styleLayers", AxisSpacing.Categorical, "relu1_1", "relu2_1")]
    [InlineData("content", AxisSpacing.Categorical, "1", "2")]
    [InlineData("experiment", AxisSpacing.Categorical, "1", "2")]
    public void Of_Axis_HasItsSpacing(string name, AxisSpacing expected, params string[] labels)
    {
        var numbers = AxisNumbers.Of(new PlannedAxis(name, labels));

        Assert.Equal(expected, numbers.Spacing);
        Assert.Equal(expected == AxisSpacing.Categorical ? 0 : labels.Length, numbers.Values.Count);
    }

    [Fact]
    public void Of_ValuesDrawnOverDecades_AreSpacedByRatio() =>
        Assert.Equal(AxisSpacing.Log, AxisNumbers.Of([1.2, 35, 37, 410, 900, 7700]).Spacing);

    [Fact]
    public void Of_AxisOfSeveralParametersUnderTheNameOfOne_IsCategorical() =>
        Assert.Equal(AxisSpacing.Categorical, AxisNumbers.Of(new PlannedAxis("styleWeight", ["1", "2"]) { Parameters = ["styleWeight", "init"] }).Spacing);

    [Fact]
    public void Of_Numbers_KeepsTheOrderOfTheAxis() =>
        Assert.Equal([100, 1, 10], AxisNumbers.Of(new PlannedAxis("styleWeight", ["100", "1", "10"])).Values);
}
