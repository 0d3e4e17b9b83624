using Microsoft.DurableTask.Client;
using NeuralStyle.Functions.Orchestrations;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Functions.Sweeps;
using NeuralStyle.Functions.Tests.Fakes;
using NeuralStyle.Functions.Tests.Triggers;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Functions.Tests.Sweeps;

/// <summary>A manifest's event comes at least once: twice, at the same instant, late, or after a newer one.</summary>
public sealed class SweepStartTests : IDisposable
{
    private const string Manifest = $"{SampleSweep.Name}.yaml";

    private readonly ManualClock _clock = new();
    private readonly Processor _processor;
    private readonly FakeDurableClient _client = new();

    public SweepStartTests() => _processor = new Processor(_clock);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string InstanceId => _client.Scheduled[^1].InstanceId!;

    [Fact]
    public async Task RunAsync_ManyAtOnce_SchedulesOnce()
    {
        await PutAsync(SampleSweep.Manifest);

        await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(StartAsync, Cancellation)));

        Assert.Single(_client.Scheduled);
        Assert.Equal(InstanceId, (await _processor.Status.ReadAsync(SampleSweep.Name, Cancellation))!.InstanceId);
    }

    [Fact]
    public async Task RunAsync_SecondHasSeenNobodyRunWhenTheFirstReports_LeavesWhatTheFirstReported()
    {
        await PutAsync(SampleSweep.Manifest);
        // Holds the second after it has asked who runs, and before it writes that it begins.
        var (held, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        var first = true;
        _processor.Store.Before = async (_, name) =>
        {
            if (name != StoreLayout.SweepStatus(SampleSweep.Name) || !first)
                return;
            first = false;
            held.SetResult();
            await goOn.Task;
        };
        var slow = Task.Run(StartAsync, Cancellation);
        await held.Task;

        await StartAsync();
        var reported = new TrialStatus("t", TrialState.Completed);
        await _processor.Status.ApplyAsync(
            new() { Sweep = SampleSweep.Name, InstanceId = InstanceId, ManifestETag = "e", State = SweepState.Running, Trials = [reported] }, null, Cancellation);
        goOn.SetResult();
        await slow;

        Assert.Single(_client.Scheduled);
        Assert.Equal([reported], (await _processor.Status.ReadAsync(SampleSweep.Name, Cancellation))!.Trials);
    }

    [Theory]
    [InlineData(OrchestrationRuntimeStatus.Running)]
    [InlineData(OrchestrationRuntimeStatus.Completed)]
    [InlineData(OrchestrationRuntimeStatus.Failed)]
    [InlineData(OrchestrationRuntimeStatus.Terminated)]
    public async Task RunAsync_AnotherSchedulesInTheSameInstant_LeavesItsOrchestrationWhateverBecameOfIt(OrchestrationRuntimeStatus status)
    {
        var etag = await PutAsync(SampleSweep.Manifest);
        _client.BeforeScheduling = () =>
        {
            _client.Instances[SweepIdentity.InstanceId(SampleSweep.Name, etag)] = status;
            return Task.CompletedTask;
        };

        await StartAsync();

        Assert.Empty(_client.Scheduled);
    }

    [Theory]
    [InlineData(SweepState.Completed)]
    [InlineData(SweepState.Failed)]
    [InlineData(SweepState.Cancelled)]
    public async Task RunAsync_EventOfASweepWhoseHistoryWasPurged_StartsNothing(SweepState state)
    {
        await PutAsync(SampleSweep.Manifest);
        await StartAsync();
        await _processor.Status.ApplyAsync(
            new() { Sweep = SampleSweep.Name, InstanceId = InstanceId, ManifestETag = "e", State = state }, null, Cancellation);
        _client.Instances.Clear();

        await StartAsync();

        Assert.Single(_client.Scheduled);
        Assert.Equal(state, (await _processor.Status.ReadAsync(SampleSweep.Name, Cancellation))!.State);
    }

    [Fact]
    public async Task RunAsync_EventOfASweepThatWasTerminated_SaysSoAndStartsNothing()
    {
        await PutAsync(SampleSweep.Manifest);
        await StartAsync();
        _client.Instances[InstanceId] = OrchestrationRuntimeStatus.Terminated;

        await StartAsync();

        Assert.Single(_client.Scheduled);
        Assert.Equal(SweepState.Failed, (await _processor.Status.ReadAsync(SampleSweep.Name, Cancellation))!.State);
    }

    [Theory]
    [InlineData(OrchestrationRuntimeStatus.Failed)]
    [InlineData(OrchestrationRuntimeStatus.Terminated)]
    public async Task RunAsync_ManifestIsWrittenAgainAfterItsOrchestrationBrokeOff_Starts(OrchestrationRuntimeStatus became)
    {
        await PutAsync(SampleSweep.Manifest);
        await StartAsync();
        _client.Instances[InstanceId] = became;

        await PutAsync(SampleSweep.Manifest);
        await StartAsync();

        Assert.Equal(2, _client.Scheduled.Count);
        Assert.Equal(InstanceId, (await _processor.Status.ReadAsync(SampleSweep.Name, Cancellation))!.InstanceId);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task RunAsync_CallerDiedBeforeTheReplacedRunWasTold_TellsItWhenItIsCalledAgain(bool isGood)
    {
        await PutAsync(SampleSweep.Manifest);
        await StartAsync();
        var paused = InstanceId;
        await PutAsync(isGood ? SampleSweep.Unlike(SampleSweep.Manifest, 7) : "content: [gone.png]");
        await DieBeforeRaisingAsync();

        await StartAsync();

        Assert.Equal([paused], _client.Raised.Select(raised => raised.InstanceId).Distinct());
        Assert.Equal(isGood ? 2 : 1, _client.Scheduled.Count);
    }

    [Fact]
    public async Task RunAsync_CallerDiedBeforeTheReplacedRunWasToldAndAnotherManifestCame_TellsItAllTheSame()
    {
        await PutAsync(SampleSweep.Manifest);
        await StartAsync();
        var paused = InstanceId;
        await PutAsync(SampleSweep.Unlike(SampleSweep.Manifest, 7));
        await DieBeforeRaisingAsync();

        await PutAsync(SampleSweep.Unlike(SampleSweep.Manifest, 8));
        await StartAsync();

        Assert.Equal([paused], _client.Raised.Select(raised => raised.InstanceId));
    }

    [Fact]
    public async Task RunAsync_CallerDiedBetweenStatusAndSchedule_StartsWhenItIsCalledAgain()
    {
        await PutAsync(SampleSweep.Manifest);
        _client.BeforeScheduling = () => throw new StoreUnavailableException("the process dies here");
        await Assert.ThrowsAsync<StoreUnavailableException>(StartAsync);
        _client.BeforeScheduling = () => Task.CompletedTask;

        await StartAsync();

        Assert.Single(_client.Scheduled);
    }

    [Fact]
    public async Task RunAsync_HostThatForgotTheSweepIsThereAgain_StartsItAndKeepsWhenItBegan()
    {
        await PutAsync(SampleSweep.Manifest);
        await StartAsync();
        var began = (await _processor.Status.ReadAsync(SampleSweep.Name, Cancellation))!;
        _client.Instances.Clear();
        _client.Scheduled.Clear();
        _clock.Advance(TimeSpan.FromMinutes(5));

        await StartAsync();

        var status = (await _processor.Status.ReadAsync(SampleSweep.Name, Cancellation))!;
        Assert.Single(_client.Scheduled);
        Assert.Equal((began.InstanceId, began.StartedAt), (status.InstanceId, status.StartedAt));
        Assert.Equal(began.StartedAt.AddMinutes(5), status.UpdatedAt);

        await PutAsync(SampleSweep.Unlike(SampleSweep.Manifest, 8));
        await StartAsync();

        status = (await _processor.Status.ReadAsync(SampleSweep.Name, Cancellation))!;
        Assert.NotEqual(began.InstanceId, status.InstanceId);
        Assert.Equal((began.InstanceId, began.StartedAt.AddMinutes(5)), (status.Replaced, status.StartedAt));
    }

    [Fact]
    public async Task RunAsync_NewerManifestIsStartedMeanwhile_LeavesTheSweepToIt()
    {
        await PutAsync(SampleSweep.Manifest);
        var replaced = false;
        _processor.Store.Before = async (_, name) =>
        {
            if (name != StoreLayout.SweepStatus(SampleSweep.Name) || replaced)
                return;
            replaced = true;
            await PutAsync(SampleSweep.Unlike(SampleSweep.Manifest, 7));
            await StartAsync();
        };

        await StartAsync();

        Assert.Equal(InstanceId, (await _processor.Status.ReadAsync(SampleSweep.Name, Cancellation))!.InstanceId);
        Assert.Single(_client.Scheduled);
    }

    public void Dispose() => _processor.Dispose();

    private async Task<string> PutAsync(string manifest)
    {
        if (!await _processor.Store.ExistsAsync(StoreLayout.InputContainer, "style.png", Cancellation))
            await SampleSweep.PutImagesAsync(_processor.Store, Cancellation);
        return await SampleSweep.PutManifestAsync(_processor.Store, SampleSweep.Name, manifest, Cancellation);
    }

    private async Task DieBeforeRaisingAsync()
    {
        _client.BeforeRaising = _ => throw new StoreUnavailableException("the process dies here");
        await Assert.ThrowsAsync<StoreUnavailableException>(StartAsync);
        _client.BeforeRaising = _ => { };
    }

    private Task StartAsync() => _processor.Get<SweepStart>().RunAsync(Manifest, _client, Cancellation);
}
