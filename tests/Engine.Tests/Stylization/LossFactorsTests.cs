using NeuralStyle.Engine.Stylization;

namespace NeuralStyle.Engine.Tests.Stylization;

public class LossFactorsTests
{
    [Theory]
    [InlineData(1, 3, false)]
    [InlineData(3, 1, false)]
    [InlineData(1, 4.1, true)]
    [InlineData(1, 0.2, true)]
    [InlineData(0, 1e-9, true)]
    [InlineData(1, 0, true)]
    [InlineData(0, 0, false)]
    public void IsFarFrom_OneLossTimesAsMuch_IsSoAboveFour(double before, double after, bool expected)
    {
        Assert.Equal(expected, new LossFactors(after, 1, 1).IsFarFrom(new LossFactors(before, 1, 1)));
        Assert.Equal(expected, new LossFactors(1, after, 1).IsFarFrom(new LossFactors(1, before, 1)));
        Assert.Equal(expected, new LossFactors(1, 1, after).IsFarFrom(new LossFactors(1, 1, before)));
    }
}
