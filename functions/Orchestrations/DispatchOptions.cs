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

    /// <summary>Time between two writings of the sweep's status, while trials end faster than that.</summary>
    public TimeSpan StatusInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Time between two sheets of what is done so far; zero for none.</summary>
    public TimeSpan SheetInterval { get; init; } = TimeSpan.Zero;

    /// <summary>
    /// Calls in one history of a sweep's orchestration: an activity, a trial, a timer or an event heard. A trial is about two, its own and
    /// that of the status; one where many end within a <see cref="StatusInterval"/>. Also those of a trial's: two for each time that it is
    /// looked for.
    /// </summary>
    public required int HistoryLimit { get; init; }
}
