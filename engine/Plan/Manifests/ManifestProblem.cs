using System.Globalization;

namespace NeuralStyle.Plan.Manifests;

/// <summary>One thing that is wrong with a manifest.</summary>
/// <param name="Line">Line of the manifest, from 1.</param>
/// <param name="Column">Column, from 1.</param>
/// <param name="Path">The place in the manifest, e.g. <c>axes.styleWeight</c>; empty for the whole.</param>
/// <param name="Message">What was wrong, the value seen, what is allowed.</param>
public sealed record ManifestProblem(int Line, int Column, string Path, string Message)
{
    /// <summary>The line of the manifest; null where it isn't known.</summary>
    public string? SourceLine { get; init; }

    /// <summary>The problem in one line, and below it the line of the manifest with a caret under the character.</summary>
    /// <param name="source">Name of the manifest.</param>
    public IReadOnlyList<string> Show(string source) =>
        SourceLine is { } text ? [Format(source), .. SourceExcerpt.Of(text, Line, Column)] : [Format(source)];

    /// <summary>One line, e.g. <c>sweep.yaml:12:9: axes.styleWeight: ...</c></summary>
    /// <param name="source">Name of the manifest.</param>
    public string Format(string source) =>
        string.Create(CultureInfo.InvariantCulture, $"{source}:{Line}:{Column}: {(Path.Length > 0 ? Path + ": " : string.Empty)}{Message}");
}
