using NeuralStyle.Plan.Records;

namespace NeuralStyle.Plan.Reports;

/// <summary>How the states of a trial are called on pages and in tables.</summary>
internal static class StateWords
{
    /// <summary>The words for a state, after the sweep has ended.</summary>
    public static string Of(TrialState state) => state switch
    {
        TrialState.Completed => "completed",
        TrialState.Failed => "failed",
        TrialState.Pending or TrialState.Running => "not run",
        TrialState.Dropped => "dropped",
        TrialState.Cancelled => "cancelled",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "There are no words for this state."),
    };
}
