using NeuralStyle.Plan.Records;

namespace NeuralStyle.Functions.Orchestrations;

/// <summary>
/// Where a sweep's orchestration stood when it began anew because its history had grown long. Nothing is under way then: what was begun has
/// ended, so that no end of a trial can be lost between the two.
/// </summary>
public sealed record SweepCourse
{
    /// <summary>When the sweep began, UTC.</summary>
    public required DateTime StartedAt { get; init; }

    /// <summary>Its plan, without the trials of the first rung, which are in <see cref="TrialIds"/> or <see cref="Earlier"/>.</summary>
    public required PlannedSweep Planned { get; init; }

    /// <summary>The rung that is under way, from 0.</summary>
    public required int Rung { get; init; }

    /// <summary>The rung's trials, in planned order.</summary>
    public required IReadOnlyList<string> TrialIds { get; init; }

    /// <summary>Those of the rung that have ended.</summary>
    public required IReadOnlyList<TrialOutcome> Ended { get; init; }

    /// <summary>Those that have not, in the order in which they are to run.</summary>
    public required IReadOnlyList<WaitingTrial> Waiting { get; init; }

    /// <summary>Outcomes of the rungs before.</summary>
    public required IReadOnlyList<TrialOutcome> Earlier { get; init; }

    /// <summary>What is left of its limits.</summary>
    public required LimitsLeft Limits { get; init; }

    /// <summary>Pages of the newest sheet.</summary>
    public required IReadOnlyList<string> Sheets { get; init; }

    /// <summary>How many times its status was published; 0 in a course of before that was counted.</summary>
    public int Published { get; init; }

    /// <summary>Before when no other is drawn, UTC.</summary>
    public required DateTime SheetNotBefore { get; init; }
}
