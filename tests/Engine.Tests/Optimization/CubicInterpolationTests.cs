using NeuralStyle.Engine.Optimization;

namespace NeuralStyle.Engine.Tests.Optimization;

public sealed class CubicInterpolationTests
{
    // x^3 - 3x has its minimum at 1 and its maximum at -1.
    private static SearchPoint OnCubic(double x) => new(x, (x * x * x) - (3 * x), (3 * x * x) - 3, null);

    private static SearchPoint OnParabola(double x) => new(x, (x - 2) * (x - 2), 2 * (x - 2), null);

    [Theory]
    [InlineData(0, 3)]
    [InlineData(3, 0)]
    [InlineData(0.25, 0.5)]
    [InlineData(5, 4)]
    public void Minimizer_OfPointsOnACubic_IsTheCubicsMinimum(double a, double b)
    {
        Assert.Equal(1, CubicInterpolation.Minimizer(OnCubic(a), OnCubic(b), -10, 10), 1e-9);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(7, 3)]
    public void Minimizer_OfPointsOnAParabola_IsItsVertex(double a, double b)
    {
        Assert.Equal(2, CubicInterpolation.Minimizer(OnParabola(a), OnParabola(b), -10, 10), 1e-9);
    }

    [Fact]
    public void Minimizer_OutsideTheRange_IsTheNearestEnd()
    {
        Assert.Equal(3, CubicInterpolation.Minimizer(OnCubic(0), OnCubic(0.5), 3, 4));
        Assert.Equal(0.75, CubicInterpolation.Minimizer(OnCubic(0), OnCubic(0.5), 0.5, 0.75));
    }

    [Fact]
    public void Minimizer_OfACubicWithoutMinimum_IsTheMiddleOfTheRange()
    {
        // x^3 + x rises everywhere; a straight line has no curvature at all.
        var rising = CubicInterpolation.Minimizer(new(0, 0, 1, null), new(1, 2, 4, null), 0, 1);
        var straight = CubicInterpolation.Minimizer(new(0, 0, -1, null), new(1, -1, -1, null), 2, 8);

        Assert.Equal(0.5, rising);
        Assert.Equal(5, straight);
    }
}
