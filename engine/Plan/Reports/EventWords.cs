using NeuralStyle.Plan.Records;

namespace NeuralStyle.Plan.Reports;

/// <summary>How the events of a trial are called on pages.</summary>
internal static class EventWords
{
    /// <summary>The words for a kind of event.</summary>
    public static string Of(TrialEventKind kind) => kind switch
    {
        TrialEventKind.Resumed => "resumed",
        TrialEventKind.CheckpointRefused => "checkpoint refused",
        TrialEventKind.Restarted => "restarted",
        TrialEventKind.StepReduced => "step reduced",
        TrialEventKind.OptimizerChanged => "optimizer changed",
        TrialEventKind.SizedDown => "sized down",
        TrialEventKind.StoppedEarly => "stopped early",
        TrialEventKind.ScaleBegan => "next scale",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There are no words for this event."),
    };
}
