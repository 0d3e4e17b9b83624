namespace NeuralStyle.Plan.Text;

/// <summary>Guesses what a misspelled name was meant to be.</summary>
public static class Suggestion
{
    /// <summary>Longer texts are not typing errors, and comparing them costs time.</summary>
    private const int LongestCompared = 64;

    /// <summary>Words to append to a message: <c> (did you mean 'styleWeight'?)</c>, or nothing when no name is near.</summary>
    public static string For(string written, IEnumerable<string> names) =>
        Nearest(written, names) is { } name ? $" (did you mean '{name}'?)" : string.Empty;

    /// <summary>Pairs of letters that <see cref="Nearest"/> compares at most, before it does.</summary>
    public static long Cells(string written, IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(written);
        ArgumentNullException.ThrowIfNull(names);
        return IsCompared(written) ? names.Where(IsCompared).Sum(name => (long)written.Length * name.Length) : 0;
    }

    /// <summary>The name nearest to what was written, or null when none is within a third of its length.</summary>
    public static string? Nearest(string written, IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(written);
        ArgumentNullException.ThrowIfNull(names);
        if (!IsCompared(written))
            return null;

        var (best, bestDistance) = ((string?)null, int.MaxValue);
        foreach (var name in names.Where(IsCompared))
        {
            var distance = EditDistance.Between(written.ToUpperInvariant(), name.ToUpperInvariant());
            if (distance < bestDistance && distance <= Math.Max(1, Math.Max(written.Length, name.Length) / 3))
                (best, bestDistance) = (name, distance);
        }

        return best;
    }

    private static bool IsCompared(string name) => name.Length is > 0 and <= LongestCompared;
}
