namespace NeuralStyle.Cli.Serve.Polling;

/// <summary>How often to look: often while there is news, less often while there is none.</summary>
internal sealed class PollingPace(TimeProvider clock)
{
    private const double Slowing = 1.3;

    private static readonly TimeSpan Fastest = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Slowest = TimeSpan.FromSeconds(1);

    private TimeSpan _wait = Fastest;

    /// <summary>Waits for the next look.</summary>
    /// <param name="news">Whether the last look found something.</param>
    /// <param name="stopping">Ends the wait.</param>
    public Task WaitAsync(bool news, CancellationToken stopping)
    {
        var slower = _wait * Slowing;
        _wait = news ? Fastest : slower < Slowest ? slower : Slowest;
        return Task.Delay(_wait, clock, stopping);
    }
}
