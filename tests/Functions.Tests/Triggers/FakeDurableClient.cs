using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace NeuralStyle.Functions.Tests.Triggers;

/// <summary>Knows some orchestrations and keeps what it is asked to do.</summary>
internal sealed class FakeDurableClient() : DurableTaskClient("test")
{
    public Dictionary<string, OrchestrationRuntimeStatus> Instances { get; } = [];

    public List<(string Name, string? InstanceId, object? Input)> Scheduled { get; } = [];

    public List<(string InstanceId, string Event, object? Payload)> Raised { get; } = [];

    public override Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName, object? input = null, StartOrchestrationOptions? options = null, CancellationToken cancellation = default)
    {
        Scheduled.Add((orchestratorName, options?.InstanceId, input));
        Instances[options!.InstanceId!] = OrchestrationRuntimeStatus.Running;
        return Task.FromResult(options.InstanceId!);
    }

    public override Task RaiseEventAsync(
        string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default)
    {
        Raised.Add((instanceId, eventName, eventPayload));
        return Task.CompletedTask;
    }

    public override Task<OrchestrationMetadata?> GetInstancesAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        Task.FromResult(Instances.TryGetValue(instanceId, out var status)
            ? new OrchestrationMetadata("test", instanceId) { RuntimeStatus = status }
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
        throw new NotSupportedException("not used");

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
