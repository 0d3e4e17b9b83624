#nullable enable

namespace Microsoft.DurableTask.Client;

#pragma warning disable CS0618 // Canceled is obsolete, and among them all the same.
public static class StartOrchestrationOptionsExtensions
{
    /// <summary>
    /// Where an orchestration of the id is in one of these states and the state is among a request's, the request fails; where it is in
    /// another, it makes room for the new one.
    /// </summary>
    public static readonly IReadOnlyList<OrchestrationRuntimeStatus> ValidDedupeStatuses =
    [
        OrchestrationRuntimeStatus.Completed,
        OrchestrationRuntimeStatus.Failed,
        OrchestrationRuntimeStatus.Terminated,
        OrchestrationRuntimeStatus.Canceled,
        OrchestrationRuntimeStatus.Pending,
        OrchestrationRuntimeStatus.Running,
        OrchestrationRuntimeStatus.Suspended,
    ];

    public static StartOrchestrationOptions WithDedupeStatuses(
        this StartOrchestrationOptions options, params OrchestrationRuntimeStatus[] dedupeStatuses) =>
        options with { DedupeStatuses = dedupeStatuses.Select(status => status.ToString()).ToList() };
}
