namespace NeuralStyle.Plan.Reports.Html;

/// <summary>The files under Reports/Page, which are embedded in the assembly.</summary>
internal static class PageResource
{
    /// <summary>Several files as one text, in this order.</summary>
    public static string ReadAll(string folder, IEnumerable<string> fileNames) => string.Join('\n', fileNames.Select(name => Read($"{folder}/{name}")));

    /// <summary>The text of a file, lines ended by LF.</summary>
    /// <exception cref="InvalidOperationException">The assembly was built without the file.</exception>
    public static string Read(string fileName)
    {
        using var stream = typeof(PageResource).Assembly.GetManifestResourceStream($"Reports/Page/{fileName}")
            ?? throw new InvalidOperationException($"The resource 'Reports/Page/{fileName}' is not in {typeof(PageResource).Assembly.GetName().Name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
