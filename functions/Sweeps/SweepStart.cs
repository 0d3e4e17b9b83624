using System.Diagnostics;
using DurableTask.Core.Exceptions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using NeuralStyle.Functions.Orchestrations;
using NeuralStyle.Functions.Settings;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Functions.Telemetry;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Functions.Sweeps;

/// <summary>
/// What happens when a manifest appears: check it, then schedule its sweep. May be called twice for one version, also at the same time, and
/// for a version that ended long ago: an event may be delivered again, and its orchestration be purged meanwhile.
/// </summary>
public sealed class SweepStart(
    IStore store,
    SweepPlanning planning,
    StatusWriter status,
    BrokenOffSweeps brokenOff,
    SweepEvents events,
    ProcessorSettings settings,
    ProcessorTelemetry telemetry,
    ILogger<SweepStart> logger)
{
    // Each time another caller was faster; what it did is seen the next time.
    private const int Attempts = 10;

    /// <summary>Starts the sweep of a manifest, or writes to its status why it can't be run.</summary>
    /// <exception cref="StoreUnavailableException">The store could not be reached; worth a retry.</exception>
    public async Task RunAsync(string manifestName, DurableTaskClient client, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(client);
        if (!SweepIdentity.TryFromManifest(manifestName, out var sweep) || StoreName.Fault(StoreLayout.SweepStatus(sweep)) is not null)
        {
            Logs.NotAManifest(logger, manifestName, string.Join(", ", SweepIdentity.Extensions));
            return;
        }

        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var (manifest, tooLarge) = await ReadAsync(manifestName, cancellation);
            if (manifest is null)
            {
                Logs.ManifestGone(logger, sweep);
                return;
            }

            // The status is read before it is asked who runs: who begins later than that is found out when it is written.
            var seen = await status.LookAsync(sweep, cancellation);
            var earlier = seen.Status;
            // Who wrote it may have died before it told that one, which would wait for ever if it is paused.
            if (earlier?.Replaced is { } untold)
                await events.RaiseAsync(client, sweep, untold, cancellation);
            var instanceId = SweepIdentity.InstanceId(sweep, manifest.ETag);
            if (await IsKnownAsync(instanceId, earlier, client, cancellation))
            {
                await brokenOff.ReadAsync(sweep, client, cancellation);
                Logs.SweepKnown(logger, sweep, instanceId);
                return;
            }

            var problems = tooLarge is null ? await planning.CheckAsync(sweep, manifestName, manifest, cancellation) : [tooLarge];
            if (!await status.BeginAsync(sweep, instanceId, manifest.ETag, problems, seen, cancellation))
                continue;

            // It learns that its time is over when it looks; else it would begin trials until its status is due.
            if (StatusWriter.ReplacedBy(instanceId, earlier) is { } replaced)
                await events.RaiseAsync(client, sweep, replaced, cancellation);
            if (problems.Count > 0)
            {
                Logs.SweepRejected(logger, sweep, problems.Count);
                telemetry.SweepEnded(SweepState.Rejected);
                return;
            }

            using var span = telemetry.Begin(
                "start sweep", ActivityKind.Producer, null,
                (ProcessorTelemetry.SweepTag, sweep), (ProcessorTelemetry.InstanceTag, instanceId));
            await ScheduleAsync(sweep, manifestName, manifest.ETag, instanceId, client, cancellation).ToldBy(span);
            return;
        }

        throw new StoreUnavailableException(
            $"{StoreLayout.SweepsContainer}/{manifestName} could not be started: its status was written by others each of {Attempts} times.");
    }

    /// <summary>The manifest; without its content, and with the reason, where it is too large to be read.</summary>
    private async Task<(StoredBlob? Manifest, string? TooLarge)> ReadAsync(string manifestName, CancellationToken cancellation)
    {
        try
        {
            return (await store.ReadAsync(StoreLayout.SweepsContainer, manifestName, cancellation), null);
        }
        catch (BlobTooLargeException exception)
        {
            return (new StoredBlob(ReadOnlyMemory<byte>.Empty, exception.ETag), exception.Message);
        }
    }

    private static async Task<bool> IsKnownAsync(
        string instanceId, SweepStatus? earlier, DurableTaskClient client, CancellationToken cancellation) =>
        earlier is { IsFinished: true } ended && ended.InstanceId == instanceId
        || await client.GetInstanceAsync(instanceId, cancellation) is not null;

    private async Task ScheduleAsync(
        string sweep, string manifestName, string manifestETag, string instanceId, DurableTaskClient client, CancellationToken cancellation)
    {
        var input = new SweepInput
        {
            Sweep = sweep,
            ManifestName = manifestName,
            ManifestETag = manifestETag,
            Dispatch = settings.Dispatching,
            TraceParent = Activity.Current?.Id,
        };
        // An orchestration of this id is the same sweep, whatever became of it: it never makes room for another. Where two start it at the
        // same instant and both find none, Durable's store lets one start message through and drops the other.
        var options = new StartOrchestrationOptions(instanceId)
            .WithDedupeStatuses([.. StartOrchestrationOptionsExtensions.ValidDedupeStatuses]);
        try
        {
            await client.ScheduleNewOrchestrationInstanceAsync(nameof(SweepOrchestration), input, options, cancellation);
            Logs.SweepStarted(logger, sweep, instanceId);
        }
        catch (OrchestrationAlreadyExistsException)
        {
            Logs.SweepKnown(logger, sweep, instanceId);
        }
    }
}
