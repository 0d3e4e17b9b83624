using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;

namespace NeuralStyle.Offline.Tests.Durable;

/// <summary>An orchestration context whose timers and events the test completes by hand, and which notes each abstract call.</summary>
internal sealed class RecordingContext(ILoggerFactory? loggers = null) : TaskOrchestrationContext
{
    private readonly TaskCompletionSource _timer = new();
    private readonly TaskCompletionSource<object?> _event = new();

    public List<string> Calls { get; } = [];

    public DateTime? TimerDue { get; private set; }

    public bool TimerCanceled => _timer.Task.IsCanceled;

    public bool Replaying { get; set; }

    public override TaskName Name => "Recording";

    public override string InstanceId => "instance";

    public override ParentOrchestrationInstance? Parent => null;

    public override DateTime CurrentUtcDateTime { get; } = new(2026, 11, 3, 12, 0, 0, DateTimeKind.Utc);

    public override bool IsReplaying => Replaying;

    protected override ILoggerFactory LoggerFactory => loggers ?? throw new InvalidOperationException("This test gave no logger factory.");

    public void FireTimer() => _timer.SetResult();

    public void RaiseEvent(object payload) => _event.SetResult(payload);

    public override T? GetInput<T>()
        where T : default => default;

    public override Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input = null, TaskOptions? options = null)
    {
        Calls.Add($"activity {name} {input ?? "null"} {options?.Tags?["tag"] ?? "null"} {typeof(TResult).Name}");
        return Task.FromResult<TResult>(default!);
    }

    public override Task<TResult> CallSubOrchestratorAsync<TResult>(
        TaskName orchestratorName, object? input = null, TaskOptions? options = null)
    {
        Calls.Add($"orchestration {orchestratorName} {input ?? "null"} {options?.Tags?["tag"] ?? "null"} {typeof(TResult).Name}");
        return Task.FromResult<TResult>(default!);
    }

    public override Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken)
    {
        Calls.Add("timer");
        TimerDue = fireAt;
        cancellationToken.Register(() => _timer.TrySetCanceled(cancellationToken));
        return _timer.Task;
    }

    public override async Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default)
    {
        Calls.Add($"event {eventName}");
        return (T)(await _event.Task.WaitAsync(cancellationToken))!;
    }

    public override void SendEvent(string instanceId, string eventName, object payload) => Calls.Add($"send {eventName}");

    public override void SetCustomStatus(object? customStatus) => Calls.Add($"status {customStatus}");

    public override void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true) =>
        Calls.Add($"continue {newInput} {preserveUnprocessedEvents}");

    public override Guid NewGuid() => Guid.Empty;
}
