using System.Globalization;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Sweeps;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Plan.Searches;

/// <summary>What comes of judging a rung.</summary>
/// <param name="Plan">The plan with the trials of the next rung; the cells of those that go up show them.</param>
/// <param name="Promoted">The trials of the next rung, in running order; none when none completed.</param>
/// <param name="Dropped">The trials that completed and do not go up, with the reason.</param>
public sealed record RungPromotion(SweepPlan Plan, IReadOnlyList<Trial> Promoted, IReadOnlyList<(string TrialId, string Reason)> Dropped)
{
    /// <summary>
    /// Judges a rung: of each group of trials of the same images the best go up, <see cref="SweepSearch.Keep"/> of as many as were begun. The
    /// same records give the same answer, whatever the plan says of higher rungs.
    /// </summary>
    /// <param name="plan">The plan of the rung, or a later one.</param>
    /// <param name="rung">The rung, from 0; not the last.</param>
    /// <param name="completed">The records of its trials that completed, by trial; those that are missing have failed.</param>
    /// <exception cref="ArgumentException">The plan has no search, or no rung above.</exception>
    public static RungPromotion Of(SweepPlan plan, int rung, IReadOnlyDictionary<string, TrialRecord> completed)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(completed);
        if (plan.Search is not { } search || rung < 0 || rung + 1 >= search.Rungs.Count)
            throw new ArgumentException($"the plan of '{plan.Sweep}' has no rung above rung {rung + 1}", nameof(rung));

        var before = plan.UpTo(rung);
        var trials = before.TrialsAt(rung).ToDictionary(trial => trial.Id, StringComparer.Ordinal);
        // In the order of the cells, which is the manifest's: the running order is the machine's affair.
        var begun = before.Cells.Select(cell => cell.TrialId).Distinct(StringComparer.Ordinal).Where(trials.ContainsKey).Select(id => trials[id]);
        var next = new Dictionary<string, Trial>(StringComparer.Ordinal);
        var dropped = new List<(string, string)>();
        foreach (var group in begun.GroupBy(SweepRungs.GroupOf).Select(group => group.ToList()))
        {
            var kept = search.Keep.Of(group.Count);
            var judged = RungJudgement.Of([.. group.Select(trial => completed.GetValueOrDefault(trial.Id)).OfType<TrialRecord>()]);
            foreach (var trial in judged.Take(kept))
                next[trial.TrialId] = RungTrials.After(trials[trial.TrialId], rung + 1, search);
            dropped.AddRange(judged.Skip(kept).Select(trial => (trial.TrialId, ReasonOf(search, rung, trial, judged.Count))));
        }

        var promoted = RunOrder.Of([.. before.TrialsAt(rung).Where(trial => next.ContainsKey(trial.Id)).Select(trial => next[trial.Id])]);
        return new RungPromotion(
            before with
            {
                Cells = [.. before.Cells.Select(cell => next.TryGetValue(cell.TrialId, out var above) ? cell with { TrialId = above.Id } : cell)],
                Trials = [.. before.Trials, .. promoted],
            },
            promoted,
            dropped);
    }

    /// <summary>E.g. <c>after rung 1 of 3 (128 px): place 7 of 12, mean rank 6.33 (improvement 4, content distance 9, style distance 6)</c>.</summary>
    private static string ReasonOf(SweepSearch search, int rung, JudgedTrial trial, int judged)
    {
        var ranks = string.Join(", ", trial.Ranks.Select(rank => string.Create(CultureInfo.InvariantCulture, $"{rank.Criterion} {rank.Rank:0.#}")));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"after {search.NameOf(rung)}: place {trial.Place} of {judged}, mean rank {trial.MeanRank:0.##}{(ranks.Length > 0 ? $" ({ranks})" : string.Empty)}");
    }
}
