using NeuralStyle.Plan.Manifests.Nodes;

namespace NeuralStyle.Plan.Axes;

/// <summary>A value of an axis and the text that asked for it.</summary>
/// <param name="Value">The value, of the parameter's type.</param>
/// <param name="Source">The text.</param>
/// <param name="Node">The node that is the value; null where it is a part of a text.</param>
internal readonly record struct AxisValue(object Value, SourceText Source, ManifestNode? Node = null)
{
    /// <summary>Where the value stands.</summary>
    public ManifestNode Place => Node ?? new ScalarNode(Source, IsQuoted: true, Source.Line, Source.Column);
}
