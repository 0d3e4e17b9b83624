namespace NeuralStyle.Functions.Orchestrations;

/// <summary>What a sweep may still use.</summary>
/// <param name="Deadline">After which no further trial is begun, UTC; later by the time that a pause goes on.</param>
/// <param name="PausedAt">Since when it is paused, UTC; null when it is not.</param>
/// <param name="WorkSeconds">Seconds of work that it has used.</param>
public sealed record LimitsLeft(DateTime Deadline, DateTime? PausedAt, double WorkSeconds);
