using NeuralStyle.Plan.Manifests.Conditions;
using NeuralStyle.Plan.Manifests.Nodes;

namespace NeuralStyle.Plan.Manifests;

/// <summary>Reads <c>skip</c>: a condition or a list of them, each alone or under <c>when</c>.</summary>
internal static class SkipReader
{
    private const string Path = "skip";
    private const int MostRules = 100;

    /// <summary>The rules; those with problems are missing.</summary>
    public static IReadOnlyList<Condition> Read(ManifestNode node, ConditionReader conditions, ProblemList problems)
    {
        if (node is MappingNode)
            return ReadRule(node, Path, conditions, problems) is { } single ? [single] : [];
        if (node is not SequenceNode list)
        {
            problems.AddWrongKind(node, Path, "a list of conditions, e.g. [{init: noise, contentWeight: 0}]");
            return [];
        }

        if (list.Items.Count > MostRules)
        {
            problems.Add(node, Path, $"there are {list.Items.Count} rules; at most {MostRules} are allowed (a rule may name several values)");
            return [];
        }

        return [.. list.Items.Select((item, index) => ReadRule(item, $"{Path}[{index}]", conditions, problems)).OfType<Condition>()];
    }

    private static Condition? ReadRule(ManifestNode node, string path, ConditionReader conditions, ProblemList problems)
    {
        var condition = node;
        var place = path;
        if (node is MappingNode mapping && mapping.Entries.Any(entry => entry.Key.Value == "when"))
        {
            var keys = new KeyedNode(mapping, path, ["when"], problems);
            (condition, place) = (keys["when"]!, keys.At("when"));
        }

        return conditions.Read(condition, place);
    }
}
