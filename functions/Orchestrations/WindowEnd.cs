using NeuralStyle.Plan.Records;

namespace NeuralStyle.Functions.Orchestrations;

/// <summary>How the trials of a sweep, or of a rung of its search, ended.</summary>
/// <param name="Ending">Why no further one is begun.</param>
/// <param name="Outcomes">How each ended, in planned order; none when a newer manifest took the sweep's place.</param>
internal sealed record WindowEnd(WindowEnding Ending, IReadOnlyList<TrialOutcome> Outcomes)
{
    /// <summary>Those without an outcome, where the history is full.</summary>
    public IReadOnlyList<WaitingTrial> Waiting { get; init; } = [];
}
