namespace NeuralStyle.Plan.Reports.Curves;

/// <summary>A linear axis: where a value lies, and the round values at which to draw ticks.</summary>
internal sealed class PercentScale
{
    private const int MostTicks = 6;

    private readonly double _low;
    private readonly double _high;

    private PercentScale(double low, double high)
    {
        (_low, _high) = (low, high);
        var (mantissa, exponent) = RoundStep.Above((high - low) / MostTicks);
        var step = (decimal)(mantissa * Math.Pow(10, exponent));
        var first = Math.Ceiling((decimal)low / step);
        // Counted in decimals, so that seven steps of 0.1 are 0.7; zero is added so that none is -0.
        Ticks = [.. Enumerable.Range(0, MostTicks + 1).Select(index => (double)((first + index) * step) + 0.0).Where(tick => tick <= high)];
    }

    /// <summary>Round values within the axis, ascending.</summary>
    public IReadOnlyList<double> Ticks { get; }

    /// <summary>The axis from a value to a greater one.</summary>
    public static PercentScale Between(double low, double high)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(high, low);
        return new PercentScale(low, high);
    }

    /// <summary>Where a value lies: 0 at the lower end, 1 at the upper.</summary>
    public double Position(double value) => (value - _low) / (_high - _low);
}
