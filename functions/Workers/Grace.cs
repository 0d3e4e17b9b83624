namespace NeuralStyle.Functions.Workers;

/// <summary>
/// Time for what is to be brought to its end although it was told to stop, such as storing what has been computed: its token is cancelled
/// a while after another.
/// </summary>
public sealed class Grace : IDisposable
{
    private readonly CancellationTokenSource _late;
    private readonly CancellationTokenRegistration _told;

    /// <param name="length">How long.</param>
    /// <param name="clock">Measures it.</param>
    /// <param name="cancellation">What tells to stop; the time begins with it, or at once where it has been told.</param>
    public Grace(TimeSpan length, TimeProvider clock, CancellationToken cancellation)
    {
        _late = new CancellationTokenSource(Timeout.InfiniteTimeSpan, clock);
        _told = cancellation.Register(() => _late.CancelAfter(length));
    }

    /// <summary>Is cancelled when the time is over.</summary>
    public CancellationToken Token => _late.Token;

    public void Dispose()
    {
        // Waits for a call under way, which must not meet a source that is gone.
        _told.Dispose();
        _late.Dispose();
    }
}
