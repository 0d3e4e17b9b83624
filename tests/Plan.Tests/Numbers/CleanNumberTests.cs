using NeuralStyle.Plan.Numbers;

namespace NeuralStyle.Plan.Tests.Numbers;

public sealed class CleanNumberTests
{
    [Theory]
    [InlineData(0.1 + 0.2, 0.3)]
    [InlineData(999.9999999999998, 1000)]
    [InlineData(1e-17, 0)]
    [InlineData(-0.30000000000000004, -0.3)]
    [InlineData(1.000001, 1.000001)]
    [InlineData(0, 0)]
    public void Of_Value_IsTheNumberMeant(double value, double expected) => Assert.Equal(expected, CleanNumber.Of(value, CleanNumber.Dust * Math.Max(1, Math.Abs(value)) / 10));

    [Theory]
    [InlineData(316.22776601683796, 0.01, 316.23)]
    [InlineData(464.15888, 0.2, 464)]
    [InlineData(1.0 / 3, 1e-3, 0.333)]
    [InlineData(1.0 / 3, 0, 1.0 / 3)]
    public void Of_Tolerance_DecidesTheDigits(double value, double tolerance, double expected) =>
        Assert.Equal(expected, CleanNumber.Of(value, tolerance));
}
