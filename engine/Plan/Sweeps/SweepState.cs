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
}
