using System.Text.Json;

namespace NeuralStyle.Tests;

/// <summary>The checkout that these tests were built from. A build for CI writes other paths into what it compiles, so that it is looked for above the tests.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <param name="name">A name within the repository: <c>docs/azure.md</c>.</param>
    public static string PathOf(string name) => Path.Combine(Root, name);

    public static string Read(string name) => File.ReadAllText(PathOf(name));

    public static JsonElement ReadJson(string name)
    {
        using var document = JsonDocument.Parse(Read(name));
        return document.RootElement.Clone();
    }

    /// <summary>Files of ours below a folder, as names within the repository; what was built or installed is left out.</summary>
    public static IReadOnlyList<string> Files(string folder, string pattern) =>
        [.. PathsBelow(PathOf(folder), pattern).Select(path => Path.GetRelativePath(Root, path)).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> PathsBelow(string folder, string pattern) =>
        Directory.EnumerateFiles(folder, pattern).Concat(
            Directory.EnumerateDirectories(folder)
                .Where(below => Path.GetFileName(below) is not ("node_modules" or "artifacts" or "bin" or "obj" or "out" or "build" or ".git"))
                .SelectMany(below => PathsBelow(below, pattern)));

    private static string FindRoot()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "NeuralStyle.sln")))
                return folder;
        }

        throw new InvalidOperationException($"No NeuralStyle.sln above {AppContext.BaseDirectory}: run the tests from a checkout.");
    }
}
