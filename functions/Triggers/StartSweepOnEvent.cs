using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using NeuralStyle.Functions.Sweeps;

namespace NeuralStyle.Functions.Triggers;

/// <summary>
/// As <see cref="StartSweep"/>, told by Event Grid instead of looking. An app runs one of the two, the other is disabled by
/// <c>AzureWebJobs.{name}.Disabled</c>; events come at least once, and coming twice does no harm.
/// </summary>
public sealed class StartSweepOnEvent(SweepStart start)
{
    [Function(nameof(StartSweepOnEvent))]
    public Task RunAsync(
        [BlobTrigger("sweeps/{name}", Source = BlobTriggerSource.EventGrid)] BlobClient manifest,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        return start.RunAsync(manifest.Name, client, cancellation);
    }
}
