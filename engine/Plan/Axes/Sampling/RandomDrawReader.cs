using NeuralStyle.Plan.Manifests;
using NeuralStyle.Plan.Manifests.Nodes;

namespace NeuralStyle.Plan.Axes.Sampling;

/// <summary>Reads <c>random: 20</c> or <c>random: {count: 20, seed: 7}</c>.</summary>
internal static class RandomDrawReader
{
    private static readonly string[] Keys = ["count", "seed"];

    /// <summary>The draw, or null after a problem.</summary>
    public static RandomDraw? Read(ManifestNode node, string path, ProblemList problems)
    {
        if (node is not MappingNode mapping)
        {
            var allowed = $"{RandomText.AllowedCounts}, or {{count: 20, seed: 7}}";
            return problems.ExpectScalar(node, path, allowed) is { } single
                && RandomText.ReadCount(single.Text, new AxisProblems(problems, path)) is { } all
                ? new RandomDraw(all, Seed: 0)
                : null;
        }

        var keys = new KeyedNode(mapping, path, Keys, problems);
        if (keys["count"] is not { } countNode)
        {
            problems.Add(node, keys.At("count"), $"'count' is missing; allowed: {RandomText.AllowedCounts}");
            return null;
        }

        var count = problems.ExpectScalar(countNode, keys.At("count"), RandomText.AllowedCounts) is { } text
            ? RandomText.ReadCount(text.Text, new AxisProblems(problems, keys.At("count")))
            : null;
        long? seed = 0;
        if (keys["seed"] is { } seedNode)
        {
            seed = problems.ExpectScalar(seedNode, keys.At("seed"), RandomText.AllowedSeeds) is { } seedText
                ? RandomText.ReadSeed(seedText.Text, new AxisProblems(problems, keys.At("seed")))
                : null;
        }

        return count is { } points && seed is { } begun ? new RandomDraw(points, begun) : null;
    }
}
