namespace NeuralStyle.Plan.Manifests;

/// <summary>What a name of an image under <c>input/</c> may be.</summary>
internal static class ImageName
{
    private const int LongestName = 512;

    /// <summary>What is wrong with a name, to be read after it; null when nothing is.</summary>
    public static string? Fault(string name)
    {
        if (name.Length > LongestName)
            return $"has {name.Length} letters; a name has {LongestName} at most";
        if (name.Any(char.IsControl) || name.Contains('\\', StringComparison.Ordinal))
            return "is no name of an image; control characters and \\ are not allowed";

        // Names are joined to a folder by the folder store: none may lead out of it.
        return name.Split('/').Any(part => part.Trim() is "" or "." or "..")
            ? "is no name of an image; give it as it is under input/, without leading / and without . or .. in it"
            : null;
    }
}
