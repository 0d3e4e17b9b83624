using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using NeuralStyle.Functions.Orchestrations;
using NeuralStyle.Functions.Settings;

namespace NeuralStyle.Functions.Sweeps;

/// <summary>
/// Purges the history of orchestrations that ended so many days ago. Sweeps go first, their trials when their sweep is gone: a sweep that
/// is under way, or kept, keeps the history of its trials, however old. What is left over when the limit of a run is reached, or when it
/// is broken off, goes the next time.
/// </summary>
public sealed class HistoryPurge(ProcessorSettings settings, TimeProvider clock, ILogger<HistoryPurge> logger)
{
    private static readonly OrchestrationRuntimeStatus[] Ended =
        [OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Failed, OrchestrationRuntimeStatus.Terminated];

    /// <summary>Purges what is old.</summary>
    public async Task RunAsync(DurableTaskClient client, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(client);
        var before = clock.GetUtcNow() - TimeSpan.FromDays(settings.HistoryDays);
        var (sweeps, trials) = (0, 0);
        try
        {
            sweeps = await PurgeAsync(client, before, isSweep: true, settings.PurgeLimit, cancellation);
            trials = await PurgeAsync(client, before, isSweep: false, settings.PurgeLimit - sweeps, cancellation);
        }
        finally
        {
            Logs.HistoryPurged(logger, sweeps, trials, before);
        }

        if (sweeps + trials >= settings.PurgeLimit)
            Logs.PurgeLimited(logger, settings.PurgeLimit);
    }

    private static async Task<int> PurgeAsync(
        DurableTaskClient client, DateTimeOffset before, bool isSweep, int limit, CancellationToken cancellation)
    {
        // By sweep, whether it is gone: its trials are asked for one after the other.
        var gone = new Dictionary<string, bool>(StringComparer.Ordinal);
        var purged = 0;
        // What ended before was begun before; when it ended a query can't ask.
        var old = client.GetAllInstancesAsync(new OrchestrationQuery(CreatedTo: before, Statuses: Ended));
        await foreach (var instance in old.WithCancellation(cancellation))
        {
            if (purged >= limit)
                break;
            // Purging by id asks nobody whether the orchestration ended: it is asked here.
            if (!instance.IsCompleted || instance.LastUpdatedAt >= before || IsSweep(instance) != isSweep)
                continue;
            if (!isSweep && !await IsGoneAsync(client, SweepIdentity.SweepInstanceId(instance.InstanceId), gone, cancellation))
                continue;
            purged += (await client.PurgeInstanceAsync(instance.InstanceId, cancellation)).PurgedInstanceCount;
        }

        return purged;
    }

    private static bool IsSweep(OrchestrationMetadata instance) => SweepIdentity.SweepInstanceId(instance.InstanceId) == instance.InstanceId;

    private static async Task<bool> IsGoneAsync(
        DurableTaskClient client, string sweepInstanceId, Dictionary<string, bool> gone, CancellationToken cancellation)
    {
        if (!gone.TryGetValue(sweepInstanceId, out var isGone))
            gone[sweepInstanceId] = isGone = await client.GetInstanceAsync(sweepInstanceId, cancellation) is null;
        return isGone;
    }
}
