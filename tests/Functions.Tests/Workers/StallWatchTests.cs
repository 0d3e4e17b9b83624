using NeuralStyle.Functions.Tests.Fakes;
using NeuralStyle.Functions.Workers;
using NeuralStyle.Plan.Records;

namespace NeuralStyle.Functions.Tests.Workers;

public sealed class StallWatchTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(200);

    private readonly ManualClock _clock = new();
    private readonly EnginePulse _pulse;

    public StallWatchTests() => _pulse = new EnginePulse(_clock);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WaitAsync_WorkThatEnds_GivesItsResult()
    {
        _pulse.Begin();

        Assert.Equal(7, await Watch(Patience).WaitAsync(Task.FromResult(7)));
    }

    [Fact]
    public async Task WaitAsync_EngineSilentForLonger_ThrowsAndSaysForHowLong()
    {
        var patience = TimeSpan.FromSeconds(30);
        var waiting = Watch(patience).WaitAsync(new TaskCompletionSource<int>().Task);
        _pulse.Begin();
        await UntilLookedAsync(waiting);
        _clock.Advance(TimeSpan.FromSeconds(41));

        var exception = await Assert.ThrowsAsync<WorkerFaultException>(() => waiting);
        Assert.Equal(WorkerFaultKind.Stalled, exception.Fault.Kind);
        Assert.Equal("The engine has made no progress for 41 s; allowed are 30 s (Processor__StallTimeout).", exception.Message);
    }

    [Fact]
    public async Task WaitAsync_SignsOfLifeThatStop_WaitsInLineWithoutLimitAndThenNoLonger()
    {
        // Its own turn has not come; what counts is that the engine gets on.
        var own = new TaskCompletionSource<int>();
        _pulse.Begin();
        var waiting = Watch(Patience).WaitAsync(own.Task);
        for (var beats = 0; beats < 10; beats++)
        {
            await UntilLookedAsync(waiting);
            _pulse.Beat();
            _clock.Advance(Patience / 2);
        }

        await UntilLookedAsync(waiting);
        Assert.False(waiting.IsCompleted);

        _clock.Advance(Patience);
        var exception = await Assert.ThrowsAsync<WorkerFaultException>(() => waiting);
        Assert.Equal(WorkerFaultKind.Stalled, exception.Fault.Kind);
    }

    [Fact]
    public async Task WaitAsync_TrialOfManySlowEvaluations_EachIsASignOfLife()
    {
        using var processor = new Processor();
        var trial = await processor.PlanOneAsync(Cancellation);
        var execution = processor.ExecutionUnder(Watch(Patience), _pulse);
        // Each takes three quarters of what is allowed, all three more than twice of it.
        processor.Engine.BeforeEvaluation = (_, _, _) =>
        {
            Assert.True(IsWatched());
            _clock.Advance(Patience * 0.75);
            // The watch looks, and waits on.
            Assert.True(IsWatched());
        };

        var outcome = await execution.RunAsync(trial.Id, Cancellation);

        Assert.Equal(TrialState.Completed, outcome.State);
        Assert.True(_clock.GetElapsedTime(0) > 2 * Patience);

        bool IsWatched() => SpinWait.SpinUntil(() => _clock.IsWaitedFor, TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task WaitAsync_EngineHasNothingToDo_IsNoStall()
    {
        _pulse.Begin();
        _pulse.End();
        var own = new TaskCompletionSource<int>();
        var waiting = Watch(Patience).WaitAsync(own.Task);
        for (var looks = 0; looks < 3; looks++)
        {
            await UntilLookedAsync(waiting);
            _clock.Advance(2 * Patience);
        }

        await UntilLookedAsync(waiting);
        Assert.False(waiting.IsCompleted);
        own.SetResult(2);
        Assert.Equal(2, await waiting);
    }

    [Fact]
    public async Task WaitAsync_NoLimit_NeverThrows()
    {
        _pulse.Begin();
        _clock.Advance(TimeSpan.FromDays(365));
        var own = new TaskCompletionSource<int>();
        var waiting = Watch(TimeSpan.Zero).WaitAsync(own.Task);
        own.SetResult(3);

        Assert.Equal(3, await waiting);
    }

    private StallWatch Watch(TimeSpan patience) => new(_pulse, patience, _clock);

    private Task UntilLookedAsync(Task waiting) => Until.TrueAsync(() => _clock.IsWaitedFor || waiting.IsCompleted);
}
