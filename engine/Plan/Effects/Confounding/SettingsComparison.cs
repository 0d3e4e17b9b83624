namespace NeuralStyle.Plan.Effects.Confounding;

/// <summary>Looks at several executed settings for what makes comparing them say less than it seems to.</summary>
public static class SettingsComparison
{
    /// <summary>The settings that are one and the same: groups of two or more, in the order of their first.</summary>
    /// <param name="settings">The settings.</param>
    public static IReadOnlyList<IReadOnlyList<ComparedSetting>> SameSettings(IReadOnlyList<ComparedSetting> settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var groups = new List<List<ComparedSetting>>();
        foreach (var setting in settings)
        {
            if (groups.Find(group => group[0].IsSameAs(setting)) is { } same)
                same.Add(setting);
            else
                groups.Add([setting]);
        }

        return [.. groups.Where(group => group.Count > 1)];
    }

    /// <summary>
    /// The setting that the others are variations of: the one that differs from all the others in the fewest factors together; of equals,
    /// the first.
    /// </summary>
    /// <param name="settings">At least one setting.</param>
    public static ComparedSetting MostCentral(IReadOnlyList<ComparedSetting> settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return settings.MinBy(setting => settings.Sum(other => setting.DifferencesFrom(other).Count))
            ?? throw new ArgumentException("there is no setting; at least one is needed", nameof(settings));
    }

    /// <summary>
    /// The baseline that was meant and run: for each published default its value where some setting has it, and the most frequent value of
    /// the settings where none has, or where nothing was published.
    /// </summary>
    /// <param name="settings">The settings.</param>
    /// <param name="published">The published defaults; factors that no setting has are left out.</param>
    public static ComparedSetting Baseline(IReadOnlyList<ComparedSetting> settings, IReadOnlyDictionary<string, string> published)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(published);
        var values = settings.SelectMany(setting => setting.Factors).GroupBy(factor => factor.Key).ToDictionary(
            factor => factor.Key,
            factor => published.TryGetValue(factor.Key, out var value) && factor.Any(one => one.Value == value) ? value : MostFrequent(factor));
        return new ComparedSetting("baseline", values);

        static string MostFrequent(IEnumerable<KeyValuePair<string, string>> factor) =>
            factor.GroupBy(one => one.Value).MaxBy(same => same.Count())!.Key;
    }

    /// <summary>A warning for each setting that differs from the baseline in more than one factor.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="baseline">The baseline.</param>
    public static IEnumerable<ConfoundingWarning> SeveralFactors(IEnumerable<ComparedSetting> settings, ComparedSetting baseline)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(baseline);
        foreach (var setting in settings)
        {
            var factors = setting.DifferencesFrom(baseline);
            if (factors.Count > 1)
            {
                var text = $"{setting.Name} differs from the {baseline.Name} in {factors.Count} factors at once: {Changes(setting, baseline, factors)}";
                yield return new ConfoundingWarning(ConfoundingKind.SeveralFactors, [setting.Name], factors, text);
            }
        }
    }

    /// <summary>Factors with both values, e.g. <c>tvWeight 1e-20 (8.5e-5), init gray (noise)</c>.</summary>
    internal static string Changes(ComparedSetting setting, ComparedSetting baseline, IEnumerable<string> factors) =>
        string.Join(", ", factors.Select(factor => $"{factor} {setting.Factors[factor]} ({baseline.Factors[factor]})"));
}
