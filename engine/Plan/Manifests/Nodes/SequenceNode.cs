namespace NeuralStyle.Plan.Manifests.Nodes;

/// <summary>A list.</summary>
/// <param name="Items">Its items.</param>
/// <param name="Line">Line where it begins, from 1.</param>
/// <param name="Column">Column where it begins, from 1.</param>
internal sealed record SequenceNode(IReadOnlyList<ManifestNode> Items, int Line, int Column) : ManifestNode(Line, Column)
{
    /// <inheritdoc/>
    public override string Kind => "a list";
}
