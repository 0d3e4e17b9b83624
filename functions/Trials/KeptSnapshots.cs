using System.Globalization;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Functions.Trials;

/// <summary>Finds a trial's snapshots: those of this run, and of a resumed trial those that it had written before it was broken off.</summary>
public sealed class KeptSnapshots(IStore store)
{
    /// <summary>Evaluations whose images are in the store, in order, with the SHA-256 of each.</summary>
    /// <param name="trial">The trial.</param>
    /// <param name="events">What happened in this run.</param>
    /// <param name="written">Snapshots that this run wrote.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<IReadOnlyDictionary<int, string>> FindAsync(
        Trial trial, IReadOnlyList<TrialEvent> events, IReadOnlyDictionary<int, string> written, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(trial);
        var kept = new SortedDictionary<int, string>();
        var resumedAt = events.Where(seen => seen.Kind == TrialEventKind.Resumed).Select(seen => seen.Evaluation).DefaultIfEmpty().Max();
        if (resumedAt > 0)
        {
            foreach (var evaluation in await EarlierAsync(trial, resumedAt, cancellation))
            {
                var name = StoreLayout.TrialSnapshot(trial.Id, evaluation);
                if (await store.ReadAsync(StoreLayout.TrialsContainer, name, cancellation) is { } snapshot)
                    kept[evaluation] = Sha256.Of(snapshot.Content.Span);
            }
        }

        foreach (var (evaluation, sha256) in written)
            kept[evaluation] = sha256;
        return kept;
    }

    /// <summary>
    /// What earlier runs left up to the evaluation of the checkpoint: a checkpoint is written after the snapshots before it. What they
    /// left beyond it, or under another policy, is not of this course.
    /// </summary>
    private async Task<List<int>> EarlierAsync(Trial trial, int resumedAt, CancellationToken cancellation)
    {
        var found = new List<int>();
        await foreach (var entry in store.ListAsync(StoreLayout.TrialsContainer, StoreLayout.TrialSnapshots(trial.Id), cancellation))
        {
            var name = Path.GetFileNameWithoutExtension(entry.Name);
            if (int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var evaluation)
                && evaluation <= resumedAt
                && trial.Snapshots.Keeps(evaluation, trial.Parameters.TotalEvaluations))
                found.Add(evaluation);
        }

        return found;
    }
}
