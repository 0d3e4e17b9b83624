using System.Collections.Immutable;
using NeuralStyle.Plan.Manifests.Conditions;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Plan.Manifests.Settings;

/// <summary>The settings of a sweep, told apart only by what a check looks at: so few that every check can look at all.</summary>
internal sealed class SettingSpace
{
    private readonly Manifest _manifest;
    private readonly HashSet<ParameterDefinition> _unread;

    private SettingSpace(Manifest manifest, IEnumerable<ParameterDefinition> unread)
    {
        _manifest = manifest;
        _unread = [.. unread];
    }

    /// <summary>The settings of a manifest.</summary>
    /// <param name="manifest">The manifest.</param>
    /// <param name="unread">Parameters whose values have problems somewhere: nothing can be said about them.</param>
    public static SettingSpace Of(Manifest manifest, IEnumerable<ParameterDefinition>? unread = null) => new(manifest, unread ?? []);

    /// <summary>Whether all of some parameters could be read.</summary>
    public bool Knows(IEnumerable<ParameterDefinition> definitions) => !definitions.Any(_unread.Contains);

    /// <summary>
    /// The settings that differ in some parameters, without those that are certainly skipped. A sweep has no more than
    /// <see cref="LimitsReader.MostTrials"/>; of one that asks for more, which is refused, the first ones.
    /// </summary>
    public IEnumerable<Setting> Over(IReadOnlyCollection<ParameterDefinition> definitions)
    {
        var axes = _manifest.Axes.Where(axis => axis.Parameters.Any(definitions.Contains)).ToList();
        var experiments = _manifest.Experiments.Cast<Experiment?>().DefaultIfEmpty();
        if (!_manifest.HasConditions || !Knows(ConditionsOf(axes).SelectMany(condition => condition.Parameters)))
            return experiments.SelectMany(experiment => Combine(experiment, axes)).Take(LimitsReader.MostTrials);

        // A skipped setting may be told by parameters that the check doesn't look at.
        var wider = WithConditions(axes);
        return experiments.SelectMany(experiment => Combine(experiment, wider)).Take(TrialCount.MostCombinationsOf(_manifest))
            .Where(setting => !IsSkipped(setting, wider)).Take(LimitsReader.MostTrials);
    }

    private IEnumerable<Condition> ConditionsOf(IEnumerable<ManifestAxis> axes) => _manifest.Skip
        .Concat(axes.Select(axis => axis.When).OfType<Condition>())
        .Concat(_manifest.Experiments.Select(experiment => experiment.When).OfType<Condition>());

    /// <summary>Some axes and those that the conditions look at, and those that the conditions of these look at.</summary>
    private List<ManifestAxis> WithConditions(List<ManifestAxis> axes)
    {
        while (true)
        {
            var conditions = ConditionsOf(axes).ToList();
            var parameters = conditions.SelectMany(condition => condition.Parameters).ToHashSet();
            var names = conditions.SelectMany(condition => condition.Names).ToHashSet(StringComparer.Ordinal);
            var wider = _manifest.Axes
                .Where(axis => axes.Contains(axis) || names.Contains(axis.Name) || axis.Parameters.Any(parameters.Contains)).ToList();
            if (wider.Count == axes.Count)
                return wider;
            axes = wider;
        }
    }

    private bool IsSkipped(Setting setting, List<ManifestAxis> axes) =>
        _manifest.Skip.Any(rule => rule.Holds(setting.Subject) == true)
        || setting.Experiment?.When?.Holds(setting.Subject) == false
        || axes.Any(axis => !ReferenceEquals(setting.Points[axis.Name], axis.Points[0]) && axis.When?.Holds(setting.Subject) == false);

    private IEnumerable<Setting> Combine(Experiment? experiment, List<ManifestAxis> axes)
    {
        var start = new Setting(_manifest, experiment, experiment?.Setting ?? _manifest.Base, ImmutableDictionary<string, AxisPoint>.Empty);
        return axes.Aggregate((IEnumerable<Setting>)[start], (settings, axis) => settings.SelectMany(setting => Vary(setting, axis)));
    }

    private static IEnumerable<Setting> Vary(Setting setting, ManifestAxis axis) => axis.Points.Select(point => setting with
    {
        Parameters = setting.Parameters.With(point.Changes),
        Points = setting.Points.SetItem(axis.Name, point),
    });
}
