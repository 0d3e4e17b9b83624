using NeuralStyle.Plan.Records;

namespace NeuralStyle.Functions.Orchestrations;

/// <summary>Output of the activity PromoteTrials.</summary>
public sealed record PromotedTrials
{
    /// <summary>The trials of the next rung, in the order in which they are to run; none where none completed.</summary>
    public IReadOnlyList<string> TrialIds { get; init; } = [];

    /// <summary>Those of them that ended before.</summary>
    public IReadOnlyList<TrialOutcome> Settled { get; init; } = [];

    /// <summary>The trials that do not go up, each with its place.</summary>
    public IReadOnlyList<TrialOutcome> Dropped { get; init; } = [];

    /// <summary>True when a newer manifest took the sweep's place; nothing was written.</summary>
    public bool Superseded { get; init; }
}
