using System.Text.Json;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace NeuralStyle.Functions.Tests.Orchestrations;

/// <summary>
/// A deterministic stage for one orchestration: nothing happens unless the test lets it, everything passes as JSON, and what happened is
/// kept, so that a second context can be led through the same history.
/// </summary>
internal sealed class FakeContext(string? input, DateTime beganAt) : TaskOrchestrationContext
{
    private readonly List<FakeCall> _pending = [];
    private readonly Dictionary<string, Queue<string?>> _events = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Stack<TaskCompletionSource<string?>>> _waiters = new(StringComparer.OrdinalIgnoreCase);
    private DateTime _now = beganAt;

    /// <summary>Timers ring before whoever set them goes on, as one that is due within a millisecond may.</summary>
    public bool RingsAtOnce { get; init; }

    public List<FakeCall> Calls { get; } = [];

    public List<FakeHappening> History { get; } = [];

    public string? SerializedInput => input;

    public DateTime BeganAt { get; } = beganAt;

    /// <summary>How many calls were made by the time of each happening: before the first, after the first and so on.</summary>
    public List<int> CallsBy { get; } = [];

    /// <summary>Input of the orchestration that begins anew, as JSON; null where it does not.</summary>
    public string? NewInput { get; private set; }

    /// <summary>Events that nobody waited for, oldest first.</summary>
    public IEnumerable<(string Name, string? Payload)> UnprocessedEvents =>
        _events.SelectMany(queue => queue.Value.Select(payload => (queue.Key, payload)));

    /// <summary>The newest custom status as JSON.</summary>
    public string? CustomStatus { get; private set; }

    public IReadOnlyList<FakeCall> Pending => [.. _pending.Where(call => !call.IsCancelled())];

    public override TaskName Name => "test";

    public override string InstanceId => "sweep-1";

    public override ParentOrchestrationInstance? Parent => null;

    public override DateTime CurrentUtcDateTime => _now;

    public override bool IsReplaying => false;

    protected override ILoggerFactory LoggerFactory => NullLoggerFactory.Instance;

    /// <summary>Lets time pass.</summary>
    public void Advance(TimeSpan by) => _now += by;

    public void Complete(FakeCall call, object? output) => Happen(new FakeHappening(_now, call.Index, null, Json(output), null));

    public void Fail(FakeCall call, Exception exception) =>
        Happen(new FakeHappening(_now, call.Index, null, null, TaskFailureDetails.FromException(exception) with { StackTrace = null }));

    public void Fire(FakeCall timer)
    {
        _now = timer.FireAt > _now ? timer.FireAt : _now;
        Happen(new FakeHappening(_now, timer.Index, null, null, null));
    }

    public void Raise(string name, object payload) => Happen(new FakeHappening(_now, null, name, Json(payload), null));

    /// <summary>Makes something happen, e.g. once more in a replay.</summary>
    public void Happen(FakeHappening happening)
    {
        _now = happening.At;
        History.Add(happening);
        CallsBy.Add(Calls.Count);
        if (happening.Event is { } name)
        {
            // To the newest who waits, as the durable engine hands it: one that was cancelled takes it all the same, and it is lost.
            if (_waiters.GetValueOrDefault(name)?.TryPop(out var waiter) is true)
                waiter.TrySetResult(happening.Payload);
            else
                (_events.TryGetValue(name, out var queue) ? queue : _events[name] = new()).Enqueue(happening.Payload);
            return;
        }

        var call = Calls[happening.Call!.Value];
        _pending.Remove(call);
        call.Complete(happening.Payload, happening.Failure);
    }

    public override T GetInput<T>() => JsonSerializer.Deserialize<T>(input!)!;

    public override Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input = null, TaskOptions? options = null) =>
        CallAsync<TResult>(FakeCallKind.Activity, name, input, options);

    public override Task<TResult> CallSubOrchestratorAsync<TResult>(TaskName orchestratorName, object? input = null, TaskOptions? options = null) =>
        CallAsync<TResult>(FakeCallKind.Child, orchestratorName, input, options);

    public override Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken)
    {
        if (RingsAtOnce)
        {
            _now = fireAt > _now ? fireAt : _now;
            return Task.CompletedTask;
        }

        var source = new TaskCompletionSource();
        cancellationToken.Register(() => source.TrySetCanceled(cancellationToken));
        Add(new FakeCall(Calls.Count, FakeCallKind.Timer, $"{fireAt:O}", null, (_, _) => source.TrySetResult())
        {
            FireAt = fireAt,
            IsCancelled = () => source.Task.IsCanceled,
        });
        return source.Task;
    }

    public override async Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default)
    {
        if (_events.TryGetValue(eventName, out var queue) && queue.TryDequeue(out var early))
            return JsonSerializer.Deserialize<T>(early!)!;
        var source = new TaskCompletionSource<string?>();
        cancellationToken.Register(() => source.TrySetCanceled(cancellationToken));
        (_waiters.TryGetValue(eventName, out var waiters) ? waiters : _waiters[eventName] = new()).Push(source);
        return JsonSerializer.Deserialize<T>((await source.Task)!)!;
    }

    public override void SendEvent(string instanceId, string eventName, object payload) => throw new NotSupportedException("not used");

    public override void SetCustomStatus(object? customStatus) => CustomStatus = Json(customStatus);

    public override void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true)
    {
        Assert.True(preserveUnprocessedEvents);
        NewInput = Json(newInput);
    }

    public override Guid NewGuid() => throw new NotSupportedException("not used");

    public static string? Json(object? value) => value is null ? null : JsonSerializer.Serialize(value);

    private async Task<TResult> CallAsync<TResult>(FakeCallKind kind, string name, object? input, TaskOptions? options)
    {
        for (var attempt = 1; ; attempt++)
        {
            var source = new TaskCompletionSource<TResult>();
            var index = Calls.Count;
            Add(new FakeCall(index, kind, name, Json(input), (output, failure) =>
            {
                if (failure is not null)
                    source.SetException(new TaskFailedException(name, index, failure));
                else
                    source.SetResult(output is null ? default! : JsonSerializer.Deserialize<TResult>(output)!);
            })
            {
                InstanceId = (options as SubOrchestrationOptions)?.InstanceId,
            });
            try
            {
                return await source.Task;
            }
            catch (TaskFailedException exception) when (options?.Retry?.Handler is not null)
            {
                if (!await options.Retry.Handler(new RetryContext(this, attempt, exception.FailureDetails, TimeSpan.Zero, default)))
                    throw;
            }
        }
    }

    private void Add(FakeCall call)
    {
        Calls.Add(call);
        _pending.Add(call);
    }
}
