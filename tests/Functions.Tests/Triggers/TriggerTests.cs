using Microsoft.DurableTask.Client;
using NeuralStyle.Functions.Messages;
using NeuralStyle.Functions.Orchestrations;
using NeuralStyle.Functions.Sweeps;
using NeuralStyle.Functions.Tests.Fakes;
using NeuralStyle.Functions.Triggers;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Functions.Tests.Triggers;

public sealed class TriggerTests : IDisposable
{
    private readonly Processor _processor = new();
    private readonly FakeDurableClient _client = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task OnTrialResult_Waiting_RaisesTheOutcome()
    {
        _client.Instances["i"] = OrchestrationRuntimeStatus.Running;
        var outcome = new TrialOutcome { TrialId = "t", State = TrialState.Completed };

        await _processor.Get<OnTrialResult>().RunAsync(QueueMessageJson.Write(new TrialResultMessage("i", outcome)), _client, Cancellation);

        Assert.Equal([("i", TrialOrchestration.FinishedEvent, (object?)outcome)], _client.Raised);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(OrchestrationRuntimeStatus.Completed)]
    [InlineData(OrchestrationRuntimeStatus.Terminated)]
    public async Task OnTrialResult_NobodyWaits_DropsIt(OrchestrationRuntimeStatus? status)
    {
        if (status is { } known)
            _client.Instances["i"] = known;
        var outcome = new TrialOutcome { TrialId = "t", State = TrialState.Completed };

        await _processor.Get<OnTrialResult>().RunAsync(QueueMessageJson.Write(new TrialResultMessage("i", outcome)), _client, Cancellation);

        Assert.Empty(_client.Raised);
    }

    [Fact]
    public async Task OnSweepControl_SweepWasTerminated_SaysSoInItsStatus()
    {
        _client.Instances["i"] = OrchestrationRuntimeStatus.Terminated;
        await _processor.Status.BeginAsync("sweep", "i", "e", [], default, Cancellation);

        await _processor.Get<OnSweepControl>().RunAsync(QueueMessageJson.Write(new SweepControlMessage("sweep", "i")), _client, Cancellation);

        Assert.Equal(SweepState.Failed, (await _processor.Status.ReadAsync("sweep", Cancellation))!.State);
        Assert.Empty(_client.Raised);
    }

    [Fact]
    public async Task OnTrialPoison_NeverFinished_FailsTheTrialWithoutARecord()
    {
        _client.Instances["i"] = OrchestrationRuntimeStatus.Running;

        await _processor.Get<OnTrialPoison>().RunAsync(QueueMessageJson.Write(new TrialMessage("s", "t", "i")), _client, Cancellation);

        var outcome = Assert.IsType<TrialOutcome>(Assert.Single(_client.Raised).Payload);
        Assert.Equal(TrialState.Failed, outcome.State);
        Assert.Contains("worker died", outcome.Reason, StringComparison.Ordinal);
        Assert.Empty(_processor.Store.Written);
    }

    [Fact]
    public async Task RunTrial_Queued_RunsItAndSendsTheOutcome()
    {
        await SampleSweep.PutImagesAsync(_processor.Store, Cancellation);
        var plan = await _processor.Planning.PlanAsync(
            SampleSweep.Name, "m.yaml", System.Text.Encoding.UTF8.GetBytes(SampleSweep.Manifest), Cancellation);
        var message = new TrialMessage(SampleSweep.Name, plan.Trials[1].Id, "i");

        await _processor.Get<RunTrial>().RunAsync(QueueMessageJson.Write(message), Cancellation);

        var result = Assert.Single(_processor.Messenger.Results);
        Assert.Equal(("i", plan.Trials[1].Id, TrialState.Completed), (result.InstanceId, result.Outcome.TrialId, result.Outcome.State));
    }

    [Fact]
    public async Task SweepStart_GoodManifest_SchedulesOnce()
    {
        await SampleSweep.PutImagesAsync(_processor.Store, Cancellation);
        var etag = await SampleSweep.PutManifestAsync(_processor.Store, SampleSweep.Name, SampleSweep.Manifest, Cancellation);

        await _processor.Get<SweepStart>().RunAsync("sample-sweep.yaml", _client, Cancellation);
        await _processor.Get<SweepStart>().RunAsync("sample-sweep.yaml", _client, Cancellation);

        var (name, instanceId, input) = Assert.Single(_client.Scheduled);
        Assert.Equal((nameof(SweepOrchestration), SweepIdentity.InstanceId(SampleSweep.Name, etag)), (name, instanceId));
        Assert.Equal(etag, Assert.IsType<SweepInput>(input).ManifestETag);
        Assert.Equal(SweepState.Planning, (await _processor.Status.ReadAsync(SampleSweep.Name, Cancellation))!.State);
    }

    [Fact]
    public async Task SweepStart_ManifestReplacedWhileItsSweepRuns_HasTheEarlierRunLook()
    {
        await SampleSweep.PutImagesAsync(_processor.Store, Cancellation);
        foreach (var contentWeight in (int[])[2, 3])
        {
            await SampleSweep.PutManifestAsync(_processor.Store, SampleSweep.Name, SampleSweep.Unlike(SampleSweep.Manifest, contentWeight), Cancellation);
            await _processor.Get<SweepStart>().RunAsync("sample-sweep.yaml", _client, Cancellation);
        }

        var raised = Assert.Single(_client.Raised);
        Assert.Equal((_client.Scheduled[0].InstanceId, SweepOrchestration.ControlEvent), (raised.InstanceId, raised.Event));
        Assert.Equal(2, _client.Scheduled.Count);
    }

    [Fact]
    public async Task SweepStart_BadManifest_WritesEveryProblemAndSchedulesNothing()
    {
        await SampleSweep.PutImagesAsync(_processor.Store, Cancellation);
        const string Manifest = "content: [content.png]\nstyle: [style.png]\nparameters: {imageSize: tiny, iteration: 3}\naxes: {init: [nose]}";
        await SampleSweep.PutManifestAsync(_processor.Store, SampleSweep.Name, Manifest, Cancellation);

        await _processor.Get<SweepStart>().RunAsync("sample-sweep.yaml", _client, Cancellation);

        Assert.Empty(_client.Scheduled);
        var status = await _processor.Status.ReadAsync(SampleSweep.Name, Cancellation);
        Assert.Equal(SweepState.Rejected, status!.State);
        Assert.Equal(3, status.Problems.Count);
    }

    [Theory]
    [InlineData("readme.txt")]
    [InlineData("gone.yaml")]
    public async Task SweepStart_NoManifest_DoesNothing(string name)
    {
        await _processor.Get<SweepStart>().RunAsync(name, _client, Cancellation);

        Assert.Empty(_client.Scheduled);
        Assert.Empty(_processor.Store.Written);
    }

    public void Dispose() => _processor.Dispose();
}
