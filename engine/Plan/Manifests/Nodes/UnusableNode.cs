namespace NeuralStyle.Plan.Manifests.Nodes;

/// <summary>A node whose problem is reported already; readers pass over it in silence.</summary>
/// <param name="Line">Line where it begins, from 1.</param>
/// <param name="Column">Column where it begins, from 1.</param>
internal sealed record UnusableNode(int Line, int Column) : ManifestNode(Line, Column)
{
    /// <inheritdoc/>
    public override string Kind => "an unusable value";
}
