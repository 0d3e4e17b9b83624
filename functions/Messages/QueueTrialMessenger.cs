using System.Text.Json;
using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using NeuralStyle.Functions.Storage;

namespace NeuralStyle.Functions.Messages;

/// <summary>The queues in Azure Queue Storage (or Azurite).</summary>
public sealed class QueueTrialMessenger(QueueServiceClient service) : ITrialMessenger
{
    // The service shows no more in one answer.
    private const int MostPeeked = 32;

    private readonly QueueSender _sender = new(service);

    public Task SendTrialAsync(TrialMessage message, CancellationToken cancellation) =>
        _sender.SendAsync(StoreLayout.TrialsQueue, QueueMessageJson.Write(message), cancellation);

    public Task<IReadOnlyList<WaitingMessage>> PeekTrialsAsync(CancellationToken cancellation) =>
        StorageCall.RunAsync<IReadOnlyList<WaitingMessage>>($"looking at queue {StoreLayout.TrialsQueue}", async () =>
        {
            try
            {
                var queue = service.GetQueueClient(StoreLayout.TrialsQueue);
                var messages = await queue.PeekMessagesAsync(MostPeeked, cancellation);
                return [.. messages.Value.Select(message => new WaitingMessage(InstanceOf(message), message.InsertedOn ?? DateTimeOffset.MinValue))];
            }
            catch (RequestFailedException failed) when (failed.Status == 404)
            {
                return [];
            }
        }, cancellation);

    public Task SendResultAsync(TrialResultMessage message, CancellationToken cancellation) =>
        _sender.SendAsync(StoreLayout.TrialResultsQueue, QueueMessageJson.Write(message), cancellation);

    private static string? InstanceOf(PeekedMessage message)
    {
        try
        {
            return QueueMessageJson.Read<TrialMessage>(message.Body.ToString()).InstanceId;
        }
        catch (JsonException)
        {
            // Whoever takes it says so; it has its place in the line all the same.
            return null;
        }
    }
}
