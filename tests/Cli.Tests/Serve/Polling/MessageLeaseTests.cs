using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Microsoft.Extensions.Logging.Abstractions;
using NeuralStyle.Cli.Serve.Polling;
using NeuralStyle.Functions.Tests.Fakes;
using NeuralStyle.Tests.Azurite;

namespace NeuralStyle.Cli.Tests.Serve.Polling;

public sealed class MessageLeaseTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>, IDisposable
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(10);

    private readonly ManualClock _clock = new(new DateTimeOffset(2026, 11, 21, 20, 0, 0, TimeSpan.Zero));
    private readonly WireTap _wire = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _wire.Dispose();

    [Fact]
    public async Task Lost_AnswerOfARenewalIsLost_IsNotSaidBeforeAnotherCanHaveTheMessage()
    {
        var (queue, message) = await TakeAsync("lost-answer");
        // The renewal arrives; the client's own second try meets another receipt.
        _wire.AnswersToLose = 1;
        await using var lease = new MessageLease(queue, message, _clock, NullLogger.Instance, Cancellation);

        await BeatAsync(renewals: 2);
        await BeatAsync(renewals: 3);
        Assert.False(lease.Lost.IsCancellationRequested);

        // The one before may be heard of only by now, and tell it as well.
        _clock.Advance(Beat);
        await Until.TrueAsync(() => lease.Lost.IsCancellationRequested);
    }

    [Fact]
    public async Task Lost_AnswerIsLostAfterARenewal_IsNotSaidBeforeTheTimeOfThatIsOver()
    {
        var (queue, message) = await TakeAsync("lost-later");
        await using var lease = new MessageLease(queue, message, _clock, NullLogger.Instance, Cancellation);
        await BeatAsync(renewals: 1);
        _wire.AnswersToLose = 1;

        await BeatAsync(renewals: 3);
        await BeatAsync(renewals: 4);
        // Waits for what is under way.
        await lease.RemoveAsync(Cancellation);

        Assert.False(lease.Lost.IsCancellationRequested);
    }

    [Fact]
    public async Task Lost_RenewedAllAlong_IsNeverSaid()
    {
        var (queue, message) = await TakeAsync("renewed");
        await using var lease = new MessageLease(queue, message, _clock, NullLogger.Instance, Cancellation);

        for (var renewals = 1; renewals <= 5; renewals++)
            await BeatAsync(renewals);

        Assert.False(lease.Lost.IsCancellationRequested);
        await lease.RemoveAsync(Cancellation);
        Assert.Equal(0, await WaitingAsync(queue));
    }

    [Fact]
    public async Task RemoveAsync_RenewalUnderWay_LetsItEndAndRemovesTheMessage()
    {
        var (queue, message) = await TakeAsync("under-way");
        await using var lease = new MessageLease(queue, message, _clock, NullLogger.Instance, Cancellation);
        // It has arrived, and its answer is on its way.
        var answer = _wire.Hold = new TaskCompletionSource();
        await BeatAsync(renewals: 1);

        var removing = lease.RemoveAsync(Cancellation);
        // Time enough for it to be broken off, were it to be.
        await Task.Delay(200, Cancellation);
        answer.SetResult();
        await removing;

        Assert.Equal(0, await WaitingAsync(queue));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Lost_QueueIsRemoved_IsNeverSaidAndTheLeaseEndsInPeace(bool released)
    {
        var (queue, message) = await TakeAsync(released ? "gone-released" : "gone-removed");
        await using var lease = new MessageLease(queue, message, _clock, NullLogger.Instance, Cancellation);
        await queue.DeleteAsync(Cancellation);

        // Longer than a message stays invisible.
        for (var renewals = 1; renewals <= 5; renewals++)
            await BeatAsync(renewals);
        await (released ? lease.ReleaseAsync(TimeSpan.Zero) : lease.RemoveAsync(Cancellation));

        Assert.False(lease.Lost.IsCancellationRequested);
    }

    [Fact]
    public async Task RemoveAsync_HostStops_RemovesTheMessageAllTheSame()
    {
        var (queue, message) = await TakeAsync("stops");
        using var stopping = new CancellationTokenSource();
        await using var lease = new MessageLease(queue, message, _clock, NullLogger.Instance, stopping.Token);

        await stopping.CancelAsync();
        await lease.RemoveAsync(stopping.Token);

        Assert.Equal(0, await WaitingAsync(queue));
    }

    private async Task<(QueueClient Queue, QueueMessage Message)> TakeAsync(string name)
    {
        var options = new QueueClientOptions { Transport = _wire };
        options.Retry.Delay = TimeSpan.FromMilliseconds(1);
        var queue = new QueueClient(azurite.Require(), name, options);
        await queue.CreateAsync(cancellationToken: Cancellation);
        await queue.SendMessageAsync("work", Cancellation);
        return (queue, (await queue.ReceiveMessageAsync(MessageLease.Length, Cancellation)).Value);
    }

    // Until that many renewals have arrived in all.
    private async Task BeatAsync(int renewals)
    {
        _clock.Advance(Beat);
        await Until.TrueAsync(() => _wire.Renewals >= renewals);
    }

    private static async Task<int> WaitingAsync(QueueClient queue) => (await queue.GetPropertiesAsync(Cancellation)).Value.ApproximateMessagesCount;

    /// <summary>Requests pass it to Azurite; renewals' answers can be lost or held back.</summary>
    private sealed class WireTap : HttpClientTransport
    {
        private int _renewals;

        public int AnswersToLose { get; set; }

        public TaskCompletionSource? Hold { get; set; }

        public int Renewals => Volatile.Read(ref _renewals);

        public override async ValueTask ProcessAsync(HttpMessage message)
        {
            await base.ProcessAsync(message);
            if (message.Request.Method != RequestMethod.Put || !message.Request.Uri.ToString().Contains("/messages/", StringComparison.Ordinal))
                return;
            Interlocked.Increment(ref _renewals);
            if (Hold is { } hold)
                await hold.Task.WaitAsync(message.CancellationToken);
            if (AnswersToLose-- > 0)
                throw new IOException("the answer is lost, as the test wants");
        }
    }
}
