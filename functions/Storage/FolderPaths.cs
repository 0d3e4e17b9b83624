namespace NeuralStyle.Functions.Storage;

/// <summary>Where a <see cref="FolderStore"/> keeps what; no name leads out of its container's folder.</summary>
internal sealed class FolderPaths(string root, string? input)
{
    private readonly string _root = Path.GetFullPath(root);
    private readonly string? _input = input is null ? null : Path.GetFullPath(input);

    public string FolderOf(string container)
    {
        if (container.Length == 0 || !container.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-'))
            throw new ArgumentException($"'{container}' is no container: names have lower-case letters, digits and '-'.", nameof(container));
        return container == StoreLayout.InputContainer && _input is not null ? _input : Path.Combine(_root, container);
    }

    public string FileOf(string container, string name)
    {
        var segments = name.Split('/');
        if (name.Contains('\\') || name.Contains('\0') || segments.Any(segment => segment is "" or "." or ".."))
        {
            throw new ArgumentException(
                $"'{name}' is not a name in {container}: it has parts between '/', none empty, '.' or '..', and no '\\'.", nameof(name));
        }

        return Path.Combine([FolderOf(container), .. segments]);
    }

    public static string PartialOf(string path) =>
        Path.Combine(Path.GetDirectoryName(path)!, $".{Path.GetFileName(path)}.{Guid.NewGuid():N}.partial");

    public static bool IsPartial(string fileName) => fileName.StartsWith('.') && fileName.EndsWith(".partial", StringComparison.Ordinal);
}
