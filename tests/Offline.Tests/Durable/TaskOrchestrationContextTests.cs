using Microsoft.DurableTask;

namespace NeuralStyle.Offline.Tests.Durable;

public sealed class TaskOrchestrationContextTests
{
    /// <summary>A wait that is never ended would block the whole run.</summary>
    private const int WaitMilliseconds = 10_000;

    private static readonly TaskOptions Tagged = new(tags: new Dictionary<string, string> { ["tag"] = "blue" });

    private readonly RecordingContext _context = new();

    [Fact(Timeout = WaitMilliseconds)]
    public async Task WaitForExternalEvent_EventFirst_GivesPayloadAndCancelsTimer()
    {
        var waiting = _context.WaitForExternalEvent<string>("done", TimeSpan.FromMinutes(5), TestContext.Current.CancellationToken);
        Assert.False(waiting.IsCompleted);

        _context.RaiseEvent("payload");

        Assert.Equal("payload", await waiting);
        Assert.True(_context.TimerCanceled);
    }

    [Fact(Timeout = WaitMilliseconds)]
    public async Task WaitForExternalEvent_TimerFirst_ThrowsTaskCanceled()
    {
        var waiting = _context.WaitForExternalEvent<string>("done", TimeSpan.FromMinutes(5), TestContext.Current.CancellationToken);

        _context.FireTimer();

        await Assert.ThrowsAsync<TaskCanceledException>(() => waiting);
        Assert.False(_context.TimerCanceled);
    }

    [Fact(Timeout = WaitMilliseconds)]
    public async Task WaitForExternalEvent_CallerCancels_ThrowsTaskCanceledAndCancelsTimer()
    {
        using var caller = new CancellationTokenSource();
        var waiting = _context.WaitForExternalEvent<string>("done", TimeSpan.FromMinutes(5), caller.Token);

        await caller.CancelAsync();

        await Assert.ThrowsAsync<TaskCanceledException>(() => waiting);
        Assert.True(_context.TimerCanceled);
    }

    [Fact]
    public void WaitForExternalEvent_WithTimeout_SchedulesTimerBeforeWait()
    {
        _ = _context.WaitForExternalEvent<string>("done", TimeSpan.FromMinutes(5), TestContext.Current.CancellationToken);

        Assert.Equal(["timer", "event done"], _context.Calls);
        Assert.Equal(_context.CurrentUtcDateTime.AddMinutes(5), _context.TimerDue);
    }

    [Fact]
    public async Task CallActivityAsync_EachOverload_ReachesTheAbstractOne()
    {
        await _context.CallActivityAsync("A", "in", Tagged);
        await _context.CallActivityAsync("B", Tagged);
        await _context.CallActivityAsync<int>("C", Tagged);

        Assert.Equal(["activity A in blue Object", "activity B null blue Object", "activity C null blue Int32"], _context.Calls);
    }

    [Fact]
    public async Task CallSubOrchestratorAsync_EachOverload_ReachesTheAbstractOne()
    {
        await _context.CallSubOrchestratorAsync("A", "in", Tagged);
        await _context.CallSubOrchestratorAsync("B", Tagged);
        await _context.CallSubOrchestratorAsync<int>("C", Tagged.WithInstanceId("child"));

        Assert.Equal(
            ["orchestration A in blue Object", "orchestration B null blue Object", "orchestration C null blue Int32"], _context.Calls);
    }

    [Fact]
    public void ContinueAsNew_WithOptions_PassesInputAndPreservation()
    {
        _context.ContinueAsNew(new ContinueAsNewOptions { NewInput = 7, PreserveUnprocessedEvents = false });

        Assert.Equal(["continue 7 False"], _context.Calls);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("1.0", -1)]
    public void CompareVersionTo_FromUnversioned_OrdersBlankFirst(string other, int expected) =>
        Assert.Equal(expected, _context.CompareVersionTo(other));
}
