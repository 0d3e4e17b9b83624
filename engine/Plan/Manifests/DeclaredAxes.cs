using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Plan.Manifests;

/// <summary>The axes of a manifest as far as they could be read.</summary>
/// <param name="Axes">Axes with values.</param>
/// <param name="Names">All axes that were named, also those whose values have problems.</param>
internal sealed record DeclaredAxes(IReadOnlyList<ParameterAxis> Axes, IReadOnlyList<ParameterDefinition> Names)
{
    /// <summary>No axes.</summary>
    public static DeclaredAxes None { get; } = new([], []);
}
