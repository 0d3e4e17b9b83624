using System.Diagnostics;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using NeuralStyle.Functions.Messages;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Functions.Telemetry;

namespace NeuralStyle.Functions.Triggers;

/// <summary>A trial ended: tell the orchestration that waits for it.</summary>
public sealed class OnTrialResult(TrialEvents events, ProcessorTelemetry telemetry, ILogger<OnTrialResult> logger)
{
    [Function(nameof(OnTrialResult))]
    public async Task RunAsync(
        [QueueTrigger(StoreLayout.TrialResultsQueue)] string message, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        if (!QueueMessageJson.TryRead<TrialResultMessage>(message, StoreLayout.TrialResultsQueue, logger, out var result))
            return;
        using var span = telemetry.Begin(
            "take outcome", ActivityKind.Consumer, result.TraceParent, (ProcessorTelemetry.TrialTag, result.Outcome.TrialId));
        await events.RaiseAsync(client, result.InstanceId, result.Outcome, cancellation).ToldBy(span);
    }
}
