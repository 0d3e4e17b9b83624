using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using NeuralStyle.Functions.Messages;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Functions.Sweeps;

namespace NeuralStyle.Functions.Triggers;

/// <summary>Something was asked of a sweep: have its orchestration look what.</summary>
public sealed class OnSweepControl(SweepEvents events, ILogger<OnSweepControl> logger)
{
    [Function(nameof(OnSweepControl))]
    public async Task RunAsync(
        [QueueTrigger(StoreLayout.SweepControlsQueue)] string message, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        if (!QueueMessageJson.TryRead<SweepControlMessage>(message, StoreLayout.SweepControlsQueue, logger, out var control))
            return;
        await events.RaiseAsync(client, control.Sweep, control.InstanceId, cancellation);
    }
}
