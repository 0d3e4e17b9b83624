using NeuralStyle.Plan.Manifests;

namespace NeuralStyle.Plan.Sweeps;

/// <summary>An axis and what each of its values changes.</summary>
/// <param name="Planned">Name and labels.</param>
/// <param name="Changes">One change a value.</param>
internal sealed record SweepAxis(PlannedAxis Planned, IReadOnlyList<Func<SweepSetting, SweepSetting>> Changes)
{
    /// <summary>
    /// All axes of a sweep: content and style when there are several (a blend's styles are no axis), parameters in the manifest's
    /// order, experiments.
    /// </summary>
    public static IReadOnlyList<SweepAxis> AllOf(Manifest manifest, MatchedImages images)
    {
        var axes = new List<SweepAxis>();
        if (images.Content.Count > 1)
            axes.Add(Make(AxisNames.Content, images.Content, name => name, (setting, name) => setting with { Content = name }));
        if (images.Style.Count > 1 && !manifest.Blends)
            axes.Add(Make(AxisNames.Style, images.Style, name => name, (setting, name) => setting with { Styles = [name] }));

        axes.AddRange(manifest.Axes.Select(axis => Make(
            axis.Parameter.Name,
            axis.Values,
            axis.Parameter.Label,
            (setting, value) => setting with { Parameters = setting.Parameters.With(axis.Parameter, value) })));

        if (manifest.Experiments.Count > 0)
        {
            axes.Add(Make(
                AxisNames.Experiment,
                manifest.Experiments,
                experiment => experiment.Label,
                (setting, experiment) => setting with { Parameters = setting.Parameters.With(experiment.Changes) }));
        }

        return axes;
    }

    private static SweepAxis Make<T>(
        string name, IReadOnlyList<T> values, Func<T, string> label, Func<SweepSetting, T, SweepSetting> change) =>
        new(
            new PlannedAxis(name, [.. values.Select(label)]),
            [.. values.Select(value => (Func<SweepSetting, SweepSetting>)(setting => change(setting, value)))]);
}
