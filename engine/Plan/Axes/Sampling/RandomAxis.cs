using NeuralStyle.Plan.Manifests;
using NeuralStyle.Plan.Manifests.Nodes;
using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Plan.Axes.Sampling;

/// <summary>The random values of one parameter.</summary>
internal static class RandomAxis
{
    private static readonly string[] Keys = ["random", "from", "to", "scale", "of", "when"];

    /// <summary>The values of a text such as <c>random 20 from 1..1e4 log</c>; none after a problem.</summary>
    public static IReadOnlyList<AxisValue> Expand(ParameterDefinition definition, SourceText source, AxisProblems problems)
    {
        if (RandomText.Read(source, problems) is not var (draw, from, isRange))
            return [];
        var distribution = isRange
            ? RandomText.ReadRange(definition, from, problems)
            : OfValues(definition, new ScalarNode(from, IsQuoted: true, from.Line, from.Column), problems.Path, problems.Problems);
        return distribution is null ? [] : Draw(draw, distribution, source, problems);
    }

    /// <summary>The values of <c>{random: 20, from: 1, to: 1e4, scale: log}</c> or <c>{random: 3, of: [a, b, c]}</c>; none after a problem.</summary>
    public static IReadOnlyList<AxisValue> Read(ParameterDefinition definition, MappingNode node, string path, ProblemList problems)
    {
        if (node.Entries.FirstOrDefault(entry => entry.Key.Value == "seed") is ({ } seed, _))
        {
            problems.Add(seed, $"{path}.seed", "the seed of a draw stands beside its count: random: {count: 20, seed: 7}");
            return [];
        }

        var keys = new KeyedNode(node, path, Keys, problems);
        var draw = RandomDrawReader.Read(keys["random"]!, keys.At("random"), problems);
        var distribution = ReadDistribution(definition, keys, node, problems);
        var axisProblems = new AxisProblems(problems, path);
        return draw is null || distribution is null
            ? []
            : Draw(draw, distribution, new SourceText(string.Empty, node.Line, node.Column, IsExact: false), axisProblems);
    }

    /// <summary>What one parameter of a joint draw is drawn from; null after a problem.</summary>
    /// <param name="definition">The parameter.</param>
    /// <param name="node">A range <c>1..1e4 log</c>, <c>{from: 1, to: 1e4}</c>, or the values of an axis, each as likely.</param>
    /// <param name="path">Its place.</param>
    /// <param name="problems">Receives what is wrong.</param>
    public static Distribution? ReadDistribution(ParameterDefinition definition, ManifestNode node, string path, ProblemList problems)
    {
        if (node is ScalarNode scalar && definition is NumericParameter && RandomText.IsRange(scalar.Value.Trim()))
            return RandomText.ReadRange(definition, scalar.Text.Slice(0, scalar.Value.Length), new AxisProblems(problems, path));
        if (node is MappingNode mapping && mapping.Entries.Any(entry => entry.Key.Value is "from" or "to" or "of"))
            return ReadDistribution(definition, new KeyedNode(mapping, path, ["from", "to", "scale", "of"], problems), node, problems);
        return OfValues(definition, node, path, problems);
    }

    private static Distribution? ReadDistribution(ParameterDefinition definition, KeyedNode keys, ManifestNode node, ProblemList problems)
    {
        const string Needed = "give from and to, or of";
        if (keys["of"] is { } of)
        {
            if (((string[])["from", "to", "scale"]).FirstOrDefault(key => keys[key] is not null) is { } other)
            {
                problems.Add(keys[other]!, keys.At(other), $"'{other}' is of a range and 'of' is of a list; {Needed}");
                return null;
            }

            return OfValues(definition, of, keys.At("of"), problems);
        }

        if (keys["from"] is not { } from || keys["to"] is not { } to)
        {
            var seen = (keys["from"], keys["to"]) switch
            {
                (null, null) => "there is nothing here to draw from",
                (null, _) => "'from' is missing beside 'to'",
                _ => "'to' is missing beside 'from'",
            };
            problems.Add(node, keys.Path, $"{seen}; {Needed}");
            return null;
        }

        var low = problems.ExpectScalar(from, keys.At("from"), definition.Allowed);
        var high = problems.ExpectScalar(to, keys.At("to"), definition.Allowed);
        var scale = keys["scale"] is { } scaleNode ? problems.ExpectScalar(scaleNode, keys.At("scale"), "uniform, log") : null;
        if (low is null || high is null || (keys["scale"] is not null && scale is null))
            return null;
        return RandomText.ReadRange(definition, low.Text, high.Text, scale?.Text, new AxisProblems(problems, keys.Path));
    }

    private static Distribution? OfValues(ParameterDefinition definition, ManifestNode node, string path, ProblemList problems) =>
        AxisReader.Read(definition, node, path, problems) is { } values
            ? Distribution.Of(definition, [.. values.Select(value => value.Value)])
            : null;

    // In the order of their sizes, not of their draw: an axis is there to be looked along.
    private static IReadOnlyList<AxisValue> Draw(RandomDraw draw, Distribution distribution, SourceText source, AxisProblems problems)
    {
        if (draw.Points([distribution], out var problem) is { } points)
            return [.. points.Select(point => point[0]).OrderBy(distribution.Rank).Select(value => new AxisValue(value, source))];

        problems.Add(source, 0, problem!);
        return [];
    }
}
