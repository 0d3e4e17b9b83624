using Microsoft.Azure.Functions.Worker;
using NeuralStyle.Functions.Messages;
using NeuralStyle.Functions.Orchestrations;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Functions.Sweeps;

namespace NeuralStyle.Functions.Triggers;

/// <summary>Runs one queued trial on the engine and sends its outcome back. The worker's function: the container with the GPU.</summary>
public sealed class RunTrial(ControlledTrials trials, ITrialMessenger messenger)
{
    /// <summary>What is thrown returns the message to the queue; after five times it goes to <c>trials-poison</c>.</summary>
    [Function(nameof(RunTrial))]
    public async Task RunAsync([QueueTrigger(StoreLayout.TrialsQueue)] string message, CancellationToken cancellation)
    {
        var trial = QueueMessageJson.Read<TrialMessage>(message);
        var outcome = await trials.RunAsync(new TrialRequest(trial.Sweep, trial.TrialId, trial.InstanceId), cancellation);
        await messenger.SendResultAsync(new TrialResultMessage(trial.InstanceId, outcome), cancellation);
    }
}
