using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Plan.Reports;

/// <summary>One trial of the report: what was planned, and what came of it.</summary>
public sealed record ReportTrial
{
    /// <summary>The trial as planned.</summary>
    public required Trial Trial { get; init; }

    /// <summary>How it ended; <see cref="TrialState.Pending"/> or <see cref="TrialState.Running"/> when it was not run to its end.</summary>
    public required TrialState State { get; init; }

    /// <summary>Why it failed or did not run; absent when it completed.</summary>
    public string? Reason { get; init; }

    /// <summary>What happened; absent when it never reached a worker.</summary>
    public TrialRecord? Record { get; init; }

    /// <summary>Its result; absent unless it completed.</summary>
    public ReportImage? Image { get; init; }

    /// <summary>Its snapshots side by side, small enough to be carried; absent where it has none.</summary>
    public ReportImage? FilmStrip { get; init; }

    /// <summary>True when an earlier run's result was taken and nothing was computed.</summary>
    public bool Reused { get; init; }
}
