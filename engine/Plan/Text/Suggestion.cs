namespace NeuralStyle.Plan.Text;

/// <summary>Guesses what a misspelled name was meant to be.</summary>
public static class Suggestion
{
    /// <summary>Longer texts are not typing errors, and comparing them costs time.</summary>
    private const int LongestCompared = 64;

    /// <summary>Words to append to a message: <c> (did you mean 'styleWeight'?)</c>, or nothing when no name is near.</summary>
    public static string For(string written, IEnumerable<string> names) =>
        Nearest(written, names) is { } name ? $" (did you mean '{name}'?)" : string.Empty;

    /// <summary>The name nearest to what was written, or null when none is within a third of its length.</summary>
    public static string? Nearest(string written, IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(written);
        ArgumentNullException.ThrowIfNull(names);
        if (written.Length is 0 or > LongestCompared)
            return null;

        var (best, bestDistance) = ((string?)null, int.MaxValue);
        foreach (var name in names.Where(name => name.Length <= LongestCompared))
        {
            var distance = EditDistance.Between(written.ToUpperInvariant(), name.ToUpperInvariant());
            if (distance < bestDistance && distance <= Math.Max(1, Math.Max(written.Length, name.Length) / 3))
                (best, bestDistance) = (name, distance);
        }

        return best;
    }
}
