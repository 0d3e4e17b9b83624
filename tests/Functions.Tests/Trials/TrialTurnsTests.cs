using NeuralStyle.Functions.Trials;

namespace NeuralStyle.Functions.Tests.Trials;

public sealed class TrialTurnsTests
{
    private readonly TrialTurns _turns = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RunAsync_SameTrialThrice_OneAtATimeInTheOrderAsked()
    {
        var under = 0;
        var most = 0;
        List<int> order = [];

        await Task.WhenAll(Enumerable.Range(1, 3).Select(number => _turns.RunAsync(
            "a",
            async () =>
            {
                most = Math.Max(most, Interlocked.Increment(ref under));
                order.Add(number);
                await Task.Delay(20, Cancellation);
                return Interlocked.Decrement(ref under);
            },
            Cancellation)));

        Assert.Equal(1, most);
        Assert.Equal([1, 2, 3], order);
    }

    [Fact]
    public async Task RunAsync_OtherTrials_DoNotWaitForEachOther()
    {
        var begun = new TaskCompletionSource();
        var first = _turns.RunAsync("a", () => begun.Task.ContinueWith(_ => 1, Cancellation, TaskContinuationOptions.None, TaskScheduler.Default), Cancellation);

        Assert.Equal(2, await _turns.RunAsync("b", () => Task.FromResult(2), Cancellation));
        Assert.False(first.IsCompleted);

        begun.SetResult();
        Assert.Equal(1, await first);
    }

    [Fact]
    public async Task RunAsync_OneBeforeFailed_TheNextHasItsTurn()
    {
        var first = _turns.RunAsync<int>("a", () => throw new InvalidDataException("no luck"), Cancellation);
        var second = _turns.RunAsync("a", () => Task.FromResult(2), Cancellation);

        await Assert.ThrowsAsync<InvalidDataException>(() => first);
        Assert.Equal(2, await second);
    }

    [Fact]
    public async Task RunAsync_OneThatWaitsIsCancelled_WhoComesAfterItStillWaitsForTheFirst()
    {
        using var cancelled = new CancellationTokenSource();
        var going = new TaskCompletionSource<int>();
        var first = _turns.RunAsync("a", () => going.Task, Cancellation);
        var second = _turns.RunAsync("a", () => Task.FromResult(2), cancelled.Token);
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);

        var begun = false;
        var third = _turns.RunAsync("a", () => Task.FromResult(begun = true), Cancellation);
        await Task.Delay(50, Cancellation);
        Assert.False(begun);

        going.SetResult(1);
        Assert.Equal(1, await first);
        Assert.True(await third);
    }
}
