using System.Text.Json;
using NeuralStyle.Functions.Orchestrations;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Functions.Sweeps;

/// <summary>
/// Keeps <c>results/{sweep}/status.json</c> current. One orchestration owns a sweep's status: the one that was begun last. What an
/// earlier one still says is not written, and it learns so.
/// </summary>
public sealed class StatusWriter(IStore store, TimeProvider clock)
{
    /// <summary>The status of a sweep; null when there is none that can be read.</summary>
    public async Task<SweepStatus?> ReadAsync(string sweep, CancellationToken cancellation)
    {
        try
        {
            return await store.ReadDocumentAsync<SweepStatus>(StoreLayout.ResultsContainer, StoreLayout.SweepStatus(sweep), cancellation);
        }
        catch (JsonException)
        {
            // Of another version, or edited; the next writing replaces it.
            return null;
        }
    }

    /// <summary>Makes an orchestration the owner of its sweep, with nothing done yet; problems mean that it is rejected.</summary>
    public Task BeginAsync(
        string sweep, string instanceId, string manifestETag, IReadOnlyList<string> problems, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(problems);
        var now = clock.GetUtcNow();
        return WriteAsync(
            new SweepStatus
            {
                Sweep = sweep,
                InstanceId = instanceId,
                ManifestETag = manifestETag,
                State = problems.Count > 0 ? SweepState.Rejected : SweepState.Planning,
                Problems = problems,
                StartedAt = now,
                UpdatedAt = now,
            },
            cancellation);
    }

    /// <summary>Applies a change.</summary>
    /// <returns>False, and nothing is written, when another orchestration owns the sweep by now.</returns>
    public async Task<bool> ApplyAsync(StatusUpdate update, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(update);
        var now = clock.GetUtcNow();
        var status = await ReadAsync(update.Sweep, cancellation) ?? new SweepStatus
        {
            Sweep = update.Sweep,
            InstanceId = update.InstanceId,
            ManifestETag = update.ManifestETag,
            State = update.State,
            StartedAt = now,
            UpdatedAt = now,
        };
        if (status.InstanceId != update.InstanceId)
            return false;

        await WriteAsync(
            status with
            {
                State = update.State,
                Problems = update.Problems,
                Trials = Merge(status.Trials, update.Trials),
                Sheets = update.Sheets,
                UpdatedAt = now,
            },
            cancellation);
        return true;
    }

    private static List<TrialStatus> Merge(IReadOnlyList<TrialStatus> trials, IReadOnlyList<TrialStatus> changes)
    {
        var changed = changes.ToDictionary(change => change.TrialId);
        var known = trials.Select(trial => trial.TrialId).ToHashSet();
        return
        [
            .. trials.Select(trial => changed.GetValueOrDefault(trial.TrialId, trial)),
            .. changes.Where(change => !known.Contains(change.TrialId)),
        ];
    }

    private Task WriteAsync(SweepStatus status, CancellationToken cancellation) =>
        store.WriteDocumentAsync(StoreLayout.ResultsContainer, StoreLayout.SweepStatus(status.Sweep), status, cancellation);
}
