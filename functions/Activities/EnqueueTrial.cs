using Microsoft.Azure.Functions.Worker;
using NeuralStyle.Functions.Messages;
using NeuralStyle.Functions.Orchestrations;

namespace NeuralStyle.Functions.Activities;

/// <summary>Puts a trial on the queue.</summary>
public sealed class EnqueueTrial(ITrialMessenger messenger)
{
    [Function(nameof(EnqueueTrial))]
    public Task RunAsync([ActivityTrigger] TrialRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        return messenger.SendTrialAsync(new TrialMessage(request.Sweep, request.TrialId, request.InstanceId), cancellation);
    }
}
