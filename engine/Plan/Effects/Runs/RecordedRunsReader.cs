using NeuralStyle.Plan.Effects.Confounding;
using NeuralStyle.Plan.Manifests;
using NeuralStyle.Plan.Manifests.Nodes;
using NeuralStyle.Plan.Text;

namespace NeuralStyle.Plan.Effects.Runs;

/// <summary>
/// Reads recorded runs, JSON or YAML: <c>{"what": text, "publishedDefaults": {factor: value}, "publishedTable": {run: label}, "executed":
/// [{"id": run, factor: value, ...}]}</c>. Only <c>executed</c> is needed. A value is a single value or a list of them; any factor may have
/// any name, and names that differ in case, in <c>_</c>, in spaces or in a plural's s are one.
/// </summary>
public static class RecordedRunsReader
{
    private const string Executed = "executed";
    private const string Defaults = "publishedDefaults";
    private const string Table = "publishedTable";
    private const string Id = "id";
    private const string AllowedValue = "a single value, or a list of them";
    private static readonly string[] Keys = ["what", Defaults, Table, Executed];

    /// <summary>Reads the runs.</summary>
    /// <param name="text">The document.</param>
    /// <param name="source">Name of the file, for messages.</param>
    /// <exception cref="ManifestException">It has problems.</exception>
    public static RecordedRuns Read(string text, string source)
    {
        ArgumentException.ThrowIfNullOrEmpty(source);
        ArgumentNullException.ThrowIfNull(text);
        var problems = new ProblemList();
        if (string.IsNullOrWhiteSpace(text))
            problems.Add(1, 1, string.Empty, $"the file is empty; allowed: keys with values: {string.Join(", ", Keys)}");
        var node = problems.Count > 0 ? null : DocumentReader.Read(text.TrimStart('\uFEFF'), problems);
        var runs = node is not null && problems.ExpectKeys(node, string.Empty, Keys) is { } root ? Read(root, node, source, problems) : null;
        problems.ThrowIfAny(source);
        return runs!;
    }

    private static RecordedRuns Read(KeyedNode root, ManifestNode node, string source, ProblemList problems)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var defaults = root[Defaults] is { } defaultsNode ? Factors(defaultsNode, Defaults, names, problems) : [];
        var labels = root[Table] is { } table ? Labels(table, problems) : [];
        if (root[Executed] is null)
            problems.Add(node, Executed, "'executed' is missing; allowed: a list of runs, each with an id and its factors");
        var runs = root[Executed] is { } executed ? Runs(executed, names, problems) : [];
        return new RecordedRuns
        {
            Source = source,
            What = root["what"] is { } what && problems.ExpectScalar(what, "what", "text") is { } said ? said.Value : string.Empty,
            Defaults = defaults,
            Labels = labels,
            Executed = runs,
        };
    }

    private static List<PublishedLabel> Labels(ManifestNode node, ProblemList problems)
    {
        var labels = new List<PublishedLabel>();
        if (node is not MappingNode mapping)
        {
            problems.AddWrongKind(node, Table, "keys with values: the name of a run and its label");
            return labels;
        }

        foreach (var (key, value) in mapping.Entries)
        {
            var path = $"{Table}.{Shown.Text(key.Value)}";
            if (labels.Exists(label => RecordedRuns.IsSameName(label.Run, key.Value)))
                problems.Add(key, path, $"'{Shown.Text(key.Value)}' is there twice; each run has one label");
            else if (problems.ExpectScalar(value, path, "the label of the run, text") is { } text)
                labels.Add(new PublishedLabel(key.Value, text.Value));
        }

        return labels;
    }

    private static List<ComparedSetting> Runs(ManifestNode node, Dictionary<string, string> names, ProblemList problems)
    {
        var runs = new List<ComparedSetting>();
        if (node is not SequenceNode { Items.Count: > 0 } list)
        {
            problems.Add(node, Executed, $"there is {(node is SequenceNode ? "an empty list" : node.Kind)} here; allowed: a list of runs, at least one");
            return runs;
        }

        for (var index = 0; index < list.Items.Count; index++)
        {
            var (item, path) = (list.Items[index], $"{Executed}[{index}]");
            var id = (item as MappingNode)?.Entries.FirstOrDefault(entry => entry.Key.Value == Id).Value;
            if (item is not MappingNode)
                problems.AddWrongKind(item, path, "keys with values: id and the factors of the run");
            else if (id is null)
                problems.Add(item, path, "'id' is missing; allowed: the name of the run");
            else if (problems.ExpectScalar(id, $"{path}.{Id}", "the name of the run") is not { } name)
                continue;
            else if (runs.Exists(run => RecordedRuns.IsSameName(run.Name, name.Value)))
                problems.Add(id, $"{path}.{Id}", $"'{Shown.Text(name.Value)}' is there twice; each run needs its own name");
            else
                runs.Add(new ComparedSetting(name.Value, Factors(item, path, names, problems)));
        }

        return runs;
    }

    /// <summary>The factors of a mapping, but its id, each under the name that it has where it is met first.</summary>
    private static Dictionary<string, string> Factors(ManifestNode node, string path, Dictionary<string, string> names, ProblemList problems)
    {
        var factors = new Dictionary<string, string>(StringComparer.Ordinal);
        if (node is not MappingNode mapping)
        {
            problems.AddWrongKind(node, path, "keys with values: factors");
            return factors;
        }

        foreach (var (key, value) in mapping.Entries.Where(entry => entry.Key.Value != Id || path == Defaults))
        {
            var place = $"{path}.{Shown.Text(key.Value)}";
            var name = names.TryGetValue(FactorNames.KeyOf(key.Value), out var known) ? known : names[FactorNames.KeyOf(key.Value)] = key.Value;
            var text = value is SequenceNode { Items.Count: 0 }
                ? "none"
                : FactorValue.Canonical(problems.ExpectScalars(value, place, AllowedValue).Select(item => item.Item.Value));
            if (!factors.TryAdd(name, text))
                problems.Add(key, place, $"'{Shown.Text(key.Value)}' is there twice");
        }

        return factors;
    }
}
