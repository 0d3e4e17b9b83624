using NeuralStyle.Functions.Storage;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Functions.Sweeps;

/// <summary>
/// Looks, while a trial is computed, whether its sweep was cancelled or is to pause at once. It looks after each evaluation, beside the
/// engine's thread, so that a trial stops within two: the one during which the request came, and the one during which it was read.
/// Where evaluations are faster than the store, it takes as many as one reading and its rest.
/// </summary>
internal sealed class ControlWatch : IAsyncDisposable
{
    // The store is left in peace four times as long as it took to answer.
    private const int Rest = 4;

    // A trial that waits for the engine, or whose evaluations are long, looks now and then all the same.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    private readonly SweepControls _controls;
    private readonly string _sweep;
    private readonly string _instanceId;
    private readonly TimeProvider _clock;
    private readonly CancellationTokenSource _stop;
    private readonly CancellationTokenSource _done = new();
    private readonly SemaphoreSlim _evaluated = new(0, 1);
    private readonly Task _watching;

    /// <param name="controls">What was asked.</param>
    /// <param name="sweep">The sweep.</param>
    /// <param name="instanceId">The run of it that the trial is computed for.</param>
    /// <param name="lookTook">How long it took to look just now, before the trial began: trials shorter than the rest after it cost no second look.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="cancellation">Ends the trial whatever was asked.</param>
    public ControlWatch(
        SweepControls controls, string sweep, string instanceId, TimeSpan lookTook, TimeProvider clock, CancellationToken cancellation)
    {
        (_controls, _sweep, _instanceId, _clock) = (controls, sweep, instanceId, clock);
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        _watching = WatchAsync(lookTook * Rest);
    }

    /// <summary>Is cancelled when the trial is to stop.</summary>
    public CancellationToken Token => _stop.Token;

    /// <summary>Why the trial is to stop; <see cref="SweepRequest.Run"/> while nothing was asked.</summary>
    public SweepRequest Request { get; private set; }

    /// <summary>An evaluation was done. Never waits.</summary>
    public void OnEvaluation()
    {
        try
        {
            _evaluated.Release();
        }
        catch (SemaphoreFullException)
        {
            // It has yet to look for the one before.
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _done.CancelAsync();
        await _watching.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _done.Dispose();
        _stop.Dispose();
        _evaluated.Dispose();
    }

    private async Task WatchAsync(TimeSpan rest)
    {
        await Task.Delay(rest, _clock, _done.Token);
        while (true)
        {
            await _evaluated.WaitAsync(Longest, _done.Token);
            var began = _clock.GetTimestamp();
            try
            {
                if (await _controls.ReadAsync(_sweep, _instanceId, _done.Token) is var request and (SweepRequest.Cancel or SweepRequest.PauseNow))
                {
                    Request = request;
                    await _stop.CancelAsync();
                    return;
                }
            }
            catch (StoreUnavailableException)
            {
                // The trial goes on; the next look may do better.
            }

            await Task.Delay(_clock.GetElapsedTime(began) * Rest, _clock, _done.Token);
        }
    }
}
