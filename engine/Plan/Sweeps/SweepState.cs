namespace NeuralStyle.Plan.Sweeps;

/// <summary>How far a sweep has come.</summary>
public enum SweepState
{
    /// <summary>Its manifest is read and resolved.</summary>
    Planning,

    /// <summary>Its trials run.</summary>
    Running,

    /// <summary>All trials ended; the sheet is drawn.</summary>
    Composing,

    /// <summary>The sheet is there and no trial failed.</summary>
    Completed,

    /// <summary>The sheet is there; some cells say why they have no image.</summary>
    CompletedWithFailures,

    /// <summary>The manifest has problems; nothing ran.</summary>
    Rejected,

    /// <summary>The sweep itself failed; the reason is given. Submitting again resumes it.</summary>
    Failed,

    /// <summary>No further trial is begun until it is resumed; those under way go on to their end.</summary>
    Paused,

    /// <summary>It was cancelled; the sheet shows what was done. Submitting it again goes on.</summary>
    Cancelled,
}
