using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Microsoft.Extensions.Logging;
using NeuralStyle.Functions.Storage;

namespace NeuralStyle.Cli.Serve.Polling;

/// <summary>
/// Keeps a message invisible to other workers while it is worked on. Short and renewed, so that the message of a process that died is
/// there again within half a minute.
/// </summary>
internal sealed class MessageLease : IAsyncDisposable
{
    private static readonly TimeSpan RenewEvery = TimeSpan.FromSeconds(10);

    // What is left to do at the stop must not wait for a store that is gone.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly QueueClient _queue;
    private readonly QueueMessage _message;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _done;
    private readonly Task _renewing;
    private string _receipt;

    public MessageLease(QueueClient queue, QueueMessage message, TimeProvider clock, ILogger logger, CancellationToken stopping)
    {
        (_queue, _message, _logger, _receipt) = (queue, message, logger, message.PopReceipt);
        _done = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        _renewing = RenewAsync(clock);
    }

    /// <summary>How long a message stays invisible unless renewed.</summary>
    public static TimeSpan Length { get; } = TimeSpan.FromSeconds(30);

    /// <summary>Removes the message: its work is done.</summary>
    public async Task RemoveAsync(CancellationToken cancellation)
    {
        await EndRenewingAsync();
        await OursAsync("removing a message of", () => _queue.DeleteMessageAsync(_message.MessageId, _receipt, cancellation), cancellation);
    }

    /// <summary>Makes the message visible again after a while.</summary>
    public async Task ReleaseAsync(TimeSpan after)
    {
        await EndRenewingAsync();
        using var patience = new CancellationTokenSource(Patience);
        await OursAsync("giving back a message of", () => UpdateAsync(after, patience.Token), patience.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await EndRenewingAsync();
        _done.Dispose();
    }

    private async Task EndRenewingAsync()
    {
        await _done.CancelAsync();
        await _renewing;
    }

    private async Task RenewAsync(TimeProvider clock)
    {
        try
        {
            using var timer = new PeriodicTimer(RenewEvery, clock);
            while (await timer.WaitForNextTickAsync(_done.Token))
                await OursAsync("keeping a message of", () => UpdateAsync(Length, _done.Token), _done.Token);
        }
        catch (OperationCanceledException) when (_done.IsCancellationRequested)
        {
            // The work is over.
        }
        catch (StoreUnavailableException exception)
        {
            // The work goes on; at worst another worker takes the message too, which does no harm.
            ServeLogs.StorageOutOfReach(_logger, exception, _queue.Name);
        }
    }

    private async Task<Response> UpdateAsync(TimeSpan visibleAfter, CancellationToken cancellation)
    {
        var receipt = await _queue.UpdateMessageAsync(_message.MessageId, _receipt, _message.Body, visibleAfter, cancellation);
        _receipt = receipt.Value.PopReceipt;
        return receipt.GetRawResponse();
    }

    private Task<Response?> OursAsync(string doing, Func<Task<Response>> call, CancellationToken cancellation) =>
        StorageCall.RunAsync<Response?>($"{doing} queue {_queue.Name}", async () =>
        {
            try
            {
                return await call();
            }
            catch (RequestFailedException failed) when (failed.ErrorCode is "MessageNotFound" or "PopReceiptMismatch")
            {
                ServeLogs.LeaseLost(_logger, _queue.Name);
                return null;
            }
        }, cancellation);
}
