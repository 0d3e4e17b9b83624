using Microsoft.DurableTask.Client;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Functions.Sweeps;
using NeuralStyle.Functions.Tests.Fakes;
using NeuralStyle.Functions.Tests.Triggers;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Functions.Tests.Sweeps;

public sealed class BrokenOffSweepsTests : IDisposable
{
    private readonly Processor _processor = new();
    private readonly FakeDurableClient _client = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(OrchestrationRuntimeStatus.Failed, "failed, and its status could not be written: out of storage")]
    [InlineData(OrchestrationRuntimeStatus.Terminated, "was terminated")]
    public async Task ReadAsync_OrchestrationBrokeOff_IsFailedWithWhatBecameOfItAndKeepsItsTrials(OrchestrationRuntimeStatus became, string expected)
    {
        await BeginAsync();
        _client.Instances["i"] = became;
        _client.Failures["i"] = "out of storage";

        var status = await ReadAsync();

        Assert.Equal((SweepState.Failed, "i"), (status!.State, status.InstanceId));
        Assert.Contains(expected, Assert.Single(status.Problems), StringComparison.Ordinal);
        Assert.Equal(TrialState.Completed, Assert.Single(status.Trials).State);
        var stored = await _processor.Status.ReadAsync("sweep", Cancellation);
        Assert.Equal((SweepState.Failed, status.Problems[0]), (stored!.State, Assert.Single(stored.Problems)));
    }

    /// <summary>One that completed without its sweep having ended made room for a newer manifest; one that nobody knows is yet to be scheduled.</summary>
    [Theory]
    [InlineData(OrchestrationRuntimeStatus.Pending)]
    [InlineData(OrchestrationRuntimeStatus.Running)]
    [InlineData(OrchestrationRuntimeStatus.Suspended)]
    [InlineData(OrchestrationRuntimeStatus.Completed)]
    [InlineData(null)]
    public async Task ReadAsync_OrchestrationDidNotBreakOff_LeavesTheStatus(OrchestrationRuntimeStatus? status)
    {
        await BeginAsync();
        if (status is { } known)
            _client.Instances["i"] = known;

        Assert.Equal(SweepState.Running, (await ReadAsync())!.State);

        Assert.Equal(SweepState.Running, (await _processor.Status.ReadAsync("sweep", Cancellation))!.State);
    }

    [Fact]
    public async Task ReadAsync_NewerRunBeginsMeanwhile_LeavesItsStatus()
    {
        await BeginAsync();
        _client.Instances["i"] = OrchestrationRuntimeStatus.Terminated;
        _processor.Store.Before = async (_, name) =>
        {
            Assert.Equal(StoreLayout.SweepStatus("sweep"), name);
            _processor.Store.Before = (_, _) => Task.CompletedTask;
            var seen = await _processor.Status.LookAsync("sweep", Cancellation);
            Assert.True(await _processor.Status.BeginAsync("sweep", "newer", "e2", [], seen, Cancellation));
        };

        var status = await ReadAsync();

        Assert.Equal(("newer", SweepState.Planning), (status!.InstanceId, status.State));
    }

    [Fact]
    public async Task ReadAsync_LateNewsOfTheOneThatBrokeOff_DoesNotBringItBack()
    {
        await BeginAsync();
        _client.Instances["i"] = OrchestrationRuntimeStatus.Terminated;
        await ReadAsync();

        await _processor.Status.ApplyAsync(new() { Sweep = "sweep", InstanceId = "i", ManifestETag = "e", Number = 2, State = SweepState.Running }, null, Cancellation);

        Assert.Equal(SweepState.Failed, (await _processor.Status.ReadAsync("sweep", Cancellation))!.State);
    }

    [Fact]
    public async Task ReadAsync_UnknownSweep_IsNone() => Assert.Null(await ReadAsync());

    public void Dispose() => _processor.Dispose();

    private async Task BeginAsync()
    {
        await _processor.Status.BeginAsync("sweep", "i", "e", [], default, Cancellation);
        await _processor.Status.ApplyAsync(
            new() { Sweep = "sweep", InstanceId = "i", ManifestETag = "e", Number = 1, State = SweepState.Running, Trials = [new("a", TrialState.Completed)] },
            null, Cancellation);
    }

    private Task<SweepStatus?> ReadAsync() => _processor.Get<BrokenOffSweeps>().ReadAsync("sweep", _client, Cancellation);
}
