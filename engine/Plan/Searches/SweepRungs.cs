using NeuralStyle.Plan.Sweeps;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Plan.Searches;

/// <summary>A plan by the rungs of its search. A plan without a search is one rung.</summary>
public static class SweepRungs
{
    /// <summary>Which rung a trial is of, from 0.</summary>
    public static int RungOf(this SweepPlan plan, Trial trial)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return plan.Search is null ? 0 : Math.Max(0, plan.Search.RungOf(trial));
    }

    /// <summary>The rung in words, e.g. <c>rung 1 of 3 (128 px)</c>; null in a plan without a search.</summary>
    public static string? RungNameOf(this SweepPlan plan, Trial trial)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return plan.Search?.NameOf(plan.RungOf(trial));
    }

    /// <summary>The highest rung that was begun, from 0.</summary>
    public static int TopRung(this SweepPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return plan.Trials.Select(plan.RungOf).DefaultIfEmpty(0).Max();
    }

    /// <summary>The trials of a rung, in running order.</summary>
    public static IReadOnlyList<Trial> TrialsAt(this SweepPlan plan, int rung)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return [.. plan.Trials.Where(trial => plan.RungOf(trial) == rung)];
    }

    /// <summary>The plan as it was when the trials of a rung were the last ones: each cell shows the trial that it had then.</summary>
    /// <exception cref="KeyNotFoundException">A trial began from one that the plan hasn't.</exception>
    public static SweepPlan UpTo(this SweepPlan plan, int rung)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (plan.Search is null)
            return plan;
        var trials = plan.Trials.ToDictionary(trial => trial.Id, StringComparer.Ordinal);
        return plan with
        {
            Cells = [.. plan.Cells.Select(cell => cell with { TrialId = Ancestor(trials[cell.TrialId]).Id })],
            Trials = [.. plan.Trials.Where(trial => plan.RungOf(trial) <= rung)],
        };

        Trial Ancestor(Trial trial) => plan.RungOf(trial) <= rung ? trial : Ancestor(plan.Before(trial, trials));
    }

    /// <summary>A trial and those of the rungs below from which it came, the highest first.</summary>
    /// <exception cref="KeyNotFoundException">One began from a trial that the plan hasn't.</exception>
    public static IEnumerable<Trial> PathOf(this SweepPlan plan, Trial trial)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var trials = plan.Trials.ToDictionary(other => other.Id, StringComparer.Ordinal);
        yield return trial;
        while (plan.RungOf(trial) > 0)
        {
            trial = plan.Before(trial, trials);
            yield return trial;
        }
    }

    /// <summary>The trial of the rung below. A plan may be anybody's: one that leads in a circle is refused.</summary>
    private static Trial Before(this SweepPlan plan, Trial trial, Dictionary<string, Trial> trials) =>
        trials.TryGetValue(trial.Parameters.InitTrial, out var before) && plan.RungOf(before) == plan.RungOf(trial) - 1
            ? before
            : throw new KeyNotFoundException($"trial {trial.Id} begins from '{trial.Parameters.InitTrial}', which is no trial of the rung before");

    /// <summary>
    /// What trials are judged among: those of the same images. Distances from other images don't compare. Seeds are settings like any other.
    /// </summary>
    public static string GroupOf(Trial trial)
    {
        ArgumentNullException.ThrowIfNull(trial);
        var content = trial.Parameters.ReadsContent ? trial.Content.Sha256 : string.Empty;
        var styles = trial.Parameters.ReadsStyle ? string.Join(' ', trial.Styles.Select(style => style.Sha256)) : string.Empty;
        return $"{content}/{styles}";
    }

    /// <summary>The trials that people compare, in running order: all of a plain sweep; of a search those of the highest rung that was begun.</summary>
    public static IReadOnlyList<Trial> Compared(this SweepPlan plan) => plan.Search is null ? plan.Trials : plan.TrialsAt(plan.TopRung());

    /// <summary>How many trials each rung has at most, all groups together.</summary>
    /// <param name="search">The search.</param>
    /// <param name="settings">The trials of the first rung.</param>
    public static IReadOnlyList<int> CountsOf(this SweepSearch search, IEnumerable<Trial> settings)
    {
        ArgumentNullException.ThrowIfNull(search);
        var groups = settings.GroupBy(GroupOf).Select(group => search.CountsOf(group.Count())).ToList();
        return [.. search.Rungs.Select((_, rung) => groups.Sum(counts => counts[rung]))];
    }
}
