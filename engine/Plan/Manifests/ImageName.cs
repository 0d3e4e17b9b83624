namespace NeuralStyle.Plan.Manifests;

/// <summary>What a name of an image under <c>input/</c> may be.</summary>
internal static class ImageName
{
    private const int LongestName = 512;

    // A name with one of these reads as another one, in labels and on terminals: line and paragraph separators, and Unicode's marks,
    // embeddings, overrides and isolates (UAX 9, table 4).
    private const string Turning = "\u2028\u2029\u061C\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069\uFEFF";

    /// <summary>What is wrong with a name, to be read after it; null when nothing is.</summary>
    public static string? Fault(string name)
    {
        if (name.Length > LongestName)
            return $"has {name.Length} letters; a name has {LongestName} at most";
        if (name.Any(letter => char.IsControl(letter) || letter == '\\' || Turning.Contains(letter)))
            return "is no name of an image; control characters, line ends, marks that turn the direction of writing, and \\ are not allowed";

        // Names are joined to a folder by the folder store: none may lead out of it.
        var parts = name.Split('/');
        if (parts.Any(part => part.Trim() is "" or "." or ".."))
            return "is no name of an image; give it as it is under input/, without leading / and without . or .. in it";

        // To Windows 'a. ' is 'a'.
        return parts.Any(part => part[^1] is '.' or ' ') ? "is no name of an image; no part of it may end with a dot or a space" : null;
    }
}
