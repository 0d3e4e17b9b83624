using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using NeuralStyle.Functions.Sweeps;

namespace NeuralStyle.Functions.Triggers;

/// <summary>
/// A manifest was put into <c>sweeps/</c>: start its sweep. The blob is bound by reference and read through the store, which
/// gives its bytes and its version together.
/// </summary>
public sealed class StartSweep(SweepStart start)
{
    [Function(nameof(StartSweep))]
    public Task RunAsync(
        [BlobTrigger("sweeps/{name}", Source = BlobTriggerSource.LogsAndContainerScan)] BlobClient manifest,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        return start.RunAsync(manifest.Name, client, cancellation);
    }
}
