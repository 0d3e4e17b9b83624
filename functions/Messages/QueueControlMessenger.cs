using Azure.Storage.Queues;
using NeuralStyle.Functions.Storage;

namespace NeuralStyle.Functions.Messages;

/// <summary>The way from those who ask something of a sweep to the host that runs it.</summary>
public sealed class QueueControlMessenger(QueueServiceClient service)
{
    private readonly QueueSender _sender = new(service);

    /// <summary>Tells the host to look what is asked.</summary>
    public Task SendAsync(SweepControlMessage message, CancellationToken cancellation) =>
        _sender.SendAsync(StoreLayout.SweepControlsQueue, QueueMessageJson.Write(message), cancellation);
}
