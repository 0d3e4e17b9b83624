using NeuralStyle.Plan.Manifests;

namespace NeuralStyle.Cli;

/// <summary>A manifest as a file of the user's.</summary>
internal static class SweepFile
{
    /// <summary>The sweep's name: the one that the manifest gives, or the file's name without extension.</summary>
    /// <exception cref="UsageException">The manifest gives none, and the file's is not allowed.</exception>
    public static string NameOf(Manifest manifest, FileInfo file)
    {
        if (manifest.Name is { } name)
            return name;

        var fallback = Path.GetFileNameWithoutExtension(file.Name);
        return SweepName.IsValid(fallback)
            ? fallback
            : throw new UsageException(
                $"'{fallback}' is no name of a sweep; give the manifest a name, or rename the file; allowed: {SweepName.Allowed}");
    }

    /// <summary>Reads a manifest whose images lie beside it; those that don't are problems like any other.</summary>
    /// <exception cref="ManifestException">The manifest has problems.</exception>
    public static Manifest Parse(ReadOnlySpan<byte> text, FileInfo file)
    {
        var folder = file.Directory!.FullName;
        // As the folder store lists: links could lead round in circles, or out of the folder.
        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = true };
        var names = Directory.EnumerateFiles(folder, "*", options)
            .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/'));
        return ManifestParser.Parse(text, file.Name, new AvailableImages(names, $"{folder}/"));
    }
}
