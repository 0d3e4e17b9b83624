using System.Text.Json;
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
        SweepControlMessage control;
        try
        {
            control = QueueMessageJson.Read<SweepControlMessage>(message);
        }
        catch (JsonException exception)
        {
            Logs.UnreadableMessage(logger, exception, StoreLayout.SweepControlsQueue, message);
            return;
        }

        await events.RaiseAsync(client, control.Sweep, control.InstanceId, cancellation);
    }
}
