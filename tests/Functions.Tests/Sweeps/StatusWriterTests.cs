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
        await _processor.Status.BeginAsync("sweep", "i", "e", [], default, Cancellation);
        var update = Update("i") with { Trials = [new("a", TrialState.Pending), new("b", TrialState.Running)] };

        await _processor.Status.ApplyAsync(update, null, Cancellation);
        await _processor.Status.ApplyAsync(update, null, Cancellation);

        var status = await _processor.Status.ReadAsync("sweep", Cancellation);
        Assert.Equal(update.Trials, status!.Trials);
        Assert.Equal(SweepState.Running, status.State);
    }

    [Fact]
    public async Task ApplyAsync_ChangeOfOneTrial_KeepsTheOthersAndTheOrder()
    {
        await _processor.Status.BeginAsync("sweep", "i", "e", [], default, Cancellation);
        await _processor.Status.ApplyAsync(Update("i") with { Trials = [new("a", TrialState.Pending), new("b", TrialState.Pending)] }, null, Cancellation);

        await _processor.Status.ApplyAsync(Update("i") with { Trials = [new("a", TrialState.Failed, "why")] }, null, Cancellation);

        var status = await _processor.Status.ReadAsync("sweep", Cancellation);
        Assert.Equal([new("a", TrialState.Failed, "why"), new("b", TrialState.Pending)], status!.Trials);
    }

    [Theory]
    [InlineData(1, SweepState.Running)]
    [InlineData(3, SweepState.Paused)]
    [InlineData(null, SweepState.Paused)]
    public async Task ApplyAsync_AfterTheSecond_IsLeftOutOnlyWhereItIsTheFirst(int? number, SweepState expected)
    {
        await _processor.Status.BeginAsync("sweep", "i", "e", [], default, Cancellation);
        await _processor.Status.ApplyAsync(Update("i") with { Number = 2, Trials = [new("a", TrialState.Completed)] }, null, Cancellation);

        Assert.True(await _processor.Status.ApplyAsync(
            Update("i") with { Number = number, State = SweepState.Paused, Trials = [new("b", TrialState.Running)] }, null, Cancellation));

        var status = await _processor.Status.ReadAsync("sweep", Cancellation);
        Assert.Equal((expected, expected == SweepState.Running ? 1 : 2), (status!.State, status.Trials.Count));
    }

    [Fact]
    public async Task ApplyAsync_OlderOneIsOvertakenWhileItIsWritten_LeavesTheNewer()
    {
        await _processor.Status.BeginAsync("sweep", "i", "e", [], default, Cancellation);
        _processor.Store.Before = async (_, _) =>
        {
            _processor.Store.Before = (_, _) => Task.CompletedTask;
            await _processor.Status.ApplyAsync(Update("i") with { Number = 2, State = SweepState.Completed }, null, Cancellation);
        };

        Assert.True(await _processor.Status.ApplyAsync(Update("i") with { Number = 1 }, null, Cancellation));

        Assert.Equal(SweepState.Completed, (await _processor.Status.ReadAsync("sweep", Cancellation))!.State);
    }

    [Fact]
    public async Task ApplyAsync_AnotherInstanceOwnsIt_WritesNothingAndSaysSo()
    {
        await _processor.Status.BeginAsync("sweep", "newer", "e2", [], default, Cancellation);

        Assert.False(await _processor.Status.ApplyAsync(Update("older"), null, Cancellation));

        Assert.Equal(SweepState.Planning, (await _processor.Status.ReadAsync("sweep", Cancellation))!.State);
    }

    [Fact]
    public async Task BeginAsync_Problems_IsRejectedWithAllOfThem()
    {
        await _processor.Status.BeginAsync("sweep", "i", "e", ["one", "two"], default, Cancellation);

        var status = await _processor.Status.ReadAsync("sweep", Cancellation);
        Assert.Equal(SweepState.Rejected, status!.State);
        Assert.Equal(["one", "two"], status.Problems);
    }

    [Fact]
    public async Task ApplyAsync_AnotherBeginsMeanwhile_LeavesItsStatus()
    {
        await _processor.Status.BeginAsync("sweep", "older", "e", [], default, Cancellation);
        _processor.Store.Before = async (_, _) =>
        {
            _processor.Store.Before = (_, _) => Task.CompletedTask;
            var seen = await _processor.Status.LookAsync("sweep", Cancellation);
            Assert.True(await _processor.Status.BeginAsync("sweep", "newer", "e2", [], seen, Cancellation));
        };

        Assert.False(await _processor.Status.ApplyAsync(Update("older"), null, Cancellation));

        Assert.Equal("newer", (await _processor.Status.ReadAsync("sweep", Cancellation))!.InstanceId);
    }

    [Fact]
    public async Task BeginAsync_StatusOfAnotherVersionThanSeen_WritesNothing()
    {
        await _processor.Status.BeginAsync("sweep", "i", "e", [], default, Cancellation);
        var seen = await _processor.Status.LookAsync("sweep", Cancellation);
        await _processor.Status.ApplyAsync(Update("i"), null, Cancellation);

        Assert.False(await _processor.Status.BeginAsync("sweep", "i", "e", [], seen, Cancellation));
        Assert.False(await _processor.Status.BeginAsync("sweep", "i", "e", [], default, Cancellation));

        Assert.Equal(SweepState.Running, (await _processor.Status.ReadAsync("sweep", Cancellation))!.State);
    }

    public void Dispose() => _processor.Dispose();

    private static StatusUpdate Update(string instanceId) =>
        new() { Sweep = "sweep", InstanceId = instanceId, ManifestETag = "e", State = SweepState.Running };
}
