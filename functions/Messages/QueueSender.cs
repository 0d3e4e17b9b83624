using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using NeuralStyle.Functions.Storage;

namespace NeuralStyle.Functions.Messages;

/// <summary>Sends to queues of a storage account. They are created when something is first sent.</summary>
public sealed class QueueSender(QueueServiceClient service)
{
    // A message may wait longer than the service's seven days; below zero means that it never goes away by itself.
    private static readonly TimeSpan Forever = TimeSpan.FromSeconds(-1);

    /// <summary>Sends a message.</summary>
    public Task<Response<SendReceipt>> SendAsync(string queueName, string text, CancellationToken cancellation) =>
        StorageCall.RunAsync($"sending to queue {queueName}", async () =>
        {
            var queue = service.GetQueueClient(queueName);
            try
            {
                return await queue.SendMessageAsync(text, timeToLive: Forever, cancellationToken: cancellation);
            }
            catch (RequestFailedException failed) when (failed.Status == 404)
            {
                await queue.CreateIfNotExistsAsync(cancellationToken: cancellation);
                return await queue.SendMessageAsync(text, timeToLive: Forever, cancellationToken: cancellation);
            }
        }, cancellation);
}
