using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using NeuralStyle.Functions.Orchestrations;
using NeuralStyle.Plan.Records;

namespace NeuralStyle.Functions.Triggers;

/// <summary>Hands outcomes to the orchestrations that wait for them.</summary>
public sealed class TrialEvents(ILogger<TrialEvents> logger)
{
    /// <summary>
    /// Raises the event. An outcome that nobody waits for is dropped: a message may come twice, and an orchestration that is begun
    /// again finds the trial's record.
    /// </summary>
    public async Task RaiseAsync(DurableTaskClient client, string instanceId, TrialOutcome outcome, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(outcome);
        var instance = await client.GetInstanceAsync(instanceId, cancellation);
        if (instance is null || instance.IsCompleted)
        {
            Logs.OutcomeDropped(logger, outcome.TrialId, instanceId);
            return;
        }

        await client.RaiseEventAsync(instanceId, TrialOrchestration.FinishedEvent, outcome, cancellation);
    }
}
