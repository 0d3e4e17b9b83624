using NeuralStyle.Plan.Effects.Confounding;

namespace NeuralStyle.Plan.Effects.Runs;

/// <summary>What comparing recorded runs can't say, and which of their labels are not true.</summary>
public sealed record RunsJudgement
{
    /// <summary>The baseline that the runs are compared with.</summary>
    public required ComparedSetting Baseline { get; init; }

    /// <summary>The runs that are the baseline.</summary>
    public required IReadOnlyList<string> BaselineRuns { get; init; }

    /// <summary>All warnings, by kind.</summary>
    public required IReadOnlyList<ConfoundingWarning> Warnings { get; init; }

    /// <summary>Labels with words that say nothing of a recorded factor, which could not be judged.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>Judges the runs of a study.</summary>
    /// <param name="runs">The runs.</param>
    public static RunsJudgement Of(RecordedRuns runs)
    {
        ArgumentNullException.ThrowIfNull(runs);
        var baseline = SettingsComparison.Baseline(runs.Executed, runs.Defaults);
        var same = runs.Executed.Where(run => run.DifferencesFrom(baseline).Count == 0).Select(run => run.Name).ToList();
        var labels = new LabelJudgement(runs, baseline);
        return new RunsJudgement
        {
            Baseline = baseline,
            BaselineRuns = same,
            Warnings =
            [
                .. SameSettings(runs),
                .. DefaultsNeverRun(runs),
                .. same.Count > 0 ? [] : (ConfoundingWarning[])[NoBaseline(runs, baseline)],
                .. labels.Contradicted(),
                .. labels.Silent(),
                .. SettingsComparison.SeveralFactors(runs.Executed, baseline),
                .. labels.NotRecorded(),
            ],
            Notes = [.. labels.Unread()],
        };
    }

    private static IEnumerable<ConfoundingWarning> SameSettings(RecordedRuns runs) => SettingsComparison.SameSettings(runs.Executed).Select(same =>
    {
        var names = same.Select(run => run.Name).ToList();
        var labels = names.Select(name => runs.LabelOf(name)).OfType<PublishedLabel>().Select(label => $"'{label.Text}'").Distinct().ToList();
        var words = labels.Count > 1 ? $", published as {string.Join(" and ", labels)}" : string.Empty;
        return new ConfoundingWarning(ConfoundingKind.SameSetting, names, [], $"{string.Join(" and ", names)} are one and the same setting{words}");
    });

    private static IEnumerable<ConfoundingWarning> DefaultsNeverRun(RecordedRuns runs)
    {
        foreach (var (factor, value) in runs.Defaults)
        {
            var executed = runs.Executed.Where(run => run.Factors.ContainsKey(factor)).ToList();
            if (executed.Count == 0 || executed.Exists(run => run.Factors[factor] == value))
                continue;

            var values = string.Join(" or ", executed.Select(run => run.Factors[factor]).Distinct());
            var text = $"{factor} {value} was published as the default, but none of {executed.Count} runs has it: they have {values}";
            yield return new ConfoundingWarning(ConfoundingKind.DefaultNeverRan, [.. executed.Select(run => run.Name)], [factor], text);
        }
    }

    private static ConfoundingWarning NoBaseline(RecordedRuns runs, ComparedSetting baseline)
    {
        var nearest = runs.Executed.MinBy(run => run.DifferencesFrom(baseline).Count)!;
        var factors = nearest.DifferencesFrom(baseline);
        var text = $"no run is the baseline; the nearest is {nearest.Name}, which differs in {SettingsComparison.Changes(nearest, baseline, factors)}";
        return new ConfoundingWarning(ConfoundingKind.NoBaseline, [nearest.Name], factors, text);
    }
}
