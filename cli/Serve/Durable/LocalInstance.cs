using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Converters;

namespace NeuralStyle.Cli.Serve.Durable;

/// <summary>One orchestration of this process.</summary>
internal sealed class LocalInstance(string name, string instanceId, string? input, LocalInstance? parent, DateTimeOffset createdAt)
{
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile End? _end;

    public string Name { get; } = name;

    public string InstanceId { get; } = instanceId;

    public LocalInstance? Parent { get; } = parent;

    /// <summary>Input as JSON.</summary>
    public string? Input { get; private set; } = input;

    /// <summary>Custom status as JSON.</summary>
    public string? CustomStatus { get; set; }

    public EventBuffer Events { get; } = new();

    /// <summary>Where its code runs: never on two threads at once.</summary>
    public TaskScheduler Scheduler { get; } = new ConcurrentExclusiveSchedulerPair().ExclusiveScheduler;

    /// <summary>Is done when the orchestration ended, however it did.</summary>
    public Task Ended => _ended.Task;

    /// <summary>Output as JSON, once it completed.</summary>
    public string? Output => _end?.Output;

    /// <summary>Why it failed; null when it did not.</summary>
    public TaskFailureDetails? Failure => _end?.Failure;

    /// <summary>Begins anew; events that nobody took are kept.</summary>
    public void BeginAnew(string? newInput) => Input = newInput;

    /// <summary>Tells it an event between two of its steps, as the durable engine does: within one nothing changes under its hands.</summary>
    public Task RaiseAsync(string name, string? payload) => Task.Factory.StartNew(
        () => Events.Raise(name, payload), CancellationToken.None, TaskCreationOptions.DenyChildAttach, Scheduler);

    public void Complete(string? output, DateTimeOffset at) => EndAs(new End(output, null, at));

    public void Fail(TaskFailureDetails failure, DateTimeOffset at) => EndAs(new End(null, failure, at));

    public OrchestrationMetadata Describe(bool withInputsAndOutputs)
    {
        var end = _end;
        return new OrchestrationMetadata(Name, InstanceId)
        {
            RuntimeStatus = end switch
            {
                null => OrchestrationRuntimeStatus.Running,
                { Failure: not null } => OrchestrationRuntimeStatus.Failed,
                _ => OrchestrationRuntimeStatus.Completed,
            },
            CreatedAt = createdAt,
            LastUpdatedAt = end?.At ?? createdAt,
            FailureDetails = end?.Failure,
            DataConverter = withInputsAndOutputs ? JsonDataConverter.Default : null,
            SerializedInput = withInputsAndOutputs ? Input : null,
            SerializedOutput = withInputsAndOutputs ? end?.Output : null,
            SerializedCustomStatus = withInputsAndOutputs ? CustomStatus : null,
        };
    }

    private void EndAs(End end)
    {
        _end = end;
        _ended.TrySetResult();
    }

    private sealed record End(string? Output, TaskFailureDetails? Failure, DateTimeOffset At);
}
