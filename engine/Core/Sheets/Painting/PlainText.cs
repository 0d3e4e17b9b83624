using System.Globalization;
using System.Net;
using System.Text;

namespace NeuralStyle.Engine.Sheets.Painting;

/// <summary>Makes text that users typed safe to set: it can neither be markup nor reorder or hide what stands beside it.</summary>
internal static class PlainText
{
    private static readonly Rune NoBreakSpace = new('\u00A0');

    /// <summary>
    /// The text on one line: control characters, line ends and invisible formatting become spaces, runs of spaces one. No-break spaces stay.
    /// </summary>
    public static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var isSpace = (rune != NoBreakSpace && Rune.IsWhiteSpace(rune)) || Rune.GetUnicodeCategory(rune)
                is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
            if (!isSpace)
                line.Append(rune);
            else if (line.Length > 0 && line[^1] != ' ')
                line.Append(' ');
        }

        return line.ToString().TrimEnd();
    }

    /// <summary>The text as Pango markup that stands for exactly this text.</summary>
    public static string Markup(string text) => WebUtility.HtmlEncode(text);
}
