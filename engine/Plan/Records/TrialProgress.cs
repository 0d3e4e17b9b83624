namespace NeuralStyle.Plan.Records;

/// <summary>How far a running trial is; <c>trials/{id}/progress.json</c>, written about once a second while it runs.</summary>
/// <param name="TrialId">The trial.</param>
/// <param name="Evaluation">Evaluations done.</param>
/// <param name="Iterations">Evaluations of all scales together, those done and those to come; it falls when a scale ends early.</param>
/// <param name="Total">Total loss of the last evaluation.</param>
/// <param name="Seconds">Seconds since the first evaluation began.</param>
/// <param name="UpdatedAt">When this was written, UTC.</param>
public sealed record TrialProgress(
    string TrialId, int Evaluation, int Iterations, double Total, double Seconds, DateTimeOffset UpdatedAt)
{
    /// <summary>The scale that it works at, from 1.</summary>
    public int Scale { get; init; } = 1;

    /// <summary>Scales in all.</summary>
    public int Scales { get; init; } = 1;

    /// <summary>When the run began whose progress this is, UTC; absent in files of before.</summary>
    public DateTimeOffset? StartedAt { get; init; }
}
