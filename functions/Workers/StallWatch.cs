using System.Globalization;

namespace NeuralStyle.Functions.Workers;

/// <summary>
/// Ends the wait for an engine that makes no progress. A host renews the lease on a message for as long as its function runs, so that a
/// function which waits for a hung device would keep its message from every other worker; with this, a lease lasts as long as there is progress.
/// </summary>
/// <param name="pulse">The engine's signs of life.</param>
/// <param name="patience">The longest time without any; zero for no limit.</param>
/// <param name="clock">Measures it.</param>
public sealed class StallWatch(EnginePulse pulse, TimeSpan patience, TimeProvider clock)
{
    // A moment more, so that what is looked at after the wait is past the limit.
    private static readonly TimeSpan Margin = TimeSpan.FromMilliseconds(20);

    /// <summary>Waits for work of the engine's.</summary>
    /// <exception cref="WorkerFaultException">The engine made no progress for too long; the work is left to itself.</exception>
    public async Task<T> WaitAsync<T>(Task<T> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        while (patience > TimeSpan.Zero && !work.IsCompleted)
        {
            var silence = pulse.Silence ?? TimeSpan.Zero;
            if (silence >= patience)
                throw new WorkerFaultException(Fault(silence));
            using var over = new CancellationTokenSource();
            await Task.WhenAny(work, Task.Delay(patience - silence + Margin, clock, over.Token));
            await over.CancelAsync();
        }

        return await work;
    }

    private WorkerFault Fault(TimeSpan silence) => new(WorkerFaultKind.Stalled, string.Create(
        CultureInfo.InvariantCulture,
        $"The engine has made no progress for {silence.TotalSeconds:0} s; allowed are {patience.TotalSeconds:0} s (Processor__StallTimeout)."));
}
