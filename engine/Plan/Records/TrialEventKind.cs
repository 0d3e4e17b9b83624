namespace NeuralStyle.Plan.Records;

/// <summary>Kinds of events of a trial.</summary>
public enum TrialEventKind
{
    /// <summary>It went on from a checkpoint.</summary>
    Resumed,

    /// <summary>Its checkpoint was damaged or of another version, and it began anew.</summary>
    CheckpointRefused,

    /// <summary>A loss was not finite: L-BFGS forgot its history and went on from the last good image.</summary>
    Restarted,

    /// <summary>A loss was not finite again: the step became smaller.</summary>
    StepReduced,

    /// <summary>A loss was not finite again: Adam took over.</summary>
    OptimizerChanged,

    /// <summary>It needed more memory than there was: the image became smaller.</summary>
    SizedDown,

    /// <summary>A scale ended early, because its loss hardly fell any more.</summary>
    StoppedEarly,

    /// <summary>A new scale began.</summary>
    ScaleBegan,

    /// <summary>The pass that it shared with other trials failed, and it went on alone.</summary>
    LeftBatch,
}
