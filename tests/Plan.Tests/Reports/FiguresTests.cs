using NeuralStyle.Plan.Reports;

namespace NeuralStyle.Plan.Tests.Reports;

public sealed class FiguresTests
{
    [Theory]
    [InlineData(2, 1, "-50.0 %")]
    [InlineData(1, 3, "+200.0 %")]
    [InlineData(1, 10, "+900.0 %")]
    [InlineData(1, 54.7, "× 54.7")]
    [InlineData(6.111e-12, 0.003343, "× 5.47e8")]
    [InlineData(0, 1, "–")]
    [InlineData(1, double.NaN, "–")]
    [InlineData(1, 1, "0 %")]
    public void Change_OfALoss_IsAPercentageOrAFactorThatCanBeRead(double first, double last, string expected) =>
        Assert.Equal(expected, Figures.Change(first, last));
}
