using System.Globalization;

namespace NeuralStyle.Plan.Estimates;

/// <summary>What work costs, and how many do it.</summary>
public sealed record WorkRate
{
    /// <summary>What an hour of one worker costs; null where it is not known.</summary>
    public double? PerHour { get; init; }

    /// <summary>The currency, only a label; may be empty.</summary>
    public string Currency { get; init; } = string.Empty;

    /// <summary>Workers that compute trials at the same time, 1 or more.</summary>
    public int Workers { get; init; } = 1;

    /// <summary>What seconds of work cost; null where the rate is not known.</summary>
    public double? CostOf(double seconds) => PerHour * seconds / 3600;

    /// <summary>A sum of money in words, e.g. <c>0.53 EUR</c>.</summary>
    public string Text(double cost)
    {
        // Cents, and below one of them as many digits as say something.
        var digits = cost is 0 or >= 0.01 ? cost.ToString("0.00", CultureInfo.InvariantCulture) : cost.ToString("G2", CultureInfo.InvariantCulture);
        return Currency.Length == 0 ? digits : $"{digits} {Currency}";
    }
}
