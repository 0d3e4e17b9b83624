using NeuralStyle.Functions.Orchestrations;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Functions.Sweeps;

/// <summary>
/// Keeps <c>results/{sweep}/status.json</c> current. One orchestration owns a sweep's status: the one that was begun last. What an
/// earlier one still says is not written, and it learns so. Two who write at the same time never undo what the other wrote.
/// </summary>
public sealed class StatusWriter(IStore store, TimeProvider clock)
{
    // Each time somebody else was faster; there are two at most, an orchestration and the one that takes its place.
    private const int Attempts = 10;

    /// <summary>The status of a sweep; null when there is none that can be read.</summary>
    public async Task<SweepStatus?> ReadAsync(string sweep, CancellationToken cancellation) =>
        (await LookAsync(sweep, cancellation)).Status;

    /// <summary>The status of a sweep, and the version that it is of; null for what isn't there or can't be read.</summary>
    public Task<(SweepStatus? Status, string? ETag)> LookAsync(string sweep, CancellationToken cancellation) =>
        store.LookAtDocumentAsync<SweepStatus>(StoreLayout.ResultsContainer, StoreLayout.SweepStatus(sweep), cancellation);

    /// <summary>The orchestration whose place another one takes; null where there is none.</summary>
    /// <param name="instanceId">The other one.</param>
    /// <param name="seen">The sweep's status before it.</param>
    public static string? ReplacedBy(string instanceId, SweepStatus? seen) =>
        seen?.InstanceId == instanceId ? seen.Replaced : seen?.InstanceId;

    /// <summary>Makes an orchestration the owner of its sweep, with nothing done yet; problems mean that it is rejected.</summary>
    /// <param name="sweep">The sweep.</param>
    /// <param name="instanceId">The orchestration.</param>
    /// <param name="manifestETag">The version of the manifest that it runs.</param>
    /// <param name="problems">What is wrong with it.</param>
    /// <param name="seen">The status as it was seen before it was decided to begin, and its version; null where there was none.</param>
    /// <param name="cancellation">Ends the writing.</param>
    /// <returns>False, and nothing is written, when the status changed meanwhile: perhaps somebody else began.</returns>
    public Task<bool> BeginAsync(
        string sweep,
        string instanceId,
        string manifestETag,
        IReadOnlyList<string> problems,
        (SweepStatus? Status, string? ETag) seen,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(problems);
        var now = clock.GetUtcNow();
        // The same one, begun again after its host died: what was done since it first began belongs to it.
        var same = seen.Status is { IsFinished: false } status && status.InstanceId == instanceId ? status : null;
        return WriteAsync(
            new SweepStatus
            {
                Sweep = sweep,
                InstanceId = instanceId,
                ManifestETag = manifestETag,
                State = problems.Count > 0 ? SweepState.Rejected : SweepState.Planning,
                Problems = problems,
                Replaced = ReplacedBy(instanceId, seen.Status),
                StartedAt = same?.StartedAt ?? now,
                UpdatedAt = now,
            },
            seen.ETag,
            cancellation);
    }

    /// <summary>Notes that the orchestration of a sweep ended without saying so.</summary>
    /// <param name="known">The status as it was seen.</param>
    /// <param name="knownETag">Its version.</param>
    /// <param name="problem">What became of it.</param>
    /// <param name="cancellation">Ends the writing.</param>
    /// <returns>False, and nothing is written, when the status changed meanwhile.</returns>
    public Task<bool> FailAsync(SweepStatus known, string? knownETag, string problem, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(known);
        return WriteAsync(known with { State = SweepState.Failed, Problems = [problem], UpdatedAt = clock.GetUtcNow() }, knownETag, cancellation);
    }

    /// <summary>Applies a change.</summary>
    /// <param name="update">The change.</param>
    /// <param name="repeated">What was computed twice; null where nothing is known to be.</param>
    /// <param name="cancellation">Ends the writing.</param>
    /// <returns>
    /// False, and nothing is written, when another orchestration owns the sweep by now. True, and nothing is written either, for a change that
    /// comes late: after a later one, or after the end.
    /// </returns>
    public async Task<bool> ApplyAsync(StatusUpdate update, RepeatedWorkSum? repeated, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(update);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var now = clock.GetUtcNow();
            var (known, etag) = await LookAsync(update.Sweep, cancellation);
            var status = known ?? new SweepStatus
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
            if (known is not null && IsOutdated(update, known))
                return true;

            var changed = status with
            {
                Update = update.Number,
                State = update.State,
                Problems = update.Problems,
                Trials = Merge(status.Trials, update.Trials),
                Sheets = update.Sheets,
                Repeated = repeated,
                UpdatedAt = now,
            };
            if (await WriteAsync(changed, etag, cancellation))
                return true;
        }

        throw new StoreUnavailableException(
            $"{StoreLayout.ResultsContainer}/{StoreLayout.SweepStatus(update.Sweep)} was written by others each of {Attempts} times.");
    }

    // An activity may be run once more although its first run was heard, and while later ones run.
    private static bool IsOutdated(StatusUpdate update, SweepStatus known) =>
        update.Number < known.Update || (known.IsFinished && !SweepStatus.IsFinal(update.State));

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

    private Task<bool> WriteAsync(SweepStatus status, string? knownETag, CancellationToken cancellation) =>
        store.WriteDocumentIfAsync(StoreLayout.ResultsContainer, StoreLayout.SweepStatus(status.Sweep), status, knownETag, cancellation);
}
