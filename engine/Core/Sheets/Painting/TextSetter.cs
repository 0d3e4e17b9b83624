using System.Globalization;

namespace NeuralStyle.Engine.Sheets.Painting;

/// <summary>
/// Breaks texts into lines that fit a width. It breaks at spaces; a word that is too wide by itself breaks after <c>_ - . , /</c> and
/// before a capital that follows a small letter, as in <c>learningRate</c>, and a part that is still too wide anywhere. What doesn't fit
/// into the lines allowed is cut at the end of the last one, with an ellipsis.
/// </summary>
internal sealed class TextSetter
{
    private const string Ellipsis = "…";
    private const string SoftBreaks = "_-.,/";

    private readonly Dictionary<(string Line, TextStyle Style), TextMask> _masks = [];

    /// <summary>The mask of a line; drawn once.</summary>
    public TextMask Mask(string line, TextStyle style)
    {
        if (!_masks.TryGetValue((line, style), out var mask))
        {
            mask = TextMask.Of(line, style);
            _masks.Add((line, style), mask);
        }

        return mask;
    }

    /// <summary>Width of a line, pixels.</summary>
    public int Width(string line, TextStyle style)
    {
        if (string.IsNullOrWhiteSpace(line))
            return 0;
        var mask = Mask(line, style);
        return mask.Left + mask.Width;
    }

    /// <summary>Width of the widest of several lines, pixels.</summary>
    public int Width(IEnumerable<string> lines, TextStyle style) => lines.Select(line => Width(line, style)).DefaultIfEmpty(0).Max();

    /// <summary>The lines of a text; at least one character goes onto each, however narrow it is.</summary>
    /// <param name="text">The text, of any form.</param>
    /// <param name="style">How it is set.</param>
    /// <param name="width">Room across, pixels.</param>
    /// <param name="most">The most lines; 1 or more.</param>
    public IReadOnlyList<string> Wrap(string text, TextStyle style, int width, int most)
    {
        var lines = new List<string>();
        var line = string.Empty;
        foreach (var word in PlainText.OneLine(text).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines.Count > most)
                break;
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (Width(longer, style) <= width)
            {
                line = longer;
                continue;
            }

            if (line.Length > 0)
                lines.Add(line);
            line = BreakWord(word, style, width, lines);
        }

        if (line.Length > 0)
            lines.Add(line);
        if (lines.Count <= most)
            return lines;

        var last = Cut($"{lines[most - 1]} {lines[most]}", style, width);
        return [.. lines.Take(most - 1), last];
    }

    /// <summary>Adds all but the last line of a word that may be too wide; returns the last.</summary>
    private string BreakWord(string word, TextStyle style, int width, List<string> lines)
    {
        var line = string.Empty;
        foreach (var part in Parts(word))
        {
            if (Width(line + part, style) <= width)
            {
                line += part;
                continue;
            }

            if (line.Length > 0)
                lines.Add(line);
            line = part;
            while (Width(line, style) > width && Fitting(line, string.Empty, style, width) is var fitting && fitting < line.Length)
            {
                lines.Add(line[..fitting]);
                line = line[fitting..];
            }
        }

        return line;
    }

    private static IEnumerable<string> Parts(string word)
    {
        var start = 0;
        for (var index = 0; index < word.Length; index++)
        {
            if (!BreaksAfter(word, index))
                continue;
            yield return word[start..(index + 1)];
            start = index + 1;
        }

        if (start < word.Length)
            yield return word[start..];
    }

    private static bool BreaksAfter(string word, int index) =>
        SoftBreaks.Contains(word[index], StringComparison.Ordinal)
        || (index + 1 < word.Length && char.IsLower(word[index]) && char.IsUpper(word[index + 1]));

    private string Cut(string line, TextStyle style, int width) => line[..Fitting(line, Ellipsis, style, width)].TrimEnd() + Ellipsis;

    /// <summary>How much of a line fits, with something after it; whole characters as people count them, and at least one.</summary>
    private int Fitting(string line, string after, TextStyle style, int width)
    {
        var starts = StringInfo.ParseCombiningCharacters(line);
        var (few, many) = (1, starts.Length);
        while (few < many)
        {
            var middle = (few + many + 1) / 2;
            if (Width(line[..EndOf(middle)].TrimEnd() + after, style) <= width)
                few = middle;
            else
                many = middle - 1;
        }

        return EndOf(few);

        int EndOf(int characters) => characters == starts.Length ? line.Length : starts[characters];
    }
}
