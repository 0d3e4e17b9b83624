namespace NeuralStyle.Functions.Storage;

/// <summary>What a blob may be called: the same in every store, so that no name means one thing in a folder and another in an account.</summary>
public static class StoreName
{
    private const string Allowed = "parts between '/', none of them empty, '.' or '..', none that ends with a dot or a space, no '\\' and no control characters";

    /// <summary>What is wrong with a name, to be read after it; null when nothing is.</summary>
    public static string? Fault(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name.Length > StoreLimits.MostNameLetters)
            return $"has {name.Length} letters; at most {StoreLimits.MostNameLetters} are allowed";

        // Addresses of blobs are cleaned as those of pages are: 'a/../../other/b' would be another container's blob. Windows takes
        // 'a. ' for 'a', and '\\' for '/'.
        return name.Any(letter => char.IsControl(letter) || letter == '\\') || name.Split('/').Any(part => part is "" || part[^1] is '.' or ' ')
            ? $"is no name of a blob; allowed are {Allowed}"
            : null;
    }

    /// <summary>Refuses a name that is none.</summary>
    /// <exception cref="ArgumentException">It is none.</exception>
    public static void Check(string container, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (Fault(name) is { } fault)
            throw new ArgumentException($"In {container} '{name}' {fault}.", nameof(name));
    }
}
