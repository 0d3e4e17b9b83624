using System.Globalization;

namespace NeuralStyle.Plan.Manifests;

/// <summary>A line of a manifest with a caret under a character, as compilers show it.</summary>
internal static class SourceExcerpt
{
    /// <summary>Characters shown of a long line.</summary>
    private const int Widest = 100;
    private const int Before = 60;
    private const string Cut = "...";

    /// <summary>The two lines.</summary>
    /// <param name="text">The line of the manifest.</param>
    /// <param name="line">Its number, from 1.</param>
    /// <param name="column">The character, from 1.</param>
    public static IReadOnlyList<string> Of(string text, int line, int column)
    {
        var at = Math.Clamp(column - 1, 0, text.Length);
        var start = at > Before && text.Length > Widest ? at - Before : 0;
        var end = Math.Min(text.Length, start + Widest);

        // Control characters, tabs among them, would move the caret or the terminal.
        var shown = string.Concat(text[start..end].Select(letter => char.IsControl(letter) ? ' ' : letter));
        var lead = start > 0 ? Cut : string.Empty;
        var number = line.ToString(CultureInfo.InvariantCulture).PadLeft(4);
        return
        [
            $"{number} | {lead}{shown}{(end < text.Length ? Cut : string.Empty)}".TrimEnd(),
            $"{new string(' ', number.Length)} | {new string(' ', lead.Length + at - start)}^",
        ];
    }
}
