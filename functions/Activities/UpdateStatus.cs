using Microsoft.Azure.Functions.Worker;
using NeuralStyle.Functions.Orchestrations;
using NeuralStyle.Functions.Sweeps;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Functions.Activities;

/// <summary>Brings <c>status.json</c> up to date, and answers whose sweep it is and what is asked of it.</summary>
public sealed class UpdateStatus(StatusWriter status, SweepControls controls)
{
    [Function(nameof(UpdateStatus))]
    public async Task<StatusAnswer> RunAsync([ActivityTrigger] StatusUpdate update, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(update);
        return await status.ApplyAsync(update, cancellation)
            ? new StatusAnswer(true, await controls.ReadAsync(update.Sweep, update.InstanceId, cancellation))
            : new StatusAnswer(false, SweepRequest.Run);
    }
}
