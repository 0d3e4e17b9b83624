using System.Globalization;

namespace NeuralStyle.Plan.Reports.Curves;

/// <summary>A logarithmic axis: where a value lies, and the round values at which to draw ticks.</summary>
internal sealed class LogScale : IScale
{
    private const int FewestTicks = 3;
    private const int MostTicks = 7;

    // Room above and below the curve, as a fraction of its height on the axis.
    private const double Padding = 0.04;

    private readonly double _low;
    private readonly double _high;

    private LogScale(double low, double high)
    {
        _low = low;
        _high = high;
        Ticks = ChooseTicks();
    }

    /// <summary>Round values within the axis, ascending.</summary>
    public IReadOnlyList<double> Ticks { get; }

    /// <summary>The axis for positive values from <paramref name="smallest"/> to <paramref name="largest"/>.</summary>
    public static LogScale Covering(double smallest, double largest)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(smallest);
        ArgumentOutOfRangeException.ThrowIfLessThan(largest, smallest);
        var (low, high) = (Math.Log10(smallest), Math.Log10(largest));
        // A flat curve is drawn in the middle of a decade.
        var room = high - low < 1e-6 ? 0.5 : (high - low) * Padding;
        return new LogScale(low - room, high + room);
    }

    /// <summary>Where a positive value lies: 0 at the lower end, 1 at the upper.</summary>
    public double Position(double value) => (Math.Log10(value) - _low) / (_high - _low);

    string IScale.LabelOf(double tick) => Label(tick);

    /// <summary>A tick's label, e.g. <c>1e-5</c>, <c>0.02</c>, <c>50</c> or <c>1e6</c>.</summary>
    public static string Label(double tick) => tick is < 0.001 or >= 100_000
        ? tick.ToString("0.####e0", CultureInfo.InvariantCulture)
        : tick.ToString("0.########", CultureInfo.InvariantCulture);

    private List<double> ChooseTicks()
    {
        var decades = (int)Math.Floor(_high) - (int)Math.Ceiling(_low) + 1;
        if (decades >= FewestTicks)
            return Multiples([1], stride: (decades + MostTicks - 1) / MostTicks);

        foreach (var multiples in (double[][])[[1, 3], [1, 2, 5], [1, 2, 3, 5, 7]])
        {
            var ticks = Multiples(multiples, stride: 1);
            if (ticks.Count >= FewestTicks)
                return ticks;
        }

        return EvenSteps();
    }

    private List<double> Multiples(double[] multiples, int stride)
    {
        var ticks = new List<double>();
        for (var exponent = (int)Math.Floor(_low); exponent <= _high; exponent++)
        {
            if (exponent % stride != 0)
                continue;
            ticks.AddRange(multiples.Select(multiple => TimesPowerOfTen(multiple, exponent))
                .Where(tick => Math.Log10(tick) >= _low && Math.Log10(tick) <= _high));
        }

        return ticks;
    }

    /// <summary>Within a fraction of a decade a logarithmic axis is nearly linear.</summary>
    private List<double> EvenSteps()
    {
        var (smallest, largest) = (Math.Pow(10, _low), Math.Pow(10, _high));
        var (mantissa, exponent) = RoundStep.Above((largest - smallest) / 5);
        var first = (long)Math.Ceiling(smallest / TimesPowerOfTen(mantissa, exponent));
        var ticks = new List<double>();
        for (var multiple = first; TimesPowerOfTen(multiple * mantissa, exponent) <= largest; multiple++)
            ticks.Add(TimesPowerOfTen(multiple * mantissa, exponent));
        return ticks;
    }

    // Through text, so that 7e-3 is the double that reads back as 0.007.
    private static double TimesPowerOfTen(double mantissa, int exponent) =>
        double.Parse(string.Create(CultureInfo.InvariantCulture, $"{mantissa:R}e{exponent}"), CultureInfo.InvariantCulture);
}
