namespace NeuralStyle.Functions.Orchestrations;

/// <summary>How trials are handed out. Taken from the settings when a sweep starts and kept in its input: a replay must see the same.</summary>
public sealed record DispatchOptions
{
    /// <summary>Trials of a sweep that are under way at once, waiting in the queue included.</summary>
    public required int Window { get; init; }

    /// <summary>How trials reach the engine.</summary>
    public required TrialDispatch Dispatch { get; init; }

    /// <summary>How long a queued trial's outcome is waited for before looking whether it was lost.</summary>
    public required TimeSpan TrialTimeout { get; init; }

    /// <summary>How often a trial is put on the queue in all.</summary>
    public required int MaxEnqueues { get; init; }
}
