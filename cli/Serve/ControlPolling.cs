using Microsoft.DurableTask.Client;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Functions.Sweeps;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Cli.Serve;

/// <summary>A folder has no queues: the host itself looks now and then whether something was asked of its sweep.</summary>
internal sealed class ControlPolling(SweepControls controls, SweepEvents events, DurableTaskClient client, TimeProvider clock)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    /// <summary>Looks until it is told to stop.</summary>
    public async Task RunAsync(string sweep, string instanceId, CancellationToken stopping)
    {
        var known = SweepRequest.Run;
        while (!stopping.IsCancellationRequested)
        {
            await Task.Delay(Interval, clock, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                var request = await controls.ReadAsync(sweep, instanceId, stopping);
                if (request == known)
                    continue;
                await events.RaiseAsync(client, sweep, instanceId, stopping);
                known = request;
            }
            catch (Exception exception) when (exception is OperationCanceledException or StoreUnavailableException)
            {
                // The next look may do better; at the stop there is none.
            }
        }
    }
}
