using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using NeuralStyle.Functions.Orchestrations;
using NeuralStyle.Functions.Settings;
using NeuralStyle.Functions.Storage;

namespace NeuralStyle.Functions.Sweeps;

/// <summary>What happens when a manifest appears: check it, then schedule its sweep. May be called twice for one version.</summary>
public sealed class SweepStart(
    IStore store, SweepPlanning planning, StatusWriter status, SweepEvents events, ProcessorSettings settings, ILogger<SweepStart> logger)
{
    /// <summary>Starts the sweep of a manifest, or writes to its status why it can't be run.</summary>
    public async Task RunAsync(string manifestName, DurableTaskClient client, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(client);
        if (!SweepIdentity.TryFromManifest(manifestName, out var sweep))
        {
            Logs.NotAManifest(logger, manifestName, string.Join(", ", SweepIdentity.Extensions));
            return;
        }

        var manifest = await store.ReadAsync(StoreLayout.SweepsContainer, manifestName, cancellation);
        if (manifest is null)
        {
            Logs.ManifestGone(logger, sweep);
            return;
        }

        var instanceId = SweepIdentity.InstanceId(sweep, manifest.ETag);
        if (await client.GetInstanceAsync(instanceId, cancellation) is not null)
        {
            Logs.SweepKnown(logger, sweep, instanceId);
            return;
        }

        var problems = await planning.CheckAsync(sweep, manifestName, manifest, cancellation);
        var earlier = await status.ReadAsync(sweep, cancellation);
        await status.BeginAsync(sweep, instanceId, manifest.ETag, problems, cancellation);
        // It learns that its time is over when it looks; else it would begin trials until its status is due.
        if (earlier is not null)
            await events.RaiseAsync(client, sweep, earlier.InstanceId, cancellation);
        if (problems.Count > 0)
        {
            Logs.SweepRejected(logger, sweep, problems.Count);
            return;
        }

        var input = new SweepInput
        {
            Sweep = sweep,
            ManifestName = manifestName,
            ManifestETag = manifest.ETag,
            Dispatch = settings.Dispatching,
        };
        await client.ScheduleNewOrchestrationInstanceAsync(
            nameof(SweepOrchestration), input, new StartOrchestrationOptions(instanceId), cancellation);
        Logs.SweepStarted(logger, sweep, instanceId);
    }
}
