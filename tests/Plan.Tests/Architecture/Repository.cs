namespace NeuralStyle.Plan.Tests.Architecture;

/// <summary>The sources that these tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static IEnumerable<string> Sources(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories);

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
