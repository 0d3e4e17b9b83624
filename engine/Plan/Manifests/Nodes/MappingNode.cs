namespace NeuralStyle.Plan.Manifests.Nodes;

/// <summary>Keys with values, as written: in order, and with keys that are there twice.</summary>
/// <param name="Entries">Keys and values.</param>
/// <param name="Line">Line where it begins, from 1.</param>
/// <param name="Column">Column where it begins, from 1.</param>
internal sealed record MappingNode(IReadOnlyList<(ScalarNode Key, ManifestNode Value)> Entries, int Line, int Column)
    : ManifestNode(Line, Column)
{
    /// <inheritdoc/>
    public override string Kind => "keys with values";
}
