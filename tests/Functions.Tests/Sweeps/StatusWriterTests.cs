using NeuralStyle.Functions.Orchestrations;
using NeuralStyle.Functions.Tests.Fakes;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Functions.Tests.Sweeps;

public sealed class StatusWriterTests : IDisposable
{
    private readonly Processor _processor = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ApplyAsync_Twice_IsApplyingOnce()
    {
        await _processor.Status.BeginAsync("sweep", "i", "e", [], Cancellation);
        var update = Update("i") with { Trials = [new("a", TrialState.Pending), new("b", TrialState.Running)] };

        await _processor.Status.ApplyAsync(update, Cancellation);
        await _processor.Status.ApplyAsync(update, Cancellation);

        var status = await _processor.Status.ReadAsync("sweep", Cancellation);
        Assert.Equal(update.Trials, status!.Trials);
        Assert.Equal(SweepState.Running, status.State);
    }

    [Fact]
    public async Task ApplyAsync_ChangeOfOneTrial_KeepsTheOthersAndTheOrder()
    {
        await _processor.Status.BeginAsync("sweep", "i", "e", [], Cancellation);
        await _processor.Status.ApplyAsync(Update("i") with { Trials = [new("a", TrialState.Pending), new("b", TrialState.Pending)] }, Cancellation);

        await _processor.Status.ApplyAsync(Update("i") with { Trials = [new("a", TrialState.Failed, "why")] }, Cancellation);

        var status = await _processor.Status.ReadAsync("sweep", Cancellation);
        Assert.Equal([new("a", TrialState.Failed, "why"), new("b", TrialState.Pending)], status!.Trials);
    }

    [Fact]
    public async Task ApplyAsync_AnotherInstanceOwnsIt_WritesNothingAndSaysSo()
    {
        await _processor.Status.BeginAsync("sweep", "newer", "e2", [], Cancellation);

        Assert.False(await _processor.Status.ApplyAsync(Update("older"), Cancellation));

        Assert.Equal(SweepState.Planning, (await _processor.Status.ReadAsync("sweep", Cancellation))!.State);
    }

    [Fact]
    public async Task BeginAsync_Problems_IsRejectedWithAllOfThem()
    {
        await _processor.Status.BeginAsync("sweep", "i", "e", ["one", "two"], Cancellation);

        var status = await _processor.Status.ReadAsync("sweep", Cancellation);
        Assert.Equal(SweepState.Rejected, status!.State);
        Assert.Equal(["one", "two"], status.Problems);
    }

    public void Dispose() => _processor.Dispose();

    private static StatusUpdate Update(string instanceId) =>
        new() { Sweep = "sweep", InstanceId = instanceId, ManifestETag = "e", State = SweepState.Running };
}
