using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Plan.Manifests;

/// <summary>One value of an axis: what it sets.</summary>
/// <param name="Name">The name that the manifest gives it; null where it gives none.</param>
/// <param name="Changes">The values of the axis's parameters.</param>
public sealed record AxisPoint(string? Name, ParameterSet Changes)
{
    /// <summary>Where the manifest sets them.</summary>
    internal IReadOnlyDictionary<ParameterDefinition, ParameterSource> Sources { get; init; } = NamedParameters.None.Sources;
}
