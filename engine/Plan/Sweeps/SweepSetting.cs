using System.Collections.Immutable;
using NeuralStyle.Plan.Manifests;
using NeuralStyle.Plan.Manifests.Conditions;
using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Plan.Sweeps;

/// <summary>A setting while the axes are applied to it.</summary>
/// <param name="Parameters">Its parameters, some perhaps open.</param>
/// <param name="Content">Name of its content image; null where the sweep has none.</param>
/// <param name="Styles">Names of its style images: one, all of a blend, or none where the sweep has none.</param>
internal sealed record SweepSetting(ParameterSet Parameters, string? Content, IReadOnlyList<string> Styles)
{
    /// <summary>The names of its points, by the axis, for the axes whose points have names.</summary>
    public ImmutableDictionary<string, string> Names { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The setting with a point of an axis.</summary>
    public SweepSetting With(string axis, AxisPoint point) => this with
    {
        Parameters = Parameters.With(point.Changes),
        Names = point.Name is null ? Names : Names.SetItem(axis, point.Name),
    };

    /// <summary>The setting with an experiment.</summary>
    public SweepSetting With(Experiment experiment) => this with
    {
        Parameters = experiment.Setting,
        Content = experiment.Content?.Text ?? Content,
        Styles = experiment.Style is null ? Styles : [experiment.Style.Text],
        Names = Names.SetItem(AxisNames.Experiment, experiment.Name),
    };

    /// <summary>The setting as conditions look at it.</summary>
    public ConditionSubject Subject(NetworkName defaultNetwork) => new(
        definition => ParameterResolver.ValueIn(Parameters, definition, defaultNetwork),
        key => key switch
        {
            AxisNames.Content => Content is null ? [] : [Content],
            AxisNames.Style => Styles,
            _ => Names.TryGetValue(key, out var name) ? [name] : [],
        });
}
