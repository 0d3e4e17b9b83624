using System.Globalization;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Functions.Trials;

/// <summary>Finds a trial's snapshots: those of this run, and of a resumed trial those that it had written before it was broken off.</summary>
public sealed class KeptSnapshots(IStore store)
{
    /// <summary>
    /// Evaluations whose images are in the store, in order, with the SHA-256 of each as it is there: another run of the same trial may have
    /// written over what this one wrote.
    /// </summary>
    /// <param name="trial">The trial.</param>
    /// <param name="events">What happened in this run.</param>
    /// <param name="written">Snapshots that this run wrote.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<IReadOnlyDictionary<int, string>> FindAsync(
        Trial trial, IReadOnlyList<TrialEvent> events, IReadOnlyDictionary<int, WrittenSnapshot> written, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(trial);
        ArgumentNullException.ThrowIfNull(written);
        var kept = new SortedDictionary<int, string>();
        var resumedAt = events.Where(seen => seen.Kind == TrialEventKind.Resumed).Select(seen => seen.Evaluation).DefaultIfEmpty().Max();
        if (resumedAt == 0 && written.Count == 0)
            return kept;
        foreach (var (evaluation, etag) in await ListAsync(trial.Id, cancellation))
        {
            if (written.TryGetValue(evaluation, out var own))
            {
                if ((own.ETag == etag ? own.Sha256 : await Sha256OfAsync(trial.Id, evaluation, cancellation)) is { } sha256)
                    kept[evaluation] = sha256;
            }
            else if (IsEarlier(trial, evaluation, resumedAt) && await Sha256OfAsync(trial.Id, evaluation, cancellation) is { } earlier)
            {
                kept[evaluation] = earlier;
            }
        }

        return kept;
    }

    /// <summary>
    /// Whether an earlier run left it up to the evaluation of the checkpoint: a checkpoint is written after the snapshots before it. What
    /// they left beyond it, or under another policy, is not of this course.
    /// </summary>
    private static bool IsEarlier(Trial trial, int evaluation, int resumedAt) =>
        evaluation <= resumedAt && trial.Snapshots.Keeps(evaluation, trial.Parameters.TotalEvaluations);

    private async Task<List<(int Evaluation, string ETag)>> ListAsync(string trialId, CancellationToken cancellation)
    {
        var found = new List<(int, string)>();
        await foreach (var entry in store.ListAsync(StoreLayout.TrialsContainer, StoreLayout.TrialSnapshots(trialId), cancellation))
        {
            if (int.TryParse(Path.GetFileNameWithoutExtension(entry.Name), NumberStyles.None, CultureInfo.InvariantCulture, out var evaluation))
                found.Add((evaluation, entry.ETag));
        }

        return found;
    }

    private async Task<string?> Sha256OfAsync(string trialId, int evaluation, CancellationToken cancellation) =>
        await store.ReadAsync(StoreLayout.TrialsContainer, StoreLayout.TrialSnapshot(trialId, evaluation), cancellation) is { } snapshot
            ? Sha256.Of(snapshot.Content.Span)
            : null;
}
