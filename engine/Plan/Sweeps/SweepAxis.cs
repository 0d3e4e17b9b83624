using NeuralStyle.Plan.Manifests;
using NeuralStyle.Plan.Manifests.Conditions;
using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Plan.Sweeps;

/// <summary>An axis and what each of its values changes.</summary>
/// <param name="Planned">Name and labels.</param>
/// <param name="Changes">One change a value.</param>
/// <param name="Conditions">For each value, where it is run; null for everywhere.</param>
/// <param name="LabelOf">The label of a value, given which parameters had a part in what was executed.</param>
internal sealed record SweepAxis(
    PlannedAxis Planned,
    IReadOnlyList<Func<SweepSetting, SweepSetting>> Changes,
    IReadOnlyList<Condition?> Conditions,
    Func<int, Func<ParameterDefinition, bool>, string> LabelOf)
{
    /// <summary>Whether its values are what the others change: those of experiments.</summary>
    public bool IsBase => Planned.Name == AxisNames.Experiment;

    /// <summary>
    /// All axes of a sweep: content and style when there are several (a blend's styles are no axis), parameters in the manifest's
    /// order, experiments.
    /// </summary>
    public static IReadOnlyList<SweepAxis> AllOf(Manifest manifest, MatchedImages images)
    {
        var axes = new List<SweepAxis>();
        if (images.Content.Count > 1)
            axes.Add(Make(AxisNames.Content, [AxisNames.Content], images.Content, (name, _) => name, (setting, name) => setting with { Content = name }, _ => null));
        if (images.Style.Count > 1 && !manifest.Blends)
            axes.Add(Make(AxisNames.Style, [AxisNames.Style], images.Style, (name, _) => name, (setting, name) => setting with { Styles = [name] }, _ => null));

        axes.AddRange(manifest.Axes.Select(axis => Make(
            axis.Name,
            [.. axis.Parameters.Select(parameter => parameter.Name)],
            axis.Points,
            axis.LabelOf,
            (setting, point) => setting.With(axis.Name, point),
            // Where an axis doesn't vary it stays at its first value.
            point => ReferenceEquals(point, axis.Points[0]) ? null : axis.When)));

        if (manifest.Experiments.Count > 0)
        {
            axes.Add(Make(
                AxisNames.Experiment,
                Changed(manifest),
                manifest.Experiments,
                (experiment, hasPart) => experiment.LabelOf(hasPart),
                (setting, experiment) => setting.With(experiment),
                experiment => experiment.When));
        }

        return axes;
    }

    /// <summary>
    /// The axis as it was executed: of several parameters, a label leaves out those that had no part in any trial of the value, since
    /// what the manifest says of them was not executed.
    /// </summary>
    /// <param name="trialsOf">The trials of a value, by its number.</param>
    public PlannedAxis Executed(Func<int, IEnumerable<TrialParameters>> trialsOf) => Planned with
    {
        Labels =
        [
            .. Enumerable.Range(0, Changes.Count).Select(value =>
            {
                var trials = trialsOf(value).ToList();
                return LabelOf(value, definition => trials.Count == 0 || trials.Any(trial => Influence.Has(definition, trial)));
            }),
        ],
    };

    private static List<string> Changed(Manifest manifest)
    {
        var experiments = manifest.Experiments;
        var changed = new List<string>();
        if (experiments.Any(experiment => experiment.Content is not null))
            changed.Add(AxisNames.Content);
        if (experiments.Any(experiment => experiment.Style is not null))
            changed.Add(AxisNames.Style);
        var varied = manifest.Axes.SelectMany(axis => axis.Parameters).ToHashSet();
        changed.AddRange(ParameterCatalog.All.Where(definition => !varied.Contains(definition))
            .Where(definition => experiments.Any(experiment => experiment.Own.Has(definition) || !experiment.Setting.Agrees(manifest.Base, definition)))
            .Select(definition => definition.Name));
        return changed;
    }

    private static SweepAxis Make<T>(
        string name,
        IReadOnlyList<string> parameters,
        IReadOnlyList<T> values,
        Func<T, Func<ParameterDefinition, bool>, string> label,
        Func<SweepSetting, T, SweepSetting> change,
        Func<T, Condition?> condition) => new(
            new PlannedAxis(name, [.. values.Select(value => label(value, _ => true))]) { Parameters = parameters },
            [.. values.Select(value => (Func<SweepSetting, SweepSetting>)(setting => change(setting, value)))],
            [.. values.Select(condition)],
            (value, hasPart) => label(values[value], hasPart));
}
