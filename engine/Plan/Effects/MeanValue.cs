using System.Text.Json.Serialization;
using NeuralStyle.Plan.Numbers;

namespace NeuralStyle.Plan.Effects;

/// <summary>A mean of several numbers and how far they spread.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="Mean">Their mean; 0 when there are none.</param>
/// <param name="Deviation">Their standard deviation (n - 1); absent with fewer than two.</param>
public sealed record MeanValue(int Count, double Mean, double? Deviation)
{
    /// <summary>
    /// Standard error of the mean, deviation / sqrt(n); absent with fewer than two. The engine repeats itself exactly, so this is no error of
    /// measurement: it says how much the mean would differ if the grid had other settings of the other axes.
    /// </summary>
    [JsonInclude]
    public double? Error => Deviation / Math.Sqrt(Count);

    /// <summary>The mean of some numbers, without the dust of computing it.</summary>
    /// <param name="values">The numbers.</param>
    /// <param name="magnitude">The largest of what they were computed from; by default of themselves.</param>
    public static MeanValue Of(IReadOnlyCollection<double> values, double magnitude = 0)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Count == 0)
            return new MeanValue(0, 0, null);

        var dust = CleanNumber.Dust * Math.Max(magnitude, values.Max(Math.Abs));
        var mean = CleanNumber.Of(values.Average(), dust);
        if (values.Count < 2)
            return new MeanValue(1, mean, null);

        var deviation = Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Count - 1));
        return new MeanValue(values.Count, mean, deviation <= dust ? 0 : deviation);
    }
}
