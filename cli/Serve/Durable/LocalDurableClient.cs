using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Converters;

namespace NeuralStyle.Cli.Serve.Durable;

/// <summary>Starts and watches this process's orchestrations.</summary>
internal sealed class LocalDurableClient(LocalOrchestrations host) : DurableTaskClient("local")
{
    public override Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName, object? input = null, StartOrchestrationOptions? options = null, CancellationToken cancellation = default)
    {
        if (options?.StartAt is { } startAt)
            throw new NotSupportedException($"This host starts orchestrations at once; {startAt:O} was asked for.");
        var instanceId = options?.InstanceId ?? Guid.NewGuid().ToString("N");
        host.Start(orchestratorName, instanceId, JsonDataConverter.Default.Serialize(input), parent: null, options?.DedupeStatuses);
        return Task.FromResult(instanceId);
    }

    public override Task RaiseEventAsync(
        string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default) =>
        Require(instanceId).RaiseAsync(eventName, JsonDataConverter.Default.Serialize(eventPayload));

    public override Task<OrchestrationMetadata> WaitForInstanceStartAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        Task.FromResult(Require(instanceId).Describe(getInputsAndOutputs));

    public override async Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default)
    {
        var instance = Require(instanceId);
        await instance.Ended.WaitAsync(cancellation);
        return instance.Describe(getInputsAndOutputs);
    }

    public override Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        throw Unsupported();

    public override Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        throw Unsupported();

    public override Task<OrchestrationMetadata?> GetInstancesAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        Task.FromResult(host.Find(instanceId)?.Describe(getInputsAndOutputs));

    public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null)
    {
        var found = host.All
            .Where(instance => filter?.InstanceIdPrefix is not { } prefix || instance.InstanceId.StartsWith(prefix, StringComparison.Ordinal))
            .Select(instance => instance.Describe(filter?.FetchInputsAndOutputs ?? false))
            .Where(metadata => filter?.Statuses is not { } statuses || statuses.Contains(metadata.RuntimeStatus))
            .Where(metadata => filter?.CreatedFrom is not { } from || metadata.CreatedAt >= from)
            .Where(metadata => filter?.CreatedTo is not { } to || metadata.CreatedAt <= to)
            .OrderBy(metadata => metadata.InstanceId, StringComparer.Ordinal)
            .ToList();
        return Pageable.Create<OrchestrationMetadata>((_, _) => Task.FromResult(new Page<OrchestrationMetadata>(found)));
    }

    public override Task<PurgeResult> PurgeInstanceAsync(
        string instanceId, PurgeInstanceOptions? options = null, CancellationToken cancellation = default) =>
        Task.FromResult(new PurgeResult(host.Forget(instanceId) ? 1 : 0));

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private LocalInstance Require(string instanceId) =>
        host.Find(instanceId) ?? throw new InvalidOperationException($"There is no orchestration '{instanceId}' in this process.");

    private static NotSupportedException Unsupported() => new("This host does not suspend orchestrations; stop the process instead.");
}
