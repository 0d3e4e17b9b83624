using NeuralStyle.Plan.Records;

namespace NeuralStyle.Plan.Searches;

/// <summary>
/// Which trials of a rung are better. The rule: trials of the same images are ranked three times, by the share of its own first loss that each
/// lost (improvement), by content distance and by style distance, both on the fixed yardstick of <see cref="TrialMeasures"/>; the lowest mean of
/// the ranks is the best. Equal values share the mean of their ranks; equal means are in planned order. A criterion counts among some trials
/// only where all of them have it: in mode reconstruction there is no style distance, and where a schedule changes weights no improvement.
/// <para>
/// The loss itself is never compared: a setting of a thousandth of the weights has a thousandth of the loss. All three criteria are proxies: the
/// rule finds settings that are getting on and are near to both images, not beautiful ones.
/// </para>
/// </summary>
public static class RungJudgement
{
    /// <summary>Judges trials of the same images that completed.</summary>
    /// <param name="records">Their records, in planned order.</param>
    /// <returns>The trials, the best first.</returns>
    public static IReadOnlyList<JudgedTrial> Of(IReadOnlyList<TrialRecord> records)
    {
        ArgumentNullException.ThrowIfNull(records);
        var ranks = RungCriterion.All
            .Select(criterion => (criterion.Name, Costs: records.Select(criterion.CostOf).ToList()))
            .Where(criterion => criterion.Costs.TrueForAll(cost => cost is not null))
            .Select(criterion => (criterion.Name, Ranks: RanksOf([.. criterion.Costs.Select(cost => double.IsNaN(cost!.Value) ? double.PositiveInfinity : cost.Value)])))
            .ToList();
        return
        [
            .. records
                .Select((record, index) => (record.TrialId, Ranks: ranks.Select(criterion => (criterion.Name, Rank: criterion.Ranks[index])).ToList()))
                .Select(trial => (trial.TrialId, trial.Ranks, Mean: trial.Ranks.Select(rank => rank.Rank).DefaultIfEmpty(0).Average()))
                // Stable: equal means stay in planned order.
                .OrderBy(trial => trial.Mean)
                .Select((trial, index) => new JudgedTrial(trial.TrialId, index + 1, trial.Mean, trial.Ranks)),
        ];
    }

    /// <summary>The rank of each value, from 1 for the lowest; equal values share the mean of theirs.</summary>
    private static List<double> RanksOf(IReadOnlyList<double> values)
    {
        var ranks = values.Order().Select((value, index) => (Value: value, Rank: index + 1.0)).GroupBy(item => item.Value)
            .ToDictionary(equal => equal.Key, equal => equal.Average(item => item.Rank));
        return [.. values.Select(value => ranks[value])];
    }
}
