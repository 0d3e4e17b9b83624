using NeuralStyle.Plan.Parameters;

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
    /// The settings that differ in some parameters. A sweep has no more than <see cref="LimitsReader.MostTrials"/>; of one that asks
    /// for more, which is refused, the first ones.
    /// </summary>
    public IEnumerable<Setting> Over(IReadOnlyCollection<ParameterDefinition> definitions)
    {
        var axes = _manifest.Axes.Where(axis => definitions.Contains(axis.Parameter)).ToList();
        var experiments = _manifest.Experiments.Cast<Experiment?>().DefaultIfEmpty();
        return experiments.SelectMany(experiment => Combine(experiment, axes)).Take(LimitsReader.MostTrials);
    }

    private IEnumerable<Setting> Combine(Experiment? experiment, List<ParameterAxis> axes)
    {
        var start = new Setting(
            _manifest,
            experiment,
            experiment is null ? _manifest.Base : _manifest.Base.With(experiment.Changes),
            new Dictionary<ParameterAxis, int>());
        return axes.Aggregate((IEnumerable<Setting>)[start], (settings, axis) => settings.SelectMany(setting => Vary(setting, axis)));
    }

    private static IEnumerable<Setting> Vary(Setting setting, ParameterAxis axis) => axis.Values.Select((value, index) => setting with
    {
        Parameters = setting.Parameters.With(axis.Parameter, value),
        AxisValues = new Dictionary<ParameterAxis, int>(setting.AxisValues) { [axis] = index },
    });
}
