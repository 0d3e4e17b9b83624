using Microsoft.Azure.Functions.Worker;
using NeuralStyle.Functions.Messages;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Functions.Trials;

namespace NeuralStyle.Functions.Triggers;

/// <summary>Runs one queued trial on the engine and sends its outcome back. The worker's function: the container with the GPU.</summary>
public sealed class RunTrial(TrialExecution execution, ITrialMessenger messenger)
{
    /// <summary>What is thrown returns the message to the queue; after five times it goes to <c>trials-poison</c>.</summary>
    [Function(nameof(RunTrial))]
    public async Task RunAsync([QueueTrigger(StoreLayout.TrialsQueue)] string message, CancellationToken cancellation)
    {
        var trial = QueueMessageJson.Read<TrialMessage>(message);
        var outcome = await execution.RunAsync(trial.TrialId, cancellation);
        await messenger.SendResultAsync(new TrialResultMessage(trial.InstanceId, outcome), cancellation);
    }
}
