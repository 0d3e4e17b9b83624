using NeuralStyle.Functions.Activities;
using NeuralStyle.Functions.Messages;
using NeuralStyle.Functions.Orchestrations;
using NeuralStyle.Functions.Sweeps;
using NeuralStyle.Functions.Tests.Fakes;
using NeuralStyle.Functions.Tests.Triggers;
using NeuralStyle.Functions.Triggers;
using NeuralStyle.Plan.Records;

namespace NeuralStyle.Functions.Tests.Trials;

/// <summary>Only what ended before a sweep asked for it is an earlier run's, and costs the sweep nothing.</summary>
public sealed class ReusedTrialTests : IDisposable
{
    private readonly Processor _processor = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _processor.Dispose();

    [Fact]
    public async Task RunAsync_MessageComesTwice_IsOfThisSweepBothTimes()
    {
        var request = await PlanAsync();

        var first = await Trials.RunAsync(request, Cancellation);
        var second = await Trials.RunAsync(request, Cancellation);

        Assert.False(first.Reused);
        Assert.Equal(first, second);
        Assert.Single(_processor.Engine.Runs);
    }

    [Fact]
    public async Task RunAsync_EndedBeforeItWasAskedFor_IsReused()
    {
        var request = await PlanAsync();
        await Trials.RunAsync(request, Cancellation);

        Assert.True((await Trials.RunAsync(request with { AskedAt = DateTimeOffset.UtcNow.AddHours(1) }, Cancellation)).Reused);
        // As an earlier version asked.
        Assert.True((await Trials.RunAsync(request with { AskedAt = null }, Cancellation)).Reused);
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(1, true)]
    public async Task ProbeTrial_OutcomeWasLost_IsReusedOnlyWhereItEndedBefore(int hours, bool expected)
    {
        var request = await PlanAsync();
        await Trials.RunAsync(request, Cancellation);

        var probe = await _processor.Get<ProbeTrial>().RunAsync(request with { AskedAt = DateTimeOffset.UtcNow.AddHours(hours) }, Cancellation);

        Assert.Equal((TrialState.Completed, expected), (probe.Outcome!.State, probe.Outcome.Reused));
    }

    [Fact]
    public async Task EnqueueTrial_AskedFor_TheMessageSaysWhenAndWhoeverTakesItKnows()
    {
        var request = await PlanAsync();
        await Trials.RunAsync(request, Cancellation);
        await _processor.Get<EnqueueTrial>().RunAsync(request, Cancellation);
        var message = QueueMessageJson.Write(Assert.Single(_processor.Messenger.Trials));
        var client = new FakeDurableClient();
        client.Instances[request.InstanceId] = Microsoft.DurableTask.Client.OrchestrationRuntimeStatus.Running;

        await _processor.Get<RunTrial>().RunAsync(message, Cancellation);
        await _processor.Get<OnTrialPoison>().RunAsync(message, client, Cancellation);

        Assert.False(Assert.Single(_processor.Messenger.Results).Outcome.Reused);
        Assert.False(Assert.IsType<TrialOutcome>(Assert.Single(client.Raised).Payload).Reused);
    }

    [Fact]
    public void Read_MessageOfAnEarlierVersion_IsOneThatWasAskedForAtNoKnownTime()
    {
        var message = QueueMessageJson.Read<TrialMessage>("""{"sweep":"s","trialId":"t","instanceId":"i"}""");

        Assert.Equal(new TrialMessage("s", "t", "i"), message);
    }

    private ControlledTrials Trials => _processor.Get<ControlledTrials>();

    private async Task<TrialRequest> PlanAsync()
    {
        var trialId = (await _processor.PlanOneAsync(Cancellation)).Id;
        return new TrialRequest(SampleSweep.Name, trialId, SweepIdentity.TrialInstanceId("s-1", trialId)) { AskedAt = DateTimeOffset.UtcNow };
    }
}
