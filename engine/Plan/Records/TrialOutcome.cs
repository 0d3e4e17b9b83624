namespace NeuralStyle.Plan.Records;

/// <summary>How one trial of a sweep ended: what the worker tells the orchestration. Small, because it is kept in its history.</summary>
public sealed record TrialOutcome
{
    /// <summary>The trial.</summary>
    public required string TrialId { get; init; }

    /// <summary><see cref="TrialState.Completed"/> or <see cref="TrialState.Failed"/>.</summary>
    public required TrialState State { get; init; }

    /// <summary>Why it failed; absent when it completed.</summary>
    public string? Reason { get; init; }

    /// <summary>True when a finished trial was found in the store and nothing was computed.</summary>
    public bool Reused { get; init; }

    /// <summary>Seconds of work; of the earlier run when reused.</summary>
    public double Seconds { get; init; }
}
