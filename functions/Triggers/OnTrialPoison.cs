using System.Text.Json;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using NeuralStyle.Functions.Messages;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Functions.Trials;
using NeuralStyle.Plan.Records;

namespace NeuralStyle.Functions.Triggers;

/// <summary>
/// The queue gave a trial up: its worker died or failed unexpectedly each time. That fails the trial in this run of the sweep. No record
/// is kept, since it says nothing about the trial itself: a later submission tries again.
/// </summary>
public sealed class OnTrialPoison(FinishedTrials finished, TrialEvents events, ILogger<OnTrialPoison> logger)
{
    [Function(nameof(OnTrialPoison))]
    public async Task RunAsync(
        [QueueTrigger(StoreLayout.TrialsPoisonQueue)] string message, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        TrialMessage trial;
        try
        {
            trial = QueueMessageJson.Read<TrialMessage>(message);
        }
        catch (JsonException exception)
        {
            Logs.UnreadableMessage(logger, exception, StoreLayout.TrialsPoisonQueue, message);
            return;
        }

        Logs.TrialGivenUp(logger, trial.TrialId, trial.Sweep);
        // Perhaps only its message could not be taken off the queue, or another message brought it to its end.
        var outcome = await finished.FindOutcomeAsync(trial.TrialId, cancellation) ?? new TrialOutcome
        {
            TrialId = trial.TrialId,
            State = TrialState.Failed,
            Reason = "The worker died or failed unexpectedly each time it ran this trial, as when memory runs out; its log says more. "
                + "Submit the sweep again to try again.",
        };
        await events.RaiseAsync(client, trial.InstanceId, outcome, cancellation);
    }
}
