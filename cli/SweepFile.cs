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

    /// <summary>Checks that the images lie beside the manifest.</summary>
    /// <exception cref="ManifestException">An image is not there.</exception>
    public static void CheckImages(Manifest manifest, FileInfo file)
    {
        var folder = file.Directory!;
        manifest.MatchImages(
            folder.EnumerateFiles("*", SearchOption.AllDirectories).Select(image => Path.GetRelativePath(folder.FullName, image.FullName).Replace('\\', '/')),
            $"{folder.FullName}/");
    }
}
