using NeuralStyle.Plan.Manifests.Nodes;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Text;

namespace NeuralStyle.Plan.Manifests;

/// <summary>Reads <c>content</c> or <c>style</c>.</summary>
internal static class ImagesReader
{
    private const string Allowed = "the name of an image, or a list of names; * and ? stand for letters";
    private const int MostNames = 1000;

    /// <summary>The patterns; those with problems are missing.</summary>
    /// <param name="root">The manifest.</param>
    /// <param name="rootNode">Where it begins.</param>
    /// <param name="key">The key.</param>
    /// <param name="dispensable">The mode that needs no such image, and whether none is needed: all trials are of it, or each experiment names its own.</param>
    /// <param name="problems">Receives what is wrong.</param>
    public static IReadOnlyList<ImagePattern> Read(
        KeyedNode root, MappingNode rootNode, string key, (TrialMode Mode, bool Everywhere) dispensable, ProblemList problems)
    {
        if (root[key] is not { } node)
        {
            // When the key is there but misspelled, its own problem says so, and this one what is missing.
            var without = $"only trials of mode {EnumNames.Of(dispensable.Mode)} do without";
            if (!dispensable.Everywhere)
                problems.Add(rootNode, key, $"'{key}' is missing; allowed: {Allowed}; {without}");
            return [];
        }

        if (node is SequenceNode { Items.Count: 0 })
            problems.Add(node, key, $"the list is empty; allowed: {Allowed}");

        if (node is SequenceNode { Items.Count: > MostNames } list)
        {
            problems.Add(node, key, $"the list has {list.Items.Count} names; at most {MostNames} are allowed (a glob stands for many)");
            return [];
        }

        var patterns = new List<ImagePattern>();
        foreach (var (item, path) in problems.ExpectScalars(node, key, Allowed))
        {
            if (ImageName.Fault(item.Value) is { } fault)
                problems.Add(item, path, $"'{Shown.Text(item.Value)}' {fault}");
            else if (patterns.Any(pattern => pattern.Text == item.Value))
                problems.Add(item, path, $"'{Shown.Text(item.Value)}' is there twice; each image counts once");
            else
                patterns.Add(new ImagePattern(item.Value, path, item.Line, item.Column));
        }

        return patterns;
    }
}
