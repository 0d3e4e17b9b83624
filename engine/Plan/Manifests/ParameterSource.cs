using NeuralStyle.Plan.Manifests.Nodes;

namespace NeuralStyle.Plan.Manifests;

/// <summary>Where a manifest sets a parameter, or varies it.</summary>
/// <param name="Key">The parameter's name there.</param>
/// <param name="Value">Its value, or the values of the axis.</param>
/// <param name="Path">The place, e.g. <c>parameters.blend</c>.</param>
internal sealed record ParameterSource(ScalarNode Key, ManifestNode Value, string Path)
{
    /// <summary>The values of an axis, one node each, where they were written as a list; else the whole as the only one.</summary>
    public IReadOnlyList<ManifestNode> Items => Value is SequenceNode list ? list.Items : [Value];
}
