using NeuralStyle.Plan.Reports.Curves;

namespace NeuralStyle.Plan.Tests.Reports.Plots;

public sealed class LinearScaleTests
{
    [Theory]
    [InlineData(0, 100, "0 20 40 60 80 100")]
    [InlineData(-3.2, 97, "-20 0 20 40 60 80 100")]
    [InlineData(0.11, 0.29, "0 0.05 0.1 0.15 0.2 0.25 0.3")]
    [InlineData(-40, -7, "-40 -30 -20 -10 0")]
    [InlineData(0, 0, "0 0.2 0.4 0.6 0.8 1")]
    public void Covering_AnyRange_HasRoundTicksAndZero(double smallest, double largest, string expected)
    {
        var scale = LinearScale.Covering(smallest, largest);

        Assert.Equal(expected, string.Join(' ', scale.Ticks.Select(scale.LabelOf)));
        Assert.Equal((0, 1), (scale.Position(scale.Ticks[0]), scale.Position(scale.Ticks[^1])));
        Assert.InRange(scale.Position(smallest), 0, 1);
        Assert.InRange(scale.Position(largest), 0, 1);
    }
}
