using NeuralStyle.Plan.Manifests;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Sweeps;
using NeuralStyle.Plan.Text;

namespace NeuralStyle.Plan.Effects.Confounding;

/// <summary>
/// Where a sweep's own comparisons are confounded, read from the settings that were executed: experiments that change several things, axes
/// whose values do, axes that never vary alone, cells that are one trial.
/// </summary>
public static class SweepConfounding
{
    // How an experiment without changes ends its label.
    private const string Unchanged = ": base";

    // With its quotes and an ellipsis as long as a list shows.
    private const int LongestName = 55;

    /// <summary>All warnings about a sweep.</summary>
    /// <param name="plan">The sweep.</param>
    /// <param name="records">Records by trial; trials without one are taken as planned.</param>
    public static IReadOnlyList<ConfoundingWarning> Of(SweepPlan plan, IReadOnlyDictionary<string, TrialRecord> records)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(records);
        var settings = new TrialSettings(plan, records);
        var warnings = new List<ConfoundingWarning>(SharedTrials(plan, settings));
        for (var axis = 0; axis < plan.Axes.Count; axis++)
        {
            if (plan.Axes[axis].Labels.Count < 2)
                continue;
            var slices = plan.Cells.GroupBy(cell => string.Join(',', cell.Coordinates.Where((_, index) => index != axis)))
                .Select(slice => slice.OrderBy(cell => cell.Coordinates[axis]).ToList()).Where(slice => slice.Count > 1).ToList();
            if (slices.Count == 0)
                warnings.Add(NeverAlone(plan, axis));
            else if (plan.Axes[axis].Name == AxisNames.Experiment)
                warnings.AddRange(Experiments(plan.Axes[axis], axis, slices, settings));
            else if (ChangesSeveral(plan.Axes[axis], slices, settings) is { } several)
                warnings.Add(several);
        }

        return warnings;
    }

    private static IEnumerable<ConfoundingWarning> SharedTrials(SweepPlan plan, TrialSettings settings)
    {
        foreach (var shared in plan.Cells.GroupBy(cell => cell.TrialId).Where(cells => cells.Count() > 1))
        {
            var names = shared.Select(settings.NameOf).ToList();
            var text = $"{Shown.List([.. names.Select(name => $"'{Shown.Text(name, LongestName)}'")])} are one and the same setting, trial {shared.Key}";
            yield return new ConfoundingWarning(ConfoundingKind.SameSetting, names, [], text);
        }
    }

    private static IEnumerable<ConfoundingWarning> Experiments(
        PlannedAxis axis, int index, List<List<SweepCell>> slices, TrialSettings settings)
    {
        var found = new List<ConfoundingWarning>();
        foreach (var slice in slices)
        {
            // Under the experiment's own label: what the other axes say is the same in a slice.
            var compared = slice.Select(cell => settings.Of(cell) with { Name = axis.Labels[cell.Coordinates[index]] }).ToList();
            var meant = compared.Find(setting => setting.Name.EndsWith(Unchanged, StringComparison.Ordinal));
            var baseline = meant ?? SettingsComparison.MostCentral(compared);
            var name = meant is null ? $"most central experiment '{baseline.Name}'" : $"base, experiment '{baseline.Name}'";
            found.AddRange(SettingsComparison.SeveralFactors(compared, baseline with { Name = name }));
        }

        return found.DistinctBy(warning => warning.Text);
    }

    private static ConfoundingWarning? ChangesSeveral(PlannedAxis axis, List<List<SweepCell>> slices, TrialSettings settings)
    {
        var factors = new List<string>();
        foreach (var slice in slices)
        {
            var first = settings.Of(slice[0]);
            foreach (var cell in slice.Skip(1))
                factors.AddRange(settings.Of(cell).DifferencesFrom(first).Except(factors));
        }

        if (factors.Count < 2)
            return null;
        var text = $"{axis.Name} changes {factors.Count} factors together: {string.Join(", ", factors)}; its effect can't be ascribed to one of them";
        return new ConfoundingWarning(ConfoundingKind.AxisChangesSeveral, [axis.Name], factors, text);
    }

    private static ConfoundingWarning NeverAlone(SweepPlan plan, int axis)
    {
        // What changes whenever this axis does: each of its values has values of the other axis of its own.
        var partners = Enumerable.Range(0, plan.Axes.Count)
            .Where(other => other != axis && plan.Axes[other].Labels.Count > 1
                && plan.Cells.GroupBy(cell => cell.Coordinates[other]).All(same => same.Select(cell => cell.Coordinates[axis]).Distinct().Count() == 1))
            .Select(other => plan.Axes[other].Name).ToList();
        var with = partners.Count > 0 ? $"{string.Join(" and ", partners)} always changes with it" : "another axis always changes with it, not always the same";
        var text = $"no two cells differ in {plan.Axes[axis].Name} only: {with}, and its effect can't be told from that";
        return new ConfoundingWarning(ConfoundingKind.NeverAlone, [plan.Axes[axis].Name], partners, text);
    }
}
