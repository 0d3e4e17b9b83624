using NeuralStyle.Plan.Manifests.Nodes;
using NeuralStyle.Plan.Sweeps;
using NeuralStyle.Plan.Text;

namespace NeuralStyle.Plan.Manifests;

/// <summary>Reads <c>grid</c>.</summary>
internal static class GridReader
{
    private static readonly string[] Keys = ["rows", "columns", "pages"];

    /// <summary>The grid; names with problems are missing.</summary>
    /// <param name="node">The mapping.</param>
    /// <param name="axes">Names of the axes that the manifest has.</param>
    /// <param name="problems">Receives what is wrong.</param>
    public static GridAxes? Read(ManifestNode node, IReadOnlyList<string> axes, ProblemList problems)
    {
        if (problems.ExpectKeys(node, "grid", Keys) is not { } keys)
            return null;

        var used = new Dictionary<string, string>(StringComparer.Ordinal);
        var directions = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var (key, value) in keys.Entries)
            directions[key.Value] = ReadNames(value, keys.At(key.Value), axes, used, problems);
        return new GridAxes(Names("rows"), Names("columns"), Names("pages"));

        IReadOnlyList<string> Names(string key) => directions.GetValueOrDefault(key, []);
    }

    private static List<string> ReadNames(
        ManifestNode node, string path, IReadOnlyList<string> axes, Dictionary<string, string> used, ProblemList problems)
    {
        var allowed = string.Join(", ", axes);
        var names = new List<string>();
        foreach (var (item, itemPath) in problems.ExpectScalars(node, path, $"an axis or a list of axes: {allowed}"))
        {
            var name = item.Value.Trim();
            if (!axes.Contains(name))
                problems.Add(item, itemPath, $"{NotAnAxis(name, axes)}; there are: {allowed}");
            else if (!used.TryAdd(name, itemPath))
                problems.Add(item, itemPath, $"axis '{name}' is used in {used[name]} already; each axis has one place");
            else
                names.Add(name);
        }

        return names;
    }

    private static string NotAnAxis(string name, IReadOnlyList<string> axes) =>
        $"'{Shown.Text(name)}' is not an axis of this manifest{Suggestion.For(name, axes)}";
}
