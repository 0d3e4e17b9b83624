using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using NeuralStyle.Functions.Messages;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Functions.Workers;

namespace NeuralStyle.Cli.Serve.Polling;

/// <summary>
/// A queue trigger: takes messages, keeps them invisible to others while the function runs, removes them when it succeeded. A message
/// that was taken more than five times goes to the queue's poison queue, as host.json has it in Azure.
/// </summary>
internal sealed class QueueWatch(
    QueueFunction function,
    QueueServiceClient queues,
    DurableTaskClient client,
    Bell bell,
    TimeSpan waitAfterFailure,
    TimeProvider clock,
    ILogger<QueueWatch> logger)
{
    /// <summary>How often a message may be taken before it is given up: <c>maxDequeueCount</c> of host.json.</summary>
    public const int AllowedDequeues = 5;

    private readonly QueueClient _queue = queues.GetQueueClient(function.Queue);
    private readonly QueueSender _sender = new(queues);

    private string PoisonQueue => $"{function.Queue}-poison";

    /// <summary>Makes the queue if it isn't there.</summary>
    public Task PrepareAsync(CancellationToken cancellation) =>
        StorageCall.RunAsync(
            $"creating queue {function.Queue}", () => _queue.CreateIfNotExistsAsync(cancellationToken: cancellation), cancellation);

    /// <summary>Watches until it is told to stop, and then until the messages at hand are let go.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        using var places = new MessagePlaces(function.BatchSize);
        function.OnRelieved?.Invoke(places.Relieve);
        var atWork = new List<Task>();
        try
        {
            await TakeAsync(places, atWork, stopping);
        }
        finally
        {
            await Task.WhenAll(atWork).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task TakeAsync(MessagePlaces places, List<Task> atWork, CancellationToken stopping)
    {
        var pace = new PollingPace(clock, bell);
        while (!stopping.IsCancellationRequested)
        {
            var free = places.Free;
            if (free == 0)
            {
                await places.ChangedAsync(stopping);
                continue;
            }

            IReadOnlyList<QueueMessage> messages = [];
            try
            {
                messages = await ReceiveAsync(free, stopping);
            }
            catch (StoreUnavailableException exception)
            {
                ServeLogs.StorageOutOfReach(logger, exception, function.Queue);
            }

            // What is left to go wrong breaks the loop down, and the host with it.
            foreach (var broken in atWork.Where(work => work.IsFaulted))
                await broken;
            atWork.RemoveAll(work => work.IsCompleted);
            atWork.AddRange(messages.Select(message => InPlaceAsync(message, places, stopping)));
            if (messages.Count == 0)
                await pace.WaitAsync(stopping);
            else
                pace.FoundNews();
        }
    }

    private async Task InPlaceAsync(QueueMessage message, MessagePlaces places, CancellationToken stopping)
    {
        using var place = places.Take(function.KeyOf(message.Body.ToString()));
        try
        {
            await HandleAsync(message, stopping);
        }
        catch (StoreUnavailableException exception)
        {
            // The message comes back when its lease has run out.
            ServeLogs.StorageOutOfReach(logger, exception, function.Queue);
        }
    }

    private Task<IReadOnlyList<QueueMessage>> ReceiveAsync(int most, CancellationToken stopping) =>
        StorageCall.RunAsync<IReadOnlyList<QueueMessage>>(
            $"taking from queue {function.Queue}",
            async () =>
            {
                try
                {
                    return (await _queue.ReceiveMessagesAsync(most, MessageLease.Length, stopping)).Value;
                }
                catch (RequestFailedException failed) when (failed.ErrorCode == QueueErrorCode.QueueNotFound)
                {
                    // Someone removed it; it comes back with the next message.
                    return [];
                }
            },
            stopping);

    private async Task HandleAsync(QueueMessage message, CancellationToken stopping)
    {
        await using var lease = new MessageLease(_queue, message, clock, logger, stopping);
        if (message.DequeueCount > AllowedDequeues)
        {
            // It was taken before by workers that died of it; it is not run again.
            await PoisonAsync(message, lease, stopping);
            return;
        }

        using var working = CancellationTokenSource.CreateLinkedTokenSource(stopping, lease.Lost);
        try
        {
            await function.RunAsync(message.Body.ToString(), client, working.Token);
            await lease.RemoveAsync(stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Whoever comes next need not wait for the lease to run out.
            await lease.ReleaseAsync(TimeSpan.Zero);
            throw;
        }
        catch (OperationCanceledException) when (lease.Lost.IsCancellationRequested)
        {
            // Another has it; the lease has said so.
        }
        catch (WorkerFaultException fault)
        {
            // It is this process that is at fault, and it ends.
            ServeLogs.MessageGivenBack(logger, function.Queue, fault.Message);
            await lease.ReleaseAsync(TimeSpan.Zero);
        }
#pragma warning disable CA1031 // Whatever a function throws returns its message to the queue.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            ServeLogs.MessageFailed(logger, exception, function.Queue, message.DequeueCount, AllowedDequeues);
            if (message.DequeueCount >= AllowedDequeues)
                await PoisonAsync(message, lease, stopping);
            else
                await lease.ReleaseAsync(waitAfterFailure);
        }
    }

    private async Task PoisonAsync(QueueMessage message, MessageLease lease, CancellationToken stopping)
    {
        ServeLogs.MessagePoisoned(logger, function.Queue, message.DequeueCount, PoisonQueue);
        await _sender.SendAsync(PoisonQueue, message.Body.ToString(), stopping);
        await lease.RemoveAsync(stopping);
    }
}
