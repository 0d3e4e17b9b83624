namespace NeuralStyle.Plan.Sweeps;

/// <summary>What a person asks of a sweep that is under way.</summary>
public enum SweepRequest
{
    /// <summary>Go on: what a sweep does that nobody asked anything else of.</summary>
    Run,

    /// <summary>Begin no further trial; those being computed go on to their end.</summary>
    Pause,

    /// <summary>Begin no further trial, and stop those being computed at a checkpoint.</summary>
    PauseNow,

    /// <summary>Stop everything at a checkpoint, and draw the sheet with what is done.</summary>
    Cancel,
}
