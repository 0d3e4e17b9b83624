namespace NeuralStyle.Plan.Records;

/// <summary>How far a trial has come.</summary>
public enum TrialState
{
    /// <summary>Planned, not begun.</summary>
    Pending,

    /// <summary>In the queue or being computed.</summary>
    Running,

    /// <summary>Its image and record are in the store.</summary>
    Completed,

    /// <summary>It ended without an image; the reason is recorded.</summary>
    Failed,

    /// <summary>A search took it out before its last rung; the reason is recorded.</summary>
    Dropped,

    /// <summary>It was cancelled; submitting the sweep again goes on with it.</summary>
    Cancelled,
}
