using NeuralStyle.Plan.Effects.Confounding;

namespace NeuralStyle.Plan.Effects.Runs;

/// <summary>Holds published labels against what was executed.</summary>
internal sealed class LabelJudgement
{
    private readonly RecordedRuns _runs;
    private readonly ComparedSetting _baseline;
    private readonly List<(PublishedLabel Label, LabelReading Reading)> _labels;

    public LabelJudgement(RecordedRuns runs, ComparedSetting baseline)
    {
        _runs = runs;
        _baseline = baseline;
        var reader = new LabelReader(runs);
        _labels = [.. runs.Labels.Select(label => (label, reader.Read(label.Text)))];
    }

    /// <summary>Runs whose label says what was not executed.</summary>
    public IEnumerable<ConfoundingWarning> Contradicted()
    {
        foreach (var (run, label, reading) in Labelled())
        {
            var wrong = ClaimsOf(reading).Where(claim => run.Factors.TryGetValue(claim.Factor, out var value) && !FactorValue.Means(claim.Value, value)).ToList();
            if (wrong.Count == 0)
                continue;

            var executed = string.Join(", ", wrong.Select(claim => $"{claim.Factor} {run.Factors[claim.Factor]} (label: {claim.Value})"));
            var others = _labels.Where(other => Explains(other.Reading, run)).Select(other => other.Label.Run).ToList();
            var instead = others.Count > 0 ? $"; its setting is the one published as {string.Join(" and ", others)}" : string.Empty;
            yield return new ConfoundingWarning(
                ConfoundingKind.LabelContradicted,
                [run.Name],
                [.. wrong.Select(claim => claim.Factor)],
                $"{run.Name} is published as '{label.Text}', but executed {executed}{instead}");
        }
    }

    /// <summary>Runs that differ from the baseline in something that their label doesn't speak of.</summary>
    public IEnumerable<ConfoundingWarning> Silent()
    {
        foreach (var (run, label, reading) in Labelled())
        {
            var said = ClaimsOf(reading).Select(claim => claim.Factor).ToHashSet(StringComparer.Ordinal);
            var unsaid = run.DifferencesFrom(_baseline).Where(factor => !said.Contains(factor)).ToList();
            if (unsaid.Count == 0)
                continue;

            var text = $"{run.Name}'s label '{label.Text}' does not say {SettingsComparison.Changes(run, _baseline, unsaid)}";
            yield return new ConfoundingWarning(ConfoundingKind.LabelSilent, [run.Name], unsaid, text);
        }
    }

    /// <summary>Labels without a run.</summary>
    public IEnumerable<ConfoundingWarning> NotRecorded()
    {
        var missing = _runs.Labels.Where(label => !_runs.Executed.Any(run => RecordedRuns.IsSameName(label.Run, run.Name))).Select(label => label.Run).ToList();
        if (missing.Count > 0)
        {
            yield return new ConfoundingWarning(
                ConfoundingKind.NotRecorded, missing, [], $"{string.Join(", ", missing)} are published, but nothing is recorded of what they executed");
        }
    }

    /// <summary>What of the labels could not be judged.</summary>
    public IEnumerable<string> Unread() => Labelled()
        .Where(item => item.Reading.Unread.Count > 0)
        .GroupBy(item => string.Join("', '", item.Reading.Unread))
        .Select(same => $"'{same.Key}' in the label of {string.Join(", ", same.Select(item => item.Run.Name))} is about nothing that is recorded");

    private IEnumerable<(ComparedSetting Run, PublishedLabel Label, LabelReading Reading)> Labelled() =>
        from run in _runs.Executed
        from label in _labels
        where RecordedRuns.IsSameName(label.Label.Run, run.Name)
        select (run, label.Label, label.Reading);

    /// <summary>All that a label says: one that speaks of defaults says each of them that it names no other value for.</summary>
    private IReadOnlyList<LabelClaim> ClaimsOf(LabelReading reading) => reading.SaysDefault
        ? [.. reading.Claims, .. _runs.Defaults.Where(one => reading.Claims.All(claim => claim.Factor != one.Key)).Select(one => new LabelClaim(one.Key, one.Value))]
        : reading.Claims;

    /// <summary>Whether a label's words are true of a run and say all in which it differs from the baseline.</summary>
    private bool Explains(LabelReading reading, ComparedSetting run)
    {
        var claims = ClaimsOf(reading);
        return claims.Count > 0 && reading.Unread.Count == 0
            && claims.All(claim => run.Factors.TryGetValue(claim.Factor, out var value) && FactorValue.Means(claim.Value, value))
            && run.DifferencesFrom(_baseline).All(factor => claims.Any(claim => claim.Factor == factor));
    }
}
