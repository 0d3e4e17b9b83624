using NeuralStyle.Plan.Layers;
using NeuralStyle.Plan.Manifests.Nodes;
using NeuralStyle.Plan.Numbers;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Text;

namespace NeuralStyle.Plan.Axes;

/// <summary>
/// Families of layer sets: <c>prefixes(a, b, c)</c> is a | a, b | a, b, c; <c>suffixes</c> is c | b, c | a, b, c;
/// <c>leaveOneOut</c> is b, c | a, c | a, b; <c>subsets(2; a, b, c)</c> is a, b | a, c | b, c.
/// </summary>
internal static class LayerExpression
{
    private static readonly string[] Names = ["prefixes", "suffixes", "leaveOneOut", "subsets"];

    /// <summary>Whether a text is meant to be an expression.</summary>
    public static bool IsExpression(string text) => text.Contains('(', StringComparison.Ordinal);

    /// <summary>The sets of an expression; none after a problem.</summary>
    public static IEnumerable<AxisValue> Expand(SourceText source, AxisProblems problems)
    {
        var open = source.Value.IndexOf('(', StringComparison.Ordinal);
        var name = source.Value[..open].Trim();
        if (!Names.Contains(name))
        {
            var seen = $"'{Shown.Text(name)}' is no family of layer sets{Suggestion.For(name, Names)}";
            problems.Add(source, 0, $"{seen}; allowed: {string.Join(", ", Names)}");
            return [];
        }

        if (!source.Value.EndsWith(')'))
        {
            problems.Add(source, source.Value.Length, $"')' is missing after '{name}('");
            return [];
        }

        var start = open + 1;
        var end = source.Value.Length - 1;
        var size = 0;
        if (name == "subsets")
        {
            var semicolon = source.Value.IndexOf(';', StringComparison.Ordinal);
            if (semicolon < 0 || !TryReadSize(source.Slice(start, semicolon - start), out size))
            {
                problems.Add(source, start, "subsets needs the number of layers first, e.g. subsets(2; relu1_1, relu2_1, relu3_1)");
                return [];
            }

            start = semicolon + 1;
        }

        var found = new List<ValueProblem>();
        if (LayerSetText.Parse(source.Value[start..end], found) is not { } layers)
        {
            problems.AddAll(source, found.Select(problem => problem with { Offset = problem.Offset + start }));
            return [];
        }

        return Sets(name, layers, size, source, problems).Select(set => new AxisValue(LayerSetParameter.SetOf(set), source));
    }

    private static IEnumerable<IEnumerable<LayerName>> Sets(
        string name, IReadOnlyList<LayerName> layers, int size, SourceText source, AxisProblems problems)
    {
        var numbers = Enumerable.Range(1, layers.Count);
        switch (name)
        {
            case "prefixes":
                return numbers.Select(layers.Take);
            case "suffixes":
                return numbers.Select(layers.TakeLast);
            case "leaveOneOut" when layers.Count > 1:
                return layers.Select(left => layers.Where(layer => layer != left));
            case "leaveOneOut":
                problems.Add(source, 0, "leaveOneOut needs two layers or more");
                return [];
        }

        if (size < 1 || size > layers.Count)
            problems.Add(source, 0, $"subsets of {size} layers can't be taken from {layers.Count}; allowed: 1 to {layers.Count}");
        else if (Binomial(layers.Count, size) is var count && count > AxisLimits.MaxValues)
            problems.AddTooMany(source, count);
        else
            return Subsets(layers, size, 0);

        return [];
    }

    private static IEnumerable<IEnumerable<LayerName>> Subsets(IReadOnlyList<LayerName> layers, int size, int from)
    {
        if (size == 0)
            return [[]];

        return Enumerable.Range(from, Math.Max(0, layers.Count - size - from + 1))
            .SelectMany(first => Subsets(layers, size - 1, first + 1).Select(rest => rest.Prepend(layers[first])));
    }

    private static double Binomial(int count, int size) =>
        Math.Round(Enumerable.Range(1, size).Aggregate(1.0, (product, step) => product * (count - size + step) / step));

    private static bool TryReadSize(SourceText text, out int size)
    {
        var read = NumberText.TryParse(text.Value, out var number) && number == Math.Truncate(number) && Math.Abs(number) < 1000;
        size = read ? (int)number : 0;
        return read;
    }
}
