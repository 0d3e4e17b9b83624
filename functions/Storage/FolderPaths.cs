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
        StoreName.Check(container, name);
        var folder = FolderOf(container);
        var path = Path.Combine([folder, .. name.Split('/')]);
        // On Windows a part such as 'c:' would be a place of its own.
        return path.StartsWith(folder, StringComparison.Ordinal)
            ? path
            : throw new ArgumentException($"'{name}' is not a name in {container}: it leads out of its folder.", nameof(name));
    }

    /// <summary>The part of a file's path, below its container's folder, that is a link, and so could lead anywhere; null where none is.</summary>
    public string? LinkTo(string container, string name)
    {
        var path = FolderOf(container);
        foreach (var part in name.Split('/'))
        {
            path = Path.Combine(path, part);
            if (new FileInfo(path).LinkTarget is not null)
                return path;
        }

        return null;
    }

    public static string PartialOf(string path) =>
        Path.Combine(Path.GetDirectoryName(path)!, $".{Path.GetFileName(path)}.{Guid.NewGuid():N}.partial");

    public static bool IsPartial(string fileName) => fileName.StartsWith('.') && fileName.EndsWith(".partial", StringComparison.Ordinal);
}
