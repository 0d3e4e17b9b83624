using NeuralStyle.Plan.Manifests.Conditions;
using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Plan.Manifests;

/// <summary>An axis of a manifest: a parameter that the sweep varies, or several that vary together.</summary>
/// <param name="Name">The parameter's name, or the name that the manifest gives to several together.</param>
/// <param name="Parameters">The parameters, in the manifest's order.</param>
/// <param name="Points">Its values, at least one, none twice.</param>
public sealed record ManifestAxis(string Name, IReadOnlyList<ParameterDefinition> Parameters, IReadOnlyList<AxisPoint> Points)
{
    /// <summary>Where the axis varies; elsewhere it stays at its first value. Null where it varies everywhere.</summary>
    public Condition? When { get; init; }

    /// <summary>Whether several parameters vary together under a name of their own.</summary>
    public bool IsComposite => Parameters is not [var single] || single.Name != Name;

    /// <summary>The values of one of its parameters.</summary>
    public IReadOnlyList<object> ValuesOf(ParameterDefinition parameter) =>
        [.. Points.Select(point => point.Changes.TryGet(parameter, out var value) ? value : null).OfType<object>()];

    /// <summary>
    /// What a point sets, e.g. <c>1e4</c>, or of several parameters <c>soft: styleWeight 1, init content</c>: a name is typed, so the
    /// label says beside it what is executed.
    /// </summary>
    public string LabelOf(AxisPoint point) => LabelOf(point, _ => true);

    /// <summary>The label without the parameters that had no part in what was executed, unless that is all of them.</summary>
    /// <param name="point">The point.</param>
    /// <param name="hasPart">Whether a parameter had one.</param>
    public string LabelOf(AxisPoint point, Func<ParameterDefinition, bool> hasPart)
    {
        ArgumentNullException.ThrowIfNull(point);
        var shown = Parameters.Any(hasPart) ? Parameters.Where(hasPart) : Parameters;
        var values = shown.Where(point.Changes.Has).Select(parameter => (
            Parameter: parameter,
            Label: point.Changes.TryGet(parameter, out var value) ? parameter.Label(value) : string.Empty));
        return IsComposite
            ? (point.Name is null ? string.Empty : $"{point.Name}: ") + string.Join(", ", values.Select(value => $"{value.Parameter} {value.Label}"))
            : values.Single().Label;
    }
}
