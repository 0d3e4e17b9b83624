using System.Text.Json.Serialization;

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

    /// <summary>The mean of some numbers.</summary>
    /// <param name="values">The numbers.</param>
    public static MeanValue Of(IReadOnlyCollection<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Count == 0)
            return new MeanValue(0, 0, null);

        var mean = values.Average();
        return new MeanValue(values.Count, mean, values.Count < 2 ? null : Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Count - 1)));
    }
}
