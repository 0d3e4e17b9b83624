namespace NeuralStyle.Functions.Trials;

/// <summary>How often the worker writes of a running trial, and how long when it is broken off.</summary>
public sealed record WatchPace
{
    /// <summary>Time between two writings of <c>progress.json</c>; one second by default.</summary>
    public TimeSpan ProgressInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// How long the last snapshots and checkpoint of a trial that was broken off may take; five seconds by default. A host that is told
    /// to stop has some 20 to 30 seconds, one evaluation of the engine included.
    /// </summary>
    public TimeSpan TimeToFlush { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long snapshots, result and record are tried to be stored while the store is out of reach; zero, once.</summary>
    public TimeSpan StorePatience { get; init; } = TimeSpan.Zero;

    /// <summary>
    /// How long to wait for the record of another run whose result is there already; ten seconds by default, longer than the rest of its
    /// files take. After it the other is taken for broken off.
    /// </summary>
    public TimeSpan TimeToYield { get; init; } = TimeSpan.FromSeconds(10);
}
