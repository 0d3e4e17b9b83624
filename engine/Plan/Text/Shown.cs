using System.Text;

namespace NeuralStyle.Plan.Text;

/// <summary>Foreign text as messages show it: one line, and not too long.</summary>
public static class Shown
{
    /// <summary>The text with control characters as spaces.</summary>
    /// <param name="text">The text.</param>
    /// <param name="longest">Characters after which it is cut.</param>
    public static string Text(string text, int longest = 60)
    {
        ArgumentNullException.ThrowIfNull(text);
        var shown = new StringBuilder();

        // Runes: half of a surrogate pair, which a cut or bad text could leave, could not be written to a document.
        foreach (var rune in text.EnumerateRunes().Take(longest))
            shown.Append(Rune.IsControl(rune) ? " " : rune.ToString());
        return text.EnumerateRunes().Skip(longest).Any() ? shown.Append("...").ToString() : shown.ToString();
    }

    /// <summary>The first names of a list, and how many more there are.</summary>
    /// <param name="names">All names.</param>
    /// <param name="most">Names to show.</param>
    public static string List(IReadOnlyCollection<string> names, int most = 20)
    {
        ArgumentNullException.ThrowIfNull(names);
        var shown = string.Join(", ", names.Take(most).Select(name => Text(name)));
        return names.Count <= most ? shown : $"{shown} and {names.Count - most} more";
    }
}
