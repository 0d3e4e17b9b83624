using Microsoft.DurableTask;
using Microsoft.DurableTask.Converters;
using Microsoft.Extensions.Logging;

namespace NeuralStyle.Cli.Serve.Durable;

/// <summary>
/// What an orchestration sees of this process. Everything that passes through is JSON, as in the durable engine, so that what can't be
/// written and read back shows here too.
/// </summary>
internal sealed class LocalOrchestrationContext(LocalOrchestrations host, LocalInstance instance) : TaskOrchestrationContext
{
    private int _lastTaskId;

    public override TaskName Name => instance.Name;

    public override string InstanceId => instance.InstanceId;

    public override ParentOrchestrationInstance? Parent =>
        instance.Parent is { } parent ? new ParentOrchestrationInstance(parent.Name, parent.InstanceId) : null;

    public override DateTime CurrentUtcDateTime => host.Clock.GetUtcNow().UtcDateTime;

    /// <summary>Nothing is ever replayed: there is no history.</summary>
    public override bool IsReplaying => false;

    protected override ILoggerFactory LoggerFactory => host.Loggers;

    public override T GetInput<T>() => JsonDataConverter.Default.Deserialize<T>(instance.Input)!;

    public override Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input = null, TaskOptions? options = null) =>
        CallAsync<TResult>(input, options, (taskId, json) => host.RunActivityAsync(name, taskId, json));

    public override Task<TResult> CallSubOrchestratorAsync<TResult>(
        TaskName orchestratorName, object? input = null, TaskOptions? options = null)
    {
        var childId = (options as SubOrchestrationOptions)?.InstanceId ?? NewGuid().ToString("N");
        return CallAsync<TResult>(input, options, (taskId, json) => RunChildAsync(orchestratorName, childId, taskId, json));
    }

    public override Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken)
    {
        var delay = fireAt.ToUniversalTime() - CurrentUtcDateTime;
        return Task.Delay(delay > TimeSpan.Zero ? delay : TimeSpan.Zero, host.Clock, cancellationToken);
    }

    public override Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default) =>
        instance.Events.WaitAsync<T>(eventName, cancellationToken);

    public override void SendEvent(string instanceId, string eventName, object payload) =>
        host.Find(instanceId)?.RaiseAsync(eventName, JsonDataConverter.Default.Serialize(payload));

    public override void SetCustomStatus(object? customStatus) =>
        instance.CustomStatus = JsonDataConverter.Default.Serialize(customStatus);

    /// <summary>Whether the orchestration begins anew once it has returned.</summary>
    public bool BeginsAnew { get; private set; }

    /// <summary>Input of the orchestration that begins anew, as JSON.</summary>
    public string? NewInput { get; private set; }

    /// <summary>There is no history to cut here, but the orchestration is to run as it does where there is one.</summary>
    public override void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true)
    {
        if (!preserveUnprocessedEvents)
            throw new NotSupportedException("This host keeps the events that nobody took when an orchestration begins anew.");
        (BeginsAnew, NewInput) = (true, JsonDataConverter.Default.Serialize(newInput));
        // What comes from now on is for whoever waits in the new one.
        instance.Events.ForgetWaiters();
    }

    public override Guid NewGuid() => Guid.NewGuid();

    private async Task<TResult> CallAsync<TResult>(object? input, TaskOptions? options, Func<int, string?, Task<string?>> call)
    {
        var json = JsonDataConverter.Default.Serialize(input);
        var startedAt = CurrentUtcDateTime;
        for (var attempt = 1; ; attempt++)
        {
            TaskFailureDetails failure;
            try
            {
                return JsonDataConverter.Default.Deserialize<TResult>(await call(_lastTaskId++, json))!;
            }
            catch (TaskFailedException exception) when (options?.Retry is not null)
            {
                failure = exception.FailureDetails;
                if (!await LocalRetries.AgainAsync(this, options.Retry, attempt, failure, CurrentUtcDateTime - startedAt))
                    throw;
            }
        }
    }

    private async Task<string?> RunChildAsync(string name, string childId, int taskId, string? input)
    {
        var child = host.Start(name, childId, input, instance);
        await child.Ended;
        return child.Failure is null ? child.Output : throw new TaskFailedException(name, taskId, child.Failure);
    }
}
