using NeuralStyle.Functions.Messages;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Plan.Records;
using NeuralStyle.Tests.Azurite;

namespace NeuralStyle.Functions.Tests.Messages;

public sealed class QueueTrialMessengerTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    [Fact]
    public async Task SendTrialAsync_NoQueueYet_MakesItAndTheMessageNeverExpires()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var queues = azurite.Connect().Queues;
        var message = new TrialMessage("sweep", "0123456789abcdef", "sweep-1:0123456789abcdef");

        await new QueueTrialMessenger(queues).SendTrialAsync(message, cancellation);

        var received = (await queues.GetQueueClient(StoreLayout.TrialsQueue).ReceiveMessagesAsync(cancellationToken: cancellation)).Value;
        var only = Assert.Single(received);
        Assert.Equal(message, QueueMessageJson.Read<TrialMessage>(only.Body.ToString()));
        Assert.Equal(9999, only.ExpiresOn!.Value.Year);
    }

    [Fact]
    public async Task PeekTrialsAsync_SomeTakenSomeNot_ShowsTheRestOldestFirstAndLeavesItAsItIs()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var queues = azurite.Connect().Queues;
        var queue = queues.GetQueueClient(StoreLayout.TrialsQueue);
        await queue.DeleteIfExistsAsync(cancellation);
        var messenger = new QueueTrialMessenger(queues);
        Assert.Empty(await messenger.PeekTrialsAsync(cancellation));
        var began = DateTimeOffset.UtcNow.AddSeconds(-1);

        foreach (var instance in (string[])["taken", "first", "second"])
            await messenger.SendTrialAsync(new TrialMessage("sweep", "t", instance), cancellation);
        await queue.SendMessageAsync("no message of ours", cancellation);
        Assert.Single((await queue.ReceiveMessagesAsync(maxMessages: 1, cancellationToken: cancellation)).Value);
        var waiting = await messenger.PeekTrialsAsync(cancellation);
        await messenger.PeekTrialsAsync(cancellation);

        Assert.Equal(["first", "second", null], waiting.Select(message => message.InstanceId));
        Assert.All(waiting, message => Assert.InRange(message.QueuedAt, began, DateTimeOffset.UtcNow.AddSeconds(1)));
        var taken = (await queue.ReceiveMessagesAsync(maxMessages: 32, cancellationToken: cancellation)).Value;
        Assert.Equal([1, 1, 1], taken.Select(message => message.DequeueCount));
    }

    [Fact]
    public async Task SendResultAsync_Failure_KeepsTheReason()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var queues = azurite.Connect().Queues;
        var outcome = new TrialOutcome { TrialId = "0123456789abcdef", State = TrialState.Failed, Reason = "diverged: \"NaN\"", Seconds = 1.5 };

        await new QueueTrialMessenger(queues).SendResultAsync(new TrialResultMessage("instance", outcome), cancellation);

        var received = (await queues.GetQueueClient(StoreLayout.TrialResultsQueue).ReceiveMessagesAsync(cancellationToken: cancellation)).Value;
        Assert.Equal(outcome, QueueMessageJson.Read<TrialResultMessage>(Assert.Single(received).Body.ToString()).Outcome);
    }
}
