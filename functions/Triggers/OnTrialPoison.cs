using System.Diagnostics;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using NeuralStyle.Functions.Messages;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Functions.Telemetry;
using NeuralStyle.Functions.Trials;
using NeuralStyle.Plan.Records;

namespace NeuralStyle.Functions.Triggers;

/// <summary>
/// The queue gave a trial up: its worker died or failed unexpectedly each time. That fails the trial in this run of the sweep. No record
/// is kept, since it says nothing about the trial itself: a later submission tries again.
/// </summary>
public sealed class OnTrialPoison(
    FinishedTrials finished, TrialEvents events, ProcessorTelemetry telemetry, ILogger<OnTrialPoison> logger)
{
    [Function(nameof(OnTrialPoison))]
    public async Task RunAsync(
        [QueueTrigger(StoreLayout.TrialsPoisonQueue)] string message, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        if (!QueueMessageJson.TryRead<TrialMessage>(message, StoreLayout.TrialsPoisonQueue, logger, out var trial))
            return;

        using var span = telemetry.Begin(
            "give up trial", ActivityKind.Consumer, trial.TraceParent,
            (ProcessorTelemetry.SweepTag, trial.Sweep), (ProcessorTelemetry.TrialTag, trial.TrialId));
        // Perhaps only its message could not be taken off the queue, or another message brought it to its end.
        var found = await finished.FindOutcomeAsync(trial.TrialId, trial.AskedAt, cancellation);
        var outcome = found ?? new TrialOutcome
        {
            TrialId = trial.TrialId,
            State = TrialState.Failed,
            Reason = "The worker died or failed unexpectedly each time it ran this trial, as when memory runs out; its log says more. "
                + "Submit the sweep again to try again.",
        };
        await events.RaiseAsync(client, trial.InstanceId, outcome, cancellation).ToldBy(span);
        if (found is not null)
            return;
        // Last, so that it counts once however often this is tried.
        Logs.TrialGivenUp(logger, trial.TrialId, trial.Sweep);
        telemetry.TrialGivenUp();
    }
}
