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
