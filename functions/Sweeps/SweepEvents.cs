using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using NeuralStyle.Functions.Orchestrations;

namespace NeuralStyle.Functions.Sweeps;

/// <summary>Tells sweeps that something was asked of them.</summary>
public sealed class SweepEvents(SweepControls controls, BrokenOffSweeps brokenOff, ILogger<SweepEvents> logger)
{
    /// <summary>
    /// Raises the event. It says no more than to look: what is asked stands in the store, so that events that come twice, late or in
    /// another order do no harm. A sweep that ended needs none, and one that begins looks by itself. One that has broken off can't look any
    /// more: its status is set right.
    /// </summary>
    public async Task RaiseAsync(DurableTaskClient client, string sweep, string instanceId, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(client);
        var instance = await client.GetInstanceAsync(instanceId, cancellation);
        if (instance is { IsCompleted: true })
            await brokenOff.ReadAsync(sweep, client, cancellation);
        if (instance is not { IsCompleted: false })
            return;
        Logs.SweepAsked(logger, sweep, await controls.ReadAsync(sweep, instanceId, cancellation));
        await client.RaiseEventAsync(instanceId, SweepOrchestration.ControlEvent, string.Empty, cancellation);
    }
}
