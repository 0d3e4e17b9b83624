using NeuralStyle.Plan.Manifests.Nodes;
using NeuralStyle.Plan.Numbers;
using NeuralStyle.Plan.Text;

namespace NeuralStyle.Plan.Manifests;

/// <summary>Takes a node as what is expected there, or reports that it is something else.</summary>
internal static class NodeExpectations
{
    /// <summary>The single value, or null after a problem.</summary>
    public static ScalarNode? ExpectScalar(this ProblemList problems, ManifestNode node, string path, string allowed)
    {
        if (node is ScalarNode { IsEmpty: false } scalar)
            return scalar;

        problems.AddWrongKind(node, path, allowed);
        return null;
    }

    /// <summary>The mapping with known keys, or null after a problem.</summary>
    public static KeyedNode? ExpectKeys(this ProblemList problems, ManifestNode node, string path, IReadOnlyList<string> known)
    {
        if (node is MappingNode mapping)
            return new KeyedNode(mapping, path, known, problems);

        problems.AddWrongKind(node, path, $"keys with values: {string.Join(", ", known)}");
        return null;
    }

    /// <summary>The items of a list, or the single value as the only item; empty after a problem.</summary>
    public static IReadOnlyList<(ScalarNode Item, string Path)> ExpectScalars(
        this ProblemList problems, ManifestNode node, string path, string allowed)
    {
        if (node is not SequenceNode list)
            return problems.ExpectScalar(node, path, allowed) is { } single ? [(single, path)] : [];

        var items = new List<(ScalarNode, string)>();
        for (var index = 0; index < list.Items.Count; index++)
        {
            var itemPath = $"{path}[{index}]";
            if (problems.ExpectScalar(list.Items[index], itemPath, allowed) is { } item)
                items.Add((item, itemPath));
        }

        return items;
    }

    /// <summary>A number within limits, or null after a problem.</summary>
    public static double? ExpectNumber(
        this ProblemList problems, ManifestNode node, string path, double minimum, double maximum, bool whole)
    {
        var allowed = $"{(whole ? "whole numbers" : "numbers")} {NumberText.Format(minimum)} to {NumberText.Format(maximum)}";
        if (problems.ExpectScalar(node, path, allowed) is not { } scalar)
            return null;

        if (NumberText.TryParse(scalar.Value.Trim(), out var number)
            && number >= minimum && number <= maximum && (!whole || number == Math.Truncate(number)))
            return number;

        problems.Add(node, path, $"'{Shown.Text(scalar.Value)}' is not allowed; allowed: {allowed}");
        return null;
    }

    /// <summary>Reports a node of the wrong kind; silent when its problem is known already.</summary>
    public static void AddWrongKind(this ProblemList problems, ManifestNode node, string path, string allowed)
    {
        if (node is not UnusableNode)
            problems.Add(node, path, $"there is {node.Kind} here; allowed: {allowed}");
    }
}
