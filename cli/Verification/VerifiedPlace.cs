using System.Text.Json;
using NeuralStyle.Functions.Storage;

namespace NeuralStyle.Cli.Verification;

/// <summary>Where a sweep that is to be verified lies.</summary>
/// <param name="Sweep">The sweep.</param>
/// <param name="Store">Its files.</param>
/// <param name="Name">What messages call the place.</param>
internal sealed record VerifiedPlace(string Sweep, IStore Store, string Name)
{
    private const string Results = StoreLayout.ResultsContainer;
    private const string Plan = "plan.json";

    /// <summary>The sweeps of a folder: the one that <c>nst fetch</c> left there, or all that <c>nst run</c> did.</summary>
    /// <param name="folder">The folder, or of <c>nst run</c> also the one of a sweep within.</param>
    /// <param name="images">The folder of the input images; null for <c>input</c> beside the results.</param>
    /// <exception cref="UsageException">No sweep is there.</exception>
    public static IReadOnlyList<VerifiedPlace> InFolder(string folder, string? images)
    {
        if (File.Exists(Path.Combine(folder, Plan)))
        {
            var above = Path.GetDirectoryName(Path.GetDirectoryName(folder));
            return Directory.Exists(Path.Combine(folder, StoreLayout.TrialsContainer)) || above is null
                ? [Fetched(folder, images ?? InputOf(folder))]
                : [OfRun(above, Path.GetFileName(folder), images)];
        }

        var results = Path.Combine(folder, Results);
        var sweeps = Directory.Exists(results)
            ? Directory.EnumerateDirectories(results).Where(sweep => File.Exists(Path.Combine(sweep, Plan))).Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal).ToList()
            : [];
        return sweeps.Count > 0
            ? [.. sweeps.Select(sweep => OfRun(folder, sweep, images))]
            : throw new UsageException($"no sweep is in '{folder}'; allowed are folders that 'nst run' or 'nst fetch' wrote, with {Plan} or {Results}/SWEEP/{Plan} in them");
    }

    private static string InputOf(string folder) => Path.Combine(folder, StoreLayout.InputContainer);

    private static VerifiedPlace OfRun(string root, string sweep, string? images) =>
        new(sweep, new FolderStore(root, images ?? InputOf(root)), Path.Combine(root, Results, sweep));

    private static VerifiedPlace Fetched(string folder, string images)
    {
        var sweep = NameIn(Path.Combine(folder, Plan));
        return new VerifiedPlace(sweep, new FetchedStore(folder, sweep, images), folder);
    }

    private static string NameIn(string plan)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(plan));
            return document.RootElement.GetProperty("sweep").GetString() ?? throw new UsageException($"'{plan}' names no sweep");
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or IOException)
        {
            throw new UsageException($"'{plan}' is no plan of a sweep: {exception.Message}");
        }
    }
}
