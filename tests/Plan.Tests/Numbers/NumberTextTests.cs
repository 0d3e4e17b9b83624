using FsCheck.Fluent;
using NeuralStyle.Plan.Numbers;

namespace NeuralStyle.Plan.Tests.Numbers;

public sealed class NumberTextTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(-0.0, "0")]
    [InlineData(1, "1")]
    [InlineData(100, "100")]
    [InlineData(300, "300")]
    [InlineData(1000, "1e3")]
    [InlineData(1500, "1500")]
    [InlineData(10000, "1e4")]
    [InlineData(123456, "123456")]
    [InlineData(0.05, "0.05")]
    [InlineData(0.001, "1e-3")]
    [InlineData(0.015, "0.015")]
    [InlineData(8.5e-5, "8.5e-5")]
    [InlineData(1e300, "1e300")]
    [InlineData(0.1, "0.1")]
    [InlineData(2.5, "2.5")]
    [InlineData(-12.5, "-12.5")]
    [InlineData(316.22776601683796, "316.22776601683796")]
    [InlineData(double.MaxValue, "1.7976931348623157e308")]
    [InlineData(5e-324, "5e-324")]
    public void Format_Number_IsTheShorterForm(double value, string expected) => Assert.Equal(expected, NumberText.Format(value));

    [Fact]
    public void Format_AnyFiniteNumber_ReadsBackAsTheSameValue() =>
        Prop.ForAll<double>(value => !double.IsFinite(value) || (NumberText.TryParse(NumberText.Format(value), out var back) && back.Equals(value == 0 ? 0 : value)))
            .Holds();

    [Theory]
    [InlineData("")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("-Infinity")]
    [InlineData("1e999")]
    [InlineData("1,5")]
    [InlineData("0x10")]
    [InlineData("1_000")]
    [InlineData("1e")]
    public void TryParse_NotAFiniteNumber_IsFalse(string text) => Assert.False(NumberText.TryParse(text, out _));

    [Theory]
    [InlineData("1e4", 10000)]
    [InlineData("+1.5E-2", 0.015)]
    [InlineData(".5", 0.5)]
    public void TryParse_Number_IsItsValue(string text, double expected)
    {
        Assert.True(NumberText.TryParse(text, out var value));
        Assert.Equal(expected, value);
    }
}
