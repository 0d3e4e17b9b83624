using NeuralStyle.Plan.Manifests.Nodes;
using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Plan.Manifests;

/// <summary>The axes of a manifest as far as they could be read.</summary>
/// <param name="Axes">Axes with values.</param>
/// <param name="Names">All axes that were named, also those whose values have problems.</param>
/// <param name="Parameters">All parameters that they vary.</param>
internal sealed record DeclaredAxes(
    IReadOnlyList<ManifestAxis> Axes, IReadOnlyList<string> Names, IReadOnlyCollection<ParameterDefinition> Parameters)
{
    /// <summary>No axes.</summary>
    public static DeclaredAxes None { get; } = new([], [], []);

    /// <summary>The conditions of axes, which can be read when all axes and experiments are known.</summary>
    public IReadOnlyList<(string Axis, ManifestNode Node, string Path)> Conditions { get; init; } = [];

    /// <summary>The parameters that are fixed too, or vary twice.</summary>
    public IReadOnlyCollection<ParameterDefinition> Contradicted { get; init; } = [];

    /// <summary>The parameters whose axes have problems.</summary>
    public IEnumerable<ParameterDefinition> Unread => Parameters.Except(Axes.SelectMany(axis => axis.Parameters)).Union(Contradicted);
}
