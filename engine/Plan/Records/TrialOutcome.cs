namespace NeuralStyle.Plan.Records;

/// <summary>How one trial of a sweep ended: what the worker tells the orchestration. Small, because it is kept in its history.</summary>
public sealed record TrialOutcome
{
    /// <summary>The trial.</summary>
    public required string TrialId { get; init; }

    /// <summary>
    /// <see cref="TrialState.Completed"/>, <see cref="TrialState.Failed"/>, <see cref="TrialState.Dropped"/> or
    /// <see cref="TrialState.Cancelled"/>; <see cref="TrialState.Pending"/> where it was not run, or was given back because of a pause;
    /// <see cref="TrialState.Running"/> in a sheet of a sweep that goes on.
    /// </summary>
    public required TrialState State { get; init; }

    /// <summary>Why it has no result; absent when it completed.</summary>
    public string? Reason { get; init; }

    /// <summary>True when a finished trial was found in the store and nothing was computed.</summary>
    public bool Reused { get; init; }

    /// <summary>Seconds of work; of the earlier run when reused.</summary>
    public double Seconds { get; init; }
}
