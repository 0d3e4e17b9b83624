using NeuralStyle.Engine.Stylization;

namespace NeuralStyle.Engine.Tests.Stylization;

public sealed class NormalNoiseTests
{
    private const int Count = 200_000;

    private static readonly float[] Values = NormalNoise.Values(7, Count);

    [Fact]
    public void Values_Many_HaveTheMomentsOfANormalDistribution()
    {
        // Five standard errors: 1 / sqrt(n) of the mean, sqrt(2 / n), sqrt(6 / n) and sqrt(24 / n) of the second to fourth.
        Assert.InRange(Moment(1), -5 / Math.Sqrt(Count), 5 / Math.Sqrt(Count));
        Assert.InRange(Moment(2), 1 - (5 * Math.Sqrt(2.0 / Count)), 1 + (5 * Math.Sqrt(2.0 / Count)));
        Assert.InRange(Moment(3), -5 * Math.Sqrt(15.0 / Count), 5 * Math.Sqrt(15.0 / Count));
        Assert.InRange(Moment(4), 3 - (5 * Math.Sqrt(96.0 / Count)), 3 + (5 * Math.Sqrt(96.0 / Count)));
    }

    [Theory]
    [InlineData(-1.0, 0.158655)]
    [InlineData(0.0, 0.5)]
    [InlineData(0.5, 0.691462)]
    [InlineData(2.0, 0.977250)]
    public void Values_Many_HaveTheShareBelowOfANormalDistribution(double bound, double share) =>
        Assert.InRange(Values.Count(value => value < bound) / (double)Count, share - 0.005, share + 0.005);

    [Fact]
    public void Values_Neighbors_AreUncorrelated() =>
        Assert.InRange(Enumerable.Range(0, Count - 1).Average(i => Values[i] * Values[i + 1]), -5 / Math.Sqrt(Count), 5 / Math.Sqrt(Count));

    [Fact]
    public void Values_Fewer_AreTheFirstOfMore() => Assert.Equal(Values[..7], NormalNoise.Values(7, 7));

    [Fact]
    public void Values_OtherSeed_AreOthers() => Assert.NotEqual(Values[..7], NormalNoise.Values(8, 7));

    [Fact]
    public void Values_KnownSeed_AreTheseOnEveryMachine() => Assert.Equal(
        [-1121257175, -1103398559, 1063280919, 1043970469],
        NormalNoise.Values(7, 4).Select(BitConverter.SingleToInt32Bits));

    [Theory]
    [InlineData(1e-30)]
    [InlineData(0.1)]
    [InlineData(0.4999)]
    [InlineData(0.70710678118654757)]
    [InlineData(0.9999999)]
    [InlineData(3.5)]
    public void Logarithm_PositiveNumber_IsThatOfTheMathematicsLibrary(double value) =>
        Assert.Equal(Math.Log(value), NormalNoise.Logarithm(value), Math.Abs(Math.Log(value)) * 1e-15 + 1e-22);

    private static double Moment(int power) => Values.Average(value => Math.Pow(value, power));
}
