namespace NeuralStyle.Plan.Estimates;

/// <summary>Seconds that a trial is expected to take.</summary>
/// <param name="Seconds">The seconds; 0 for a trial that is not computed again, null where nothing is known.</param>
/// <param name="Source">Where they come from.</param>
/// <param name="Records">How many records they come from; 0 where none.</param>
public sealed record TimeEstimate(double? Seconds, EstimateSource Source, int Records)
{
    /// <summary>Of a trial that ended before.</summary>
    public static TimeEstimate Reused { get; } = new(0, EstimateSource.Reused, 0);

    /// <summary>Of a trial of which nothing is known.</summary>
    public static TimeEstimate Unknown { get; } = new(null, EstimateSource.Unknown, 0);
}
