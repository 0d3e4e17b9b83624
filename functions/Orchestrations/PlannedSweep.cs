using NeuralStyle.Plan.Records;

namespace NeuralStyle.Functions.Orchestrations;

/// <summary>Output of the activity PlanSweep: only what the orchestration needs of the plan.</summary>
public sealed record PlannedSweep
{
    /// <summary>Every distinct trial, of a search those of its first rung, in the order in which they are to run.</summary>
    public IReadOnlyList<string> TrialIds { get; init; } = [];

    /// <summary>Outcomes that are known already: of trials that ended before, and of those that the sweep's limits cut.</summary>
    public IReadOnlyList<TrialOutcome> Settled { get; init; } = [];

    /// <summary>Minutes after which no further trial is begun.</summary>
    public double MaxMinutes { get; init; }

    /// <summary>Seconds of work after which no further trial is begun, because they cost what the sweep may cost; null for no such limit.</summary>
    public double? MaxWorkSeconds { get; init; }

    /// <summary>Whether trials that a limit keeps from beginning are left out as the manifest says, and are no failures.</summary>
    public bool Cuts { get; init; }

    /// <summary>Rungs of its search; 1 for a sweep that runs every setting at its full size.</summary>
    public int Rungs { get; init; } = 1;

    /// <summary>What is wrong with the manifest; nothing was planned when there is any.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>True when the manifest is another one by now, or gone; nothing was planned.</summary>
    public bool Superseded { get; init; }
}
