using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Plan.Estimates;

/// <summary>
/// Tells how long trials will take from how long others took: the median of those of the same network, optimizer and device and of the
/// same work an evaluation; where there are none, of those of any work, scaled by it; where there are none either, a measurement.
/// </summary>
/// <param name="speeds">What records say.</param>
/// <param name="device">The device that the trials will run on; <c>cuda</c> is <c>cuda:0</c>.</param>
/// <param name="multiplyAddsPerSecond">A measurement of that device, or null. It is taken only when it is needed.</param>
public sealed class SpeedBook(IReadOnlyList<RecordedSpeed> speeds, string device, Func<double?> multiplyAddsPerSecond) : ITrialTimes
{
    // What differs less is the same size: a pixel more or less from rounding.
    private const double SameWork = 0.02;

    private readonly Lazy<double?> _measured = new(multiplyAddsPerSecond);

    /// <inheritdoc/>
    public TimeEstimate Estimate(TrialParameters parameters, int width, int height)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var known = speeds
            .Where(speed => speed.Network == parameters.Network && speed.Optimizer == parameters.Optimizer && SameDevice(speed.Device))
            .ToList();
        if (known.Count == 0)
        {
            return _measured.Value is { } rate
                ? new TimeEstimate(TrialCosts.Of(parameters, width, height).SecondsAt(rate), EstimateSource.Measurement, 0)
                : TimeEstimate.Unknown;
        }

        var seconds = Median(known.Select(speed => speed.OtherSeconds));
        var (source, records) = (EstimateSource.Records, int.MaxValue);
        foreach (var scale in parameters.AllScales)
        {
            var work = TrialCosts.PerEvaluation(parameters, width, height, scale.ImageSize);
            var same = known.Where(speed => Math.Abs(speed.Work - work) <= SameWork * work).ToList();
            if (same.Count == 0)
                source = EstimateSource.OtherRecords;
            records = Math.Min(records, same.Count == 0 ? known.Count : same.Count);
            seconds += scale.Iterations * (same.Count > 0
                ? Median(same.Select(speed => speed.SecondsPerEvaluation))
                : work * Median(known.Where(speed => speed.Work > 0).Select(speed => speed.SecondsPerEvaluation / speed.Work)));
        }

        return new TimeEstimate(seconds, source, records);
    }

    private bool SameDevice(string other) => Numbered(other) == Numbered(device);

    private static string Numbered(string device) => device == "cuda" ? "cuda:0" : device;

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        if (sorted.Count == 0)
            return 0;
        var middle = sorted.Count / 2;
        return sorted.Count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
