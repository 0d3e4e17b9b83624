using NeuralStyle.Cli.Serve.Durable;

namespace NeuralStyle.Cli.Tests.Serve;

public sealed class EventBufferTests
{
    private readonly EventBuffer _events = new();

    [Fact]
    public async Task WaitAsync_RaisedBefore_GivesThemInOrder()
    {
        _events.Raise("done", "1");
        _events.Raise("DONE", "2");

        Assert.Equal("1", await _events.WaitAsync("done", CancellationToken.None));
        Assert.Equal("2", await _events.WaitAsync("done", CancellationToken.None));
    }

    [Fact]
    public async Task Raise_WaiterGaveUp_KeepsTheEventForTheNext()
    {
        using var giveUp = new CancellationTokenSource();
        var first = _events.WaitAsync("done", giveUp.Token);
        await giveUp.CancelAsync();
        await Assert.ThrowsAsync<TaskCanceledException>(() => first);

        _events.Raise("done", "1");

        Assert.Equal("1", await _events.WaitAsync("done", CancellationToken.None));
    }

    [Fact]
    public void Raise_OtherName_IsNotTaken()
    {
        var waiting = _events.WaitAsync("done", CancellationToken.None);

        _events.Raise("other", "1");

        Assert.False(waiting.IsCompleted);
    }
}
