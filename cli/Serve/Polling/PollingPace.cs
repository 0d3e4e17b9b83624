namespace NeuralStyle.Cli.Serve.Polling;

/// <summary>How often to look: often while there is news, less often while there is none, and at once when the bell rings.</summary>
internal sealed class PollingPace(TimeProvider clock, Bell bell)
{
    private const double Slowing = 1.3;

    private static readonly TimeSpan Fastest = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Slowest = TimeSpan.FromSeconds(1);

    private TimeSpan _wait = Fastest;

    /// <summary>Says that a look found something.</summary>
    public void FoundNews() => _wait = Fastest;

    /// <summary>Waits for the next look.</summary>
    /// <param name="stopping">Ends the wait.</param>
    /// <exception cref="OperationCanceledException">It is to stop.</exception>
    public async Task WaitAsync(CancellationToken stopping)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        await Task.WhenAny(Task.Delay(_wait, clock, either.Token), bell.RungAsync(either.Token));
        await either.CancelAsync();
        stopping.ThrowIfCancellationRequested();
        var slower = _wait * Slowing;
        _wait = slower < Slowest ? slower : Slowest;
    }
}
