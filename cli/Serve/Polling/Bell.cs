namespace NeuralStyle.Cli.Serve.Polling;

/// <summary>Says within this process that there is something to look at, so that nobody waits for the next look.</summary>
internal sealed class Bell : IDisposable
{
    private readonly SemaphoreSlim _rung = new(0, 1);

    /// <summary>Rings; one that nobody has heard yet is one.</summary>
    public void Ring()
    {
        try
        {
            _rung.Release();
        }
        catch (SemaphoreFullException)
        {
            // It rings already.
        }
    }

    /// <summary>Ends when it rings.</summary>
    public Task RungAsync(CancellationToken cancellation) => _rung.WaitAsync(cancellation);

    public void Dispose() => _rung.Dispose();
}
