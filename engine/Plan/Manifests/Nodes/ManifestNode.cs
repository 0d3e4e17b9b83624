namespace NeuralStyle.Plan.Manifests.Nodes;

/// <summary>A node of the manifest's document.</summary>
/// <param name="Line">Line where it begins, from 1.</param>
/// <param name="Column">Column where it begins, from 1.</param>
internal abstract record ManifestNode(int Line, int Column)
{
    /// <summary>What it is, for messages.</summary>
    public abstract string Kind { get; }
}
