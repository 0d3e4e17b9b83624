using Microsoft.Azure.Functions.Worker;
using NeuralStyle.Functions.Orchestrations;
using NeuralStyle.Functions.Sweeps;

namespace NeuralStyle.Functions.Activities;

/// <summary>Brings <c>status.json</c> up to date; false when a newer manifest took the sweep's place.</summary>
public sealed class UpdateStatus(StatusWriter status)
{
    [Function(nameof(UpdateStatus))]
    public Task<bool> RunAsync([ActivityTrigger] StatusUpdate update, CancellationToken cancellation) =>
        status.ApplyAsync(update, cancellation);
}
