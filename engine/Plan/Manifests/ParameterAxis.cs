using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Plan.Manifests;

/// <summary>A parameter that a sweep varies.</summary>
/// <param name="Parameter">The parameter.</param>
/// <param name="Values">Its values, at least one, none twice.</param>
public sealed record ParameterAxis(ParameterDefinition Parameter, IReadOnlyList<object> Values)
{
    /// <summary>Where the manifest varies it; null outside of a manifest.</summary>
    internal ParameterSource? Source { get; init; }
}
