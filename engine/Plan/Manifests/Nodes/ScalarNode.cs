namespace NeuralStyle.Plan.Manifests.Nodes;

/// <summary>A single value.</summary>
/// <param name="Text">Its text, without quotes.</param>
/// <param name="IsQuoted">Whether it was written in quotes or as a block.</param>
/// <param name="Line">Line where it begins, from 1.</param>
/// <param name="Column">Column where it begins, from 1.</param>
internal sealed record ScalarNode(SourceText Text, bool IsQuoted, int Line, int Column) : ManifestNode(Line, Column)
{
    /// <inheritdoc/>
    public override string Kind => IsEmpty ? "nothing" : "a single value";

    /// <summary>The text.</summary>
    public string Value => Text.Value;

    /// <summary>Whether there is no value: nothing at all, or YAML's null.</summary>
    public bool IsEmpty => !IsQuoted && Value is ("" or "~" or "null" or "Null" or "NULL");
}
