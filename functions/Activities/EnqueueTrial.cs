using System.Diagnostics;
using Microsoft.Azure.Functions.Worker;
using NeuralStyle.Functions.Messages;
using NeuralStyle.Functions.Orchestrations;
using NeuralStyle.Functions.Telemetry;

namespace NeuralStyle.Functions.Activities;

/// <summary>Puts a trial on the queue.</summary>
public sealed class EnqueueTrial(ITrialMessenger messenger, ProcessorTelemetry telemetry, TimeProvider clock)
{
    [Function(nameof(EnqueueTrial))]
    public async Task RunAsync([ActivityTrigger] TrialRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var span = telemetry.Begin(
            "queue trial", ActivityKind.Producer, request.TraceParent,
            (ProcessorTelemetry.SweepTag, request.Sweep), (ProcessorTelemetry.TrialTag, request.TrialId));
        var message = new TrialMessage(request.Sweep, request.TrialId, request.InstanceId)
        {
            AskedAt = request.AskedAt,
            QueuedAt = clock.GetUtcNow(),
            TraceParent = span?.Id ?? request.TraceParent,
        };
        await messenger.SendTrialAsync(message, cancellation).ToldBy(span);
    }
}
