using System.Text.Json;
using NeuralStyle.Cli.Serve.Durable;

namespace NeuralStyle.Cli.Tests.Serve.Durable;

public sealed class EventBufferTests
{
    private readonly EventBuffer _events = new();

    [Fact]
    public async Task WaitAsync_RaisedBefore_GivesThemInOrder()
    {
        _events.Raise("done", "1");
        _events.Raise("DONE", "2");

        Assert.Equal(1, await _events.WaitAsync<int>("done", CancellationToken.None));
        Assert.Equal(2, await _events.WaitAsync<int>("done", CancellationToken.None));
    }

    [Fact]
    public async Task Raise_SomeWait_GoesToTheNewest()
    {
        var first = _events.WaitAsync<int>("done", CancellationToken.None);
        var second = _events.WaitAsync<int>("done", CancellationToken.None);

        _events.Raise("done", "1");
        Assert.False(first.IsCompleted);
        _events.Raise("done", "2");

        Assert.Equal((2, 1), (await first, await second));
    }

    /// <summary>As in the durable engine, so that what would lose an event there loses it here, too.</summary>
    [Fact]
    public async Task Raise_NewestWaiterGaveUp_IsLostWithIt()
    {
        using var giveUp = new CancellationTokenSource();
        var kept = _events.WaitAsync<int>("done", CancellationToken.None);
        var given = _events.WaitAsync<int>("done", giveUp.Token);
        await giveUp.CancelAsync();
        await Assert.ThrowsAsync<TaskCanceledException>(() => given);

        _events.Raise("done", "1");
        Assert.False(kept.IsCompleted);
        _events.Raise("done", "2");

        Assert.Equal(2, await kept);
    }

    [Fact]
    public async Task Raise_PayloadOfAnotherKind_ShowsWhereItIsWaitedFor()
    {
        var waiting = _events.WaitAsync<int>("done", CancellationToken.None);

        _events.Raise("done", "\"no number\"");

        await Assert.ThrowsAsync<JsonException>(() => waiting);
    }

    [Fact]
    public void Raise_OtherName_IsNotTaken()
    {
        var waiting = _events.WaitAsync<int>("done", CancellationToken.None);

        _events.Raise("other", "1");

        Assert.False(waiting.IsCompleted);
    }
}
