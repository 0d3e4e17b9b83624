namespace NeuralStyle.Plan.Manifests.Nodes;

/// <summary>A piece of a manifest's text that knows where it stands.</summary>
/// <param name="Value">The text.</param>
/// <param name="Line">Line of its first character, from 1.</param>
/// <param name="Column">Column of its first character, from 1.</param>
/// <param name="IsExact">Whether each character of the text is one of the manifest; not so after escapes and over several lines.</param>
internal readonly record struct SourceText(string Value, int Line, int Column, bool IsExact)
{
    /// <summary>A text on its own, for values that don't come from a manifest.</summary>
    public static SourceText Of(string value) => new(value, 1, 1, IsExact: true);

    /// <summary>Where a character stands; where the text begins when that can't be told.</summary>
    public (int Line, int Column) At(int offset) => (Line, IsExact ? Column + Math.Clamp(offset, 0, Value.Length) : Column);

    /// <summary>A part of the text, without the spaces around it.</summary>
    public SourceText Slice(int start, int length)
    {
        var part = Value.Substring(start, length);
        var leading = part.Length - part.TrimStart().Length;
        return new SourceText(part.Trim(), Line, IsExact ? Column + start + leading : Column, IsExact);
    }

    /// <summary>The parts between a separator, without the spaces around them.</summary>
    public IEnumerable<SourceText> Split(char separator)
    {
        var start = 0;
        foreach (var part in Value.Split(separator))
        {
            yield return Slice(start, part.Length);
            start += part.Length + 1;
        }
    }
}
