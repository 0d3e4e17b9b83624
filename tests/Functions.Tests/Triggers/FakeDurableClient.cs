using System.Collections.Concurrent;
using DurableTask.Core.Exceptions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace NeuralStyle.Functions.Tests.Triggers;

/// <summary>Knows some orchestrations and keeps what it is asked to do.</summary>
internal sealed class FakeDurableClient() : DurableTaskClient("test")
{
    public ConcurrentDictionary<string, OrchestrationRuntimeStatus> Instances { get; } = [];

    /// <summary>Why orchestrations failed.</summary>
    public Dictionary<string, string> Failures { get; } = [];

    /// <summary>What a listing shows; those that were purged are gone.</summary>
    public List<OrchestrationMetadata> Listed { get; } = [];

    public List<string> Purged { get; } = [];

    /// <summary>What happens before an orchestration is scheduled.</summary>
    public Func<Task> BeforeScheduling { get; set; } = () => Task.CompletedTask;

    /// <summary>What happens before one is purged.</summary>
    public Action<string> BeforePurging { get; set; } = _ => { };

    /// <summary>What happens before an event is raised.</summary>
    public Action<string> BeforeRaising { get; set; } = _ => { };

    public List<(string Name, string? InstanceId, object? Input)> Scheduled { get; } = [];

    public List<(string InstanceId, string Event, object? Payload)> Raised { get; } = [];

    /// <summary>As Durable does it: one of the id that is in a state of <c>DedupeStatuses</c> stays, any other makes room.</summary>
    public override async Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName, object? input = null, StartOrchestrationOptions? options = null, CancellationToken cancellation = default)
    {
        await BeforeScheduling();
        var instanceId = options!.InstanceId!;
        lock (Scheduled)
        {
            if (Instances.TryGetValue(instanceId, out var status) && options.DedupeStatuses?.Contains(status.ToString()) is true)
                throw new OrchestrationAlreadyExistsException($"'{instanceId}' is {status}.");
            Scheduled.Add((orchestratorName, instanceId, input));
            Instances[instanceId] = OrchestrationRuntimeStatus.Running;
        }

        return instanceId;
    }

    public override Task RaiseEventAsync(
        string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default)
    {
        BeforeRaising(instanceId);
        Raised.Add((instanceId, eventName, eventPayload));
        return Task.CompletedTask;
    }

    public override Task<OrchestrationMetadata?> GetInstancesAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        Task.FromResult(Instances.TryGetValue(instanceId, out var status)
            ? new OrchestrationMetadata("test", instanceId)
            {
                RuntimeStatus = status,
                // As Durable does it: the reason is part of the output.
                FailureDetails = getInputsAndOutputs && Failures.TryGetValue(instanceId, out var reason)
                    ? new TaskFailureDetails("System.InvalidOperationException", reason, null, null, null)
                    : null,
            }
            : null);

    public override Task<OrchestrationMetadata> WaitForInstanceStartAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) => throw new NotSupportedException("not used");

    public override Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) => throw new NotSupportedException("not used");

    public override Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        throw new NotSupportedException("not used");

    public override Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        throw new NotSupportedException("not used");

    public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null) =>
        Pageable.Create<OrchestrationMetadata>((_, _) => Task.FromResult(new Page<OrchestrationMetadata>(
            [.. Listed.Where(one => filter?.Statuses?.Contains(one.RuntimeStatus) is not false && !(one.CreatedAt > filter?.CreatedTo))])));

    public override Task<PurgeResult> PurgeInstanceAsync(
        string instanceId, PurgeInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        BeforePurging(instanceId);
        cancellation.ThrowIfCancellationRequested();
        Purged.Add(instanceId);
        Instances.TryRemove(instanceId, out _);
        return Task.FromResult(new PurgeResult(Listed.RemoveAll(one => one.InstanceId == instanceId)));
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
