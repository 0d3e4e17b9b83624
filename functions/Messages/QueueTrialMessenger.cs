using Azure.Storage.Queues;
using NeuralStyle.Functions.Storage;

namespace NeuralStyle.Functions.Messages;

/// <summary>The queues in Azure Queue Storage (or Azurite).</summary>
public sealed class QueueTrialMessenger(QueueServiceClient service) : ITrialMessenger
{
    private readonly QueueSender _sender = new(service);

    public Task SendTrialAsync(TrialMessage message, CancellationToken cancellation) =>
        _sender.SendAsync(StoreLayout.TrialsQueue, QueueMessageJson.Write(message), cancellation);

    public Task SendResultAsync(TrialResultMessage message, CancellationToken cancellation) =>
        _sender.SendAsync(StoreLayout.TrialResultsQueue, QueueMessageJson.Write(message), cancellation);
}
