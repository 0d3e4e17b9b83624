using NeuralStyle.Plan.Records;

namespace NeuralStyle.Plan.Reports;

/// <summary>How the states of a trial are called on pages, sheets and in tables.</summary>
public static class StateWords
{
    /// <summary>A combination of the axes that was not asked for, so that it has no trial.</summary>
    public const string Skipped = "skipped";

    /// <summary>The words for a state.</summary>
    /// <param name="state">The state.</param>
    /// <param name="isPartial">Whether the sweep still runs: what did not run may yet do so.</param>
    public static string Of(TrialState state, bool isPartial) => state switch
    {
        TrialState.Completed => "completed",
        TrialState.Failed => "failed",
        TrialState.Pending when isPartial => "pending",
        TrialState.Running when isPartial => "running",
        TrialState.Pending or TrialState.Running => "not run",
        TrialState.Dropped => "dropped",
        TrialState.Cancelled => "cancelled",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "There are no words for this state."),
    };
}
