namespace NeuralStyle.Plan.Text;

/// <summary>Foreign text as messages show it: one line, and not too long.</summary>
public static class Shown
{
    private const int Longest = 60;

    /// <summary>The text with control characters as spaces, cut after 60 characters.</summary>
    public static string Text(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var cut = text.Length > Longest ? text[..Longest] + "..." : text;
        return string.Concat(cut.Select(character => char.IsControl(character) ? ' ' : character));
    }

    /// <summary>The first names of a list, and how many more there are.</summary>
    /// <param name="names">All names.</param>
    /// <param name="most">Names to show.</param>
    public static string List(IReadOnlyCollection<string> names, int most = 20)
    {
        ArgumentNullException.ThrowIfNull(names);
        var shown = string.Join(", ", names.Take(most).Select(Text));
        return names.Count <= most ? shown : $"{shown} and {names.Count - most} more";
    }
}
