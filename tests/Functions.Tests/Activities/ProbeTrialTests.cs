using NeuralStyle.Functions.Activities;
using NeuralStyle.Functions.Messages;
using NeuralStyle.Functions.Orchestrations;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Functions.Tests.Fakes;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Functions.Tests.Activities;

public sealed class ProbeTrialTests : IDisposable
{
    private const string InstanceId = "sweep-1:t";

    private static readonly DateTimeOffset QueuedBy = new(2025, 11, 22, 8, 0, 0, TimeSpan.Zero);

    private readonly Processor _processor = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("another", -3600, true)]
    [InlineData("another", 0, true)]
    [InlineData("another", 30, true)]
    [InlineData("another", 61, false)]
    [InlineData(InstanceId, 61, true)]
    [InlineData(null, -3600, true)]
    [InlineData(null, 61, false)]
    public async Task RunAsync_OneMessageStandsInTheQueue_IsInLineUnlessThatIsYoungerAndAnothers(string? instanceId, int secondsLater, bool expected)
    {
        _processor.Messenger.Line.Add(new WaitingMessage(instanceId, QueuedBy.AddSeconds(secondsLater)));

        Assert.Equal(new TrialProbe(null, false, expected), await ProbeAsync());
    }

    [Fact]
    public async Task RunAsync_QueueIsEmpty_IsNotInLine() =>
        Assert.Equal(new TrialProbe(null, false, false), await ProbeAsync());

    [Fact]
    public async Task RunAsync_GivenBackBehindYoungerOnes_IsInLine()
    {
        _processor.Messenger.Line.Add(new WaitingMessage("another", QueuedBy.AddHours(1)));
        _processor.Messenger.Line.Add(new WaitingMessage(InstanceId, QueuedBy.AddHours(2)));

        Assert.True((await ProbeAsync()).IsInLine);
    }

    [Theory]
    [InlineData(117, true)]
    [InlineData(121, false)]
    public async Task RunAsync_PutBackByAWorkerThatStopped_IsInLineFromThenOn(int secondsLater, bool expected)
    {
        await _processor.Store.WriteDocumentAsync(
            StoreLayout.TrialsContainer, StoreLayout.TrialProgress("t"), new TrialProgress("t", 1, 2, 0.5, 3, QueuedBy.AddMinutes(1)), Cancellation);
        // Its own message is far behind those that are shown.
        _processor.Messenger.Line.Add(new WaitingMessage("another", QueuedBy.AddSeconds(secondsLater + 2)));
        _processor.Messenger.Line.Add(new WaitingMessage("one more", QueuedBy.AddHours(1)));

        Assert.Equal(expected, (await ProbeAsync()).IsInLine);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(-3, false)]
    public async Task RunAsync_ProgressIsThere_IsRunningWhileThatIsNew(int minutes, bool expected)
    {
        await ProgressAsync(DateTimeOffset.UtcNow.AddMinutes(minutes));

        Assert.Equal(expected, (await ProbeAsync()).IsRunning);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(61, false)]
    public async Task RunAsync_WorkerWasToldToStopAndQueuedItAnew_IsInLineUnlessTheHeadIsYoungerThanThat(int secondsLater, bool expected)
    {
        await ProgressAsync(QueuedBy.AddHours(2));
        _processor.Messenger.Line.Add(new WaitingMessage("another", QueuedBy.AddHours(2).AddSeconds(secondsLater)));

        Assert.Equal(new TrialProbe(null, false, expected), await ProbeAsync());
    }

    [Fact]
    public async Task RunAsync_SweepIsCancelledAndNoWorkerComes_IsCancelled()
    {
        _processor.Messenger.Line.Add(new WaitingMessage(InstanceId, QueuedBy));
        await _processor.AskAsync("sweep", "sweep-1", SweepRequest.Cancel, Cancellation);

        var outcome = (await ProbeAsync()).Outcome;

        Assert.Equal(new TrialOutcome { TrialId = "t", State = TrialState.Cancelled, Reason = TrialReasons.Cancelled }, outcome);
    }

    [Fact]
    public async Task RunAsync_AnEarlierRunOfTheSweepWasCancelled_IsInLine()
    {
        _processor.Messenger.Line.Add(new WaitingMessage(InstanceId, QueuedBy));
        await _processor.AskAsync("sweep", "sweep-0", SweepRequest.Cancel, Cancellation);

        Assert.Equal(new TrialProbe(null, false, true), await ProbeAsync());
    }

    public void Dispose() => _processor.Dispose();

    private Task ProgressAsync(DateTimeOffset at) => _processor.Store.WriteDocumentAsync(
        StoreLayout.TrialsContainer, StoreLayout.TrialProgress("t"), new TrialProgress("t", 1, 2, 0.5, 3, at), Cancellation);

    private Task<TrialProbe> ProbeAsync() => _processor.Get<ProbeTrial>().RunAsync(
        new TrialRequest("sweep", "t", InstanceId) { QueuedBy = QueuedBy }, Cancellation);
}
