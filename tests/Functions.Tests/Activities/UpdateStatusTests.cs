using NeuralStyle.Functions.Activities;
using NeuralStyle.Functions.Orchestrations;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Functions.Tests.Fakes;
using NeuralStyle.Functions.Trials;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Functions.Tests.Activities;

public sealed class UpdateStatusTests : IDisposable
{
    private readonly Processor _processor = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _processor.Dispose();

    [Theory]
    [InlineData(SweepState.Completed)]
    [InlineData(SweepState.CompletedWithFailures)]
    [InlineData(SweepState.Cancelled)]
    public async Task RunAsync_SweepEndsOfWhichSomethingWasComputedTwice_StatesIt(SweepState state)
    {
        await BeginAsync();
        await RepeatAsync("a");
        await RepeatAsync("of another sweep");

        // The trials of before, not only those that changed now.
        await UpdateAsync(state, new TrialStatus("b", TrialState.Completed));

        Assert.Equal(new RepeatedWorkSum(1, 9, 4), (await StatusAsync()).Repeated);
    }

    [Fact]
    public async Task RunAsync_SweepEndsAndTheTrialOfThatVeryUpdateWasComputedTwice_StatesIt()
    {
        await BeginAsync();
        await RepeatAsync("c");

        await UpdateAsync(SweepState.Completed, new TrialStatus("c", TrialState.Completed));

        Assert.Equal(new RepeatedWorkSum(1, 9, 4), (await StatusAsync()).Repeated);
    }

    [Fact]
    public async Task RunAsync_ComputedTwiceForAnEarlierSweep_StatesNothing()
    {
        await RepeatAsync("a");
        await BeginAsync();

        await UpdateAsync(SweepState.Completed);

        Assert.Null((await StatusAsync()).Repeated);
    }

    [Fact]
    public async Task RunAsync_SweepGoesOn_StatesNothingYet()
    {
        await BeginAsync();
        await RepeatAsync("a");

        await UpdateAsync(SweepState.Running);

        Assert.Null((await StatusAsync()).Repeated);
    }

    [Fact]
    public async Task RunAsync_SweepEndsAndNothingWasComputedTwice_StatesNothing()
    {
        await BeginAsync();

        await UpdateAsync(SweepState.Completed);

        Assert.Null((await StatusAsync()).Repeated);
    }

    [Fact]
    public async Task RunAsync_StorageGoesAwayAfterTheEndIsWritten_IsCountedOnceAllTheSame()
    {
        await BeginAsync();
        using var ended = new Measured("neuralstyle.sweeps");
        var away = true;
        _processor.Store.BeforeRead = name =>
            away && name == StoreLayout.SweepControl("sweep") ? throw new StoreUnavailableException("away") : Task.CompletedTask;

        await Assert.ThrowsAsync<StoreUnavailableException>(() => UpdateAsync(SweepState.Completed));
        away = false;
        await UpdateAsync(SweepState.Completed);

        Assert.Equal(1, ended.Seen);
    }

    private async Task BeginAsync()
    {
        await _processor.Status.BeginAsync("sweep", "i", "e", [], default, Cancellation);
        await UpdateAsync(SweepState.Running, new("a", TrialState.Running), new("b", TrialState.Running));
    }

    private Task RepeatAsync(string trial) => _processor.Get<RepeatedWorkNotes>().AddAsync(
        new RepeatedWork(trial, RepeatedWorkReason.Overtaken, 9, 4, DateTimeOffset.UtcNow), Cancellation);

    private Task<StatusAnswer> UpdateAsync(SweepState state, params TrialStatus[] trials) => _processor.Get<UpdateStatus>().RunAsync(
        new StatusUpdate { Sweep = "sweep", InstanceId = "i", ManifestETag = "e", State = state, Trials = trials }, Cancellation);

    private async Task<SweepStatus> StatusAsync() => (await _processor.Status.ReadAsync("sweep", Cancellation))!;
}
