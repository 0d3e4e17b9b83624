using System.Text.Json;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using NeuralStyle.Functions.Messages;
using NeuralStyle.Functions.Storage;

namespace NeuralStyle.Functions.Triggers;

/// <summary>A trial ended: tell the orchestration that waits for it.</summary>
public sealed class OnTrialResult(TrialEvents events, ILogger<OnTrialResult> logger)
{
    [Function(nameof(OnTrialResult))]
    public async Task RunAsync(
        [QueueTrigger(StoreLayout.TrialResultsQueue)] string message, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        TrialResultMessage result;
        try
        {
            result = QueueMessageJson.Read<TrialResultMessage>(message);
        }
        catch (JsonException exception)
        {
            Logs.UnreadableMessage(logger, exception, StoreLayout.TrialResultsQueue, message);
            return;
        }

        await events.RaiseAsync(client, result.InstanceId, result.Outcome, cancellation);
    }
}
