namespace NeuralStyle.Plan.Manifests;

/// <summary>How much a sweep may ask for.</summary>
public sealed record ManifestLimits
{
    /// <summary>Combinations of all axes at most, or where they are cut, trials at most; 1 to 10,000.</summary>
    public int MaxTrials { get; init; } = 256;

    /// <summary>
    /// Minutes that the sweep may be estimated at, and after which no further trial is begun however long the others took; above 0, to
    /// 10,080 (a week).
    /// </summary>
    public double MaxMinutes { get; init; } = 60;

    /// <summary>
    /// What the sweep may be estimated to cost, and after which no further trial is begun, in the currency of the rate per hour; above 0,
    /// to 1,000,000; null for no such limit.
    /// </summary>
    public double? MaxCost { get; init; }

    /// <summary>What happens to a sweep that is over a limit.</summary>
    public LimitExcess Over { get; init; }

    /// <summary>Combinations that may be planned at all.</summary>
    internal int MostCombinations => Over == LimitExcess.Cut ? LimitsReader.MostTrials : MaxTrials;
}
