using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Cli.Progress;

/// <summary>A sweep's state in words.</summary>
internal static class Words
{
    public static string Of(SweepState state) => state switch
    {
        SweepState.Planning => "planning",
        SweepState.Running => "running",
        SweepState.Composing => "drawing the sheet",
        SweepState.Completed => "done",
        SweepState.CompletedWithFailures => "done, with failed trials",
        SweepState.Rejected => "rejected",
        SweepState.Failed => "failed",
        SweepState.Paused => "paused",
        SweepState.Cancelled => "cancelled",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Not a state of a sweep."),
    };
}
