using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace NeuralStyle.Offline.Tests.Durable;

/// <summary>Notes each abstract call; gives its instances in pages of one.</summary>
internal sealed class RecordingClient(params OrchestrationMetadata[] instances) : DurableTaskClient("recording")
{
    public List<string> Calls { get; } = [];

    public override Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName, object? input = null, StartOrchestrationOptions? options = null, CancellationToken cancellation = default)
    {
        Calls.Add($"schedule {orchestratorName} {input ?? "null"} {options?.InstanceId ?? "null"}");
        return Task.FromResult("id");
    }

    public override Task RaiseEventAsync(
        string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default)
    {
        Calls.Add($"raise {instanceId} {eventName} {eventPayload ?? "null"}");
        return Task.CompletedTask;
    }

    public override Task<OrchestrationMetadata> WaitForInstanceStartAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        Task.FromResult(instances.Single(instance => instance.InstanceId == instanceId));

    public override Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        Task.FromResult(instances.Single(instance => instance.InstanceId == instanceId));

    public override Task TerminateInstanceAsync(
        string instanceId, TerminateInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        Calls.Add($"terminate {instanceId} {options?.Output ?? "null"}");
        return Task.CompletedTask;
    }

    public override Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default)
    {
        Calls.Add($"suspend {instanceId} {reason ?? "null"}");
        return Task.CompletedTask;
    }

    public override Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default)
    {
        Calls.Add($"resume {instanceId} {reason ?? "null"}");
        return Task.CompletedTask;
    }

    public override Task<OrchestrationMetadata?> GetInstancesAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default)
    {
        Calls.Add($"get {instanceId} {getInputsAndOutputs}");
        return Task.FromResult(instances.SingleOrDefault(instance => instance.InstanceId == instanceId));
    }

    public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null) =>
        Pageable.Create((continuation, _) =>
        {
            var index = continuation is null ? 0 : continuation.Length;
            var next = index + 1 < instances.Length ? new string('+', index + 1) : null;
            return Task.FromResult(new Page<OrchestrationMetadata>([instances[index]], next));
        });

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
