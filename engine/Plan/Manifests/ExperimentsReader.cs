using NeuralStyle.Plan.Manifests.Nodes;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Text;

namespace NeuralStyle.Plan.Manifests;

/// <summary>Reads <c>experiments</c>: a list of names with changes to the base.</summary>
internal static class ExperimentsReader
{
    private const int LongestName = 60;
    private static readonly string[] Keys = ["name", "parameters"];

    /// <summary>The experiments; those with problems are missing.</summary>
    /// <param name="node">The list.</param>
    /// <param name="axes">Parameters that are axes: an experiment may not set them.</param>
    /// <param name="unread">Receives the parameters whose values have problems.</param>
    /// <param name="problems">Receives what is wrong.</param>
    public static IReadOnlyList<Experiment> Read(
        ManifestNode node, IReadOnlyCollection<ParameterDefinition> axes, List<ParameterDefinition> unread, ProblemList problems)
    {
        if (node is not SequenceNode list)
        {
            problems.AddWrongKind(node, "experiments", "a list of {name, parameters}");
            return [];
        }

        var experiments = new List<Experiment>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < list.Items.Count; index++)
        {
            var path = $"experiments[{index}]";
            if (problems.ExpectKeys(list.Items[index], path, Keys) is { } keys)
                ReadOne(keys, list.Items[index], axes, names, experiments, unread, problems);
        }

        return experiments;
    }

    private static void ReadOne(
        KeyedNode keys,
        ManifestNode node,
        IReadOnlyCollection<ParameterDefinition> axes,
        HashSet<string> names,
        List<Experiment> experiments,
        List<ParameterDefinition> unread,
        ProblemList problems)
    {
        var changes = keys["parameters"] is { } parameters
            ? ParametersReader.Read(parameters, keys.At("parameters"), problems)
            : NamedParameters.None;
        foreach (var (definition, source) in changes.Sources.Where(entry => axes.Contains(entry.Key)))
            problems.Add(source.Key, source.Path, $"'{definition}' is an axis already; an experiment can't set it too");
        unread.AddRange(changes.Unread);

        var allowed = $"text of 1 to {LongestName} letters";
        if (keys["name"] is not { } nameNode)
            problems.Add(node, keys.At("name"), $"'name' is missing; allowed: {allowed}");
        else if (problems.ExpectScalar(nameNode, keys.At("name"), allowed) is not { } name)
            return;
        else if (name.Value.Trim().Length is 0 or > LongestName || name.Value.Any(char.IsControl))
            problems.Add(name, keys.At("name"), $"'{Shown.Text(name.Value)}' is no name; allowed: {allowed}");
        else if (!names.Add(name.Value.Trim()))
            problems.Add(name, keys.At("name"), $"'{Shown.Text(name.Value)}' is there twice; each experiment needs its own name");
        else
            experiments.Add(new Experiment(name.Value.Trim(), changes.Values) { Sources = changes.Sources });
    }
}
