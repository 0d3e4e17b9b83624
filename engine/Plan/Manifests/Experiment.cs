using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Plan.Manifests;

/// <summary>A named set of changes to the base.</summary>
/// <param name="Name">Its name, unique in the manifest.</param>
/// <param name="Changes">The parameters that it sets.</param>
public sealed record Experiment(string Name, ParameterSet Changes)
{
    /// <summary>Where the manifest sets them.</summary>
    internal IReadOnlyDictionary<ParameterDefinition, ParameterSource> Sources { get; init; } =
        NamedParameters.None.Sources;

    /// <summary>
    /// Name and changes, e.g. <c>coarse: imageSize 128, init gray</c>: the name is typed, so the label says beside it what
    /// was executed.
    /// </summary>
    public string Label
    {
        get
        {
            var changes = Changes.Defined.Select(definition => Changes.TryGet(definition, out var value)
                ? $"{definition.Name} {definition.Label(value)}"
                : definition.Name);
            var text = string.Join(", ", changes);
            return text.Length > 0 ? $"{Name}: {text}" : $"{Name}: base";
        }
    }
}
