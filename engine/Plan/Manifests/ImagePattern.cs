namespace NeuralStyle.Plan.Manifests;

/// <summary>A name or a glob of a manifest's <c>content</c> or <c>style</c>, and where it stands.</summary>
/// <param name="Text">The name, or a pattern with <c>*</c> (any letters but /) and <c>?</c> (one letter but /).</param>
/// <param name="Path">Its place, e.g. <c>content[0]</c>.</param>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Column">Its column, from 1.</param>
public sealed record ImagePattern(string Text, string Path, int Line, int Column)
{
    /// <summary>Whether it may stand for several images.</summary>
    public bool IsGlob => Text.AsSpan().ContainsAny('*', '?');
}
