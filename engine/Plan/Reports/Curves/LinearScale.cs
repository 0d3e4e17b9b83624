using System.Globalization;

namespace NeuralStyle.Plan.Reports.Curves;

/// <summary>A linear axis that begins at a round value and holds zero.</summary>
internal sealed class LinearScale : IScale
{
    private const int MostTicks = 6;

    private readonly double _low;
    private readonly double _high;

    private LinearScale(double smallest, double largest)
    {
        var (mantissa, exponent) = RoundStep.Above((largest - smallest) / MostTicks);
        var (first, last) = (Math.Floor(smallest / Times(mantissa)), Math.Ceiling(largest / Times(mantissa)));
        Ticks = [.. Enumerable.Range(0, (int)(last - first) + 1).Select(index => Times((first + index) * mantissa))];
        (_low, _high) = (Ticks[0], Ticks[^1]);

        // Through text, so that 3e-1 is the double that reads back as 0.3.
        double Times(double factor) =>
            double.Parse(string.Create(CultureInfo.InvariantCulture, $"{factor:R}e{exponent}"), CultureInfo.InvariantCulture);
    }

    /// <inheritdoc/>
    public IReadOnlyList<double> Ticks { get; }

    /// <summary>The axis for zero and finite values from <paramref name="smallest"/> to <paramref name="largest"/>.</summary>
    public static LinearScale Covering(double smallest, double largest)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(largest, smallest);
        var (low, high) = (Math.Min(0, smallest), Math.Max(0, largest));
        return low == high ? new LinearScale(0, 1) : new LinearScale(low, high);
    }

    /// <inheritdoc/>
    public double Position(double value) => (value - _low) / (_high - _low);

    /// <inheritdoc/>
    public string LabelOf(double tick) => tick.ToString("0.########", CultureInfo.InvariantCulture);
}
