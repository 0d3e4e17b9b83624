using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Microsoft.Extensions.Logging;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Functions.Workers;

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

    private readonly TimeProvider _clock;
    private readonly QueueClient _queue;
    private readonly QueueMessage _message;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _done;
    private readonly CancellationTokenSource _lost = new();
    private readonly Task _renewing;
    private string _receipt;
    private long _renewedAt;

    public MessageLease(QueueClient queue, QueueMessage message, TimeProvider clock, ILogger logger, CancellationToken stopping)
    {
        (_queue, _message, _clock, _logger, _receipt) = (queue, message, clock, logger, message.PopReceipt);
        _renewedAt = clock.GetTimestamp();
        _done = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        _renewing = RenewAsync();
    }

    /// <summary>How long a message stays invisible unless renewed.</summary>
    public static TimeSpan Length { get; } = TimeSpan.FromSeconds(30);

    /// <summary>Is cancelled when the message turns out to be another worker's: what is done on it here is done in vain.</summary>
    public CancellationToken Lost => _lost.Token;

    /// <summary>Removes the message: its work is done, also where its host stops by now.</summary>
    public async Task RemoveAsync(CancellationToken stopping)
    {
        await EndRenewingAsync();
        using var grace = new Grace(Patience, _clock, stopping);
        await OursAsync("removing a message of", () => _queue.DeleteMessageAsync(_message.MessageId, _receipt, grace.Token), grace.Token);
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
        _lost.Dispose();
    }

    private async Task EndRenewingAsync()
    {
        await _done.CancelAsync();
        await _renewing;
    }

    private async Task RenewAsync()
    {
        try
        {
            using var timer = new PeriodicTimer(RenewEvery, _clock);
            while (!_lost.IsCancellationRequested && await timer.WaitForNextTickAsync(_done.Token))
                await RenewOnceAsync();
        }
        catch (OperationCanceledException) when (_done.IsCancellationRequested)
        {
            // The work is over.
        }
    }

    private async Task RenewOnceAsync()
    {
        // One that is under way when the work ends is let end: broken off, nobody would know by which receipt the message is to be had.
        using var grace = new Grace(Patience, _clock, _done.Token);
        try
        {
            if (await OursAsync("keeping a message of", () => UpdateAsync(Length, grace.Token), grace.Token) is null && IsOver)
                await _lost.CancelAsync();
        }
        catch (StoreUnavailableException exception)
        {
            // The work goes on, and the next time may do better: a message that nobody took meanwhile is still ours.
            ServeLogs.StorageOutOfReach(_logger, exception, _queue.Name);
        }
    }

    // Until then nobody else can have taken the message: its receipt is another because the answer that told it was lost on its way here.
    private bool IsOver => _clock.GetElapsedTime(_renewedAt) >= Length;

    private async Task<Response> UpdateAsync(TimeSpan visibleAfter, CancellationToken cancellation)
    {
        var asked = _clock.GetTimestamp();
        var receipt = await _queue.UpdateMessageAsync(_message.MessageId, _receipt, _message.Body, visibleAfter, cancellation);
        (_receipt, _renewedAt) = (receipt.Value.PopReceipt, asked);
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
            catch (RequestFailedException failed) when (failed.ErrorCode == QueueErrorCode.QueueNotFound)
            {
                // Someone removed it. Nobody else can have taken the message: what is done on it is not done in vain.
                ServeLogs.QueueGone(_logger, _queue.Name);
                _renewedAt = _clock.GetTimestamp();
                return null;
            }
        }, cancellation);
}
