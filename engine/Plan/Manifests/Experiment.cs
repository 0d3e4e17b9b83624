using NeuralStyle.Plan.Manifests.Conditions;
using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Plan.Manifests;

/// <summary>A named set of changes to the base.</summary>
/// <param name="Name">Its name, unique in the manifest.</param>
/// <param name="Own">The parameters that it sets itself.</param>
public sealed record Experiment(string Name, ParameterSet Own)
{
    /// <summary>All its parameters: the base's, or those of its own preset with the manifest's over them, and over these its own.</summary>
    public required ParameterSet Setting { get; init; }

    /// <summary>The preset that it begins from; null for the manifest's.</summary>
    public string? Preset { get; init; }

    /// <summary>Its content image; null for the manifest's.</summary>
    public ImagePattern? Content { get; init; }

    /// <summary>Its style image; null for the manifest's.</summary>
    public ImagePattern? Style { get; init; }

    /// <summary>Where it is run; null where it is everywhere.</summary>
    public Condition? When { get; init; }

    /// <summary>The parameters that its label says.</summary>
    public IReadOnlyList<ParameterDefinition> Shown { get; init; } = [.. Own.Defined];

    /// <summary>Whether it has changes that its label doesn't say.</summary>
    public bool ShowsPart { get; init; }

    /// <summary>Where the manifest sets its parameters.</summary>
    internal IReadOnlyDictionary<ParameterDefinition, ParameterSource> Sources { get; init; } =
        NamedParameters.None.Sources;

    /// <summary>
    /// Name and changes, e.g. <c>coarse: imageSize 128, init gray</c>: the name is typed, so the label says beside it what
    /// was executed; <c>...</c> where it doesn't say all.
    /// </summary>
    public string Label => LabelOf(_ => true);

    /// <summary>The label without the parameters that had no part in what was executed.</summary>
    /// <param name="hasPart">Whether a parameter had one.</param>
    public string LabelOf(Func<ParameterDefinition, bool> hasPart)
    {
        var parts = Shown.Where(hasPart).Select(definition => Setting.TryGet(definition, out var value)
            ? $"{definition.Name} {definition.Label(value)}"
            : definition.Name).ToList();
        if (Style is { } style)
            parts.Insert(0, $"{AxisNames.Style} {style.Text}");
        if (Content is { } content)
            parts.Insert(0, $"{AxisNames.Content} {content.Text}");
        if (ShowsPart)
            parts.Add("...");
        return parts.Count > 0 ? $"{Name}: {string.Join(", ", parts)}" : $"{Name}: base";
    }
}
