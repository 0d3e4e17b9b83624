namespace NeuralStyle.Plan.Effects;

/// <summary>What one value of an axis does to a measure.</summary>
public sealed record ValueEffect
{
    /// <summary>The value, as the sheet labels it.</summary>
    public required string Label { get; init; }

    /// <summary>The value as a number; absent for a categorical axis.</summary>
    public double? Number { get; init; }

    /// <summary>
    /// The mean over all trials that have the value, each counted once. Where the grid has holes, these trials may differ from those of the
    /// other values in other axes too: <see cref="Difference"/> does not.
    /// </summary>
    public required MeanValue All { get; init; }

    /// <summary><see cref="All"/>'s mean less that of all trials; absent where no trial has the value.</summary>
    public double? FromGrandMean { get; init; }

    /// <summary>
    /// The mean of this value less the reference over matched pairs: two trials that differ in this axis only. Its count is the number of
    /// pairs. Absent for the reference itself, and where there is no such pair.
    /// </summary>
    public MeanValue? Difference { get; init; }
}
