namespace NeuralStyle.Plan.Manifests;

/// <summary>How much a sweep may ask for.</summary>
public sealed record ManifestLimits
{
    /// <summary>Combinations of all axes at most; 1 to 10,000.</summary>
    public int MaxTrials { get; init; } = 256;

    /// <summary>Minutes after which no further trial is begun; above 0, to 10,080 (a week).</summary>
    public double MaxMinutes { get; init; } = 60;
}
