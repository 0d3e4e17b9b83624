using NeuralStyle.Plan.Axes.Sampling;
using NeuralStyle.Plan.Manifests;
using NeuralStyle.Plan.Manifests.Nodes;
using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Plan.Axes;

/// <summary>Reads the values of an axis from its node.</summary>
internal static class AxisReader
{
    /// <summary>The values, or null after a problem.</summary>
    /// <param name="definition">The parameter that varies.</param>
    /// <param name="node">The axis.</param>
    /// <param name="path">Its place.</param>
    /// <param name="problems">Receives what is wrong.</param>
    /// <param name="distinct">Whether no value may be there twice.</param>
    public static IReadOnlyList<AxisValue>? Read(
        ParameterDefinition definition, ManifestNode node, string path, ProblemList problems, bool distinct = true)
    {
        var before = problems.Count;
        var found = node switch
        {
            MappingNode mapping when mapping.Entries.Any(entry => entry.Key.Value == "random") => RandomAxis.Read(definition, mapping, path, problems),
            _ => definition switch
            {
                LayerSetParameter layers => LayerValues(layers, node, path, problems),
                TextParameter text => WholeValues(text, node, path, problems),
                _ => TextValues(definition, node, path, problems),
            },
        };

        // Counting while taking: a list of many families must not be expanded beyond the limit.
        var values = found.Take(AxisLimits.MaxValues + 1).ToList();
        if (values.Count > AxisLimits.MaxValues)
            problems.Add(node, path, $"the axis has more than {AxisLimits.MaxValues} values");
        else if (values.Count == 0 && problems.Count == before && node is not UnusableNode)
            problems.Add(node, path, "the axis has no values; at least one is needed");

        if (definition == ParameterCatalog.Seed)
            values = SeedDraws.Numbered(values);
        if (distinct)
            ReportDuplicates(definition, values, new AxisProblems(problems, path));
        return problems.Count == before && values.Count > 0 ? values : null;
    }

    private static IEnumerable<AxisValue> TextValues(ParameterDefinition definition, ManifestNode node, string path, ProblemList problems)
    {
        var axisProblems = new AxisProblems(problems, path);
        var numeric = definition as NumericParameter;
        if (node is ScalarNode scalar && RandomText.IsRandom(scalar.Value) && (numeric is null || RandomText.IsOfList(scalar.Value)))
            return RandomAxis.Expand(definition, scalar.Text, axisProblems);

        var terms = problems.ExpectScalars(node, path, $"a list, or text; {definition.Allowed}")
            .SelectMany(item => item.Item.Text.Split(',')).ToList();
        if (numeric is not null)
            return NumberAxis.Expand(numeric, terms, axisProblems);

        return terms.TakeWhile(_ => !problems.IsFull).SelectMany(term => Parse(definition, term, axisProblems));
    }

    /// <summary>
    /// The values of a parameter with a grammar of its own: each item of a list is one value, and so is anything else, since the
    /// commas of such a text are its own.
    /// </summary>
    private static IEnumerable<AxisValue> WholeValues(TextParameter definition, ManifestNode node, string path, ProblemList problems)
    {
        if (node is not SequenceNode list)
            return Whole(definition, node, path, problems);
        return list.Items.TakeWhile(_ => !problems.IsFull)
            .SelectMany((item, index) => Whole(definition, item, $"{path}[{index}]", problems));
    }

    private static IEnumerable<AxisValue> Whole(ParameterDefinition definition, ManifestNode item, string path, ProblemList problems) =>
        ParameterValueReader.Read(definition, item, path, problems) is { } value
            ? [new AxisValue(value, new SourceText(string.Empty, item.Line, item.Column, IsExact: false), item)]
            : [];

    private static IEnumerable<AxisValue> Parse(ParameterDefinition definition, SourceText term, AxisProblems problems)
    {
        var found = new List<ValueProblem>();
        if (definition.Parse(term.Value, found) is { } value)
            return [new AxisValue(value, term)];

        problems.AddAll(term, found);
        return [];
    }

    private static IEnumerable<AxisValue> LayerValues(
        LayerSetParameter definition, ManifestNode node, string path, ProblemList problems)
    {
        const string Allowed = "a list of layer sets, prefixes(...), suffixes(...), leaveOneOut(...) or subsets(k; ...)";
        var axisProblems = new AxisProblems(problems, path);
        if (node is not SequenceNode list)
        {
            if (problems.ExpectScalar(node, path, Allowed) is not { } scalar)
                return [];
            return RandomText.IsRandom(scalar.Value)
                ? RandomAxis.Expand(definition, scalar.Text, axisProblems)
                : LayerAxis.ExpandText(definition, scalar.Text, axisProblems);
        }

        return list.Items.TakeWhile(_ => !problems.IsFull)
            .SelectMany((item, index) => LayerItem(definition, item, $"{path}[{index}]", axisProblems));
    }

    private static IEnumerable<AxisValue> LayerItem(LayerSetParameter definition, ManifestNode item, string path, AxisProblems problems) =>
        item is ScalarNode { IsEmpty: false } scalar
            ? LayerAxis.ExpandItem(definition, scalar.Text, problems)
            : Whole(definition, item, path, problems.Problems);

    private static void ReportDuplicates(ParameterDefinition definition, List<AxisValue> values, AxisProblems problems)
    {
        var seen = new HashSet<object>();
        var reported = new HashSet<object>();
        foreach (var value in values)
        {
            if (!seen.Add(value.Value) && reported.Add(value.Value))
                problems.Add(value.Source, 0, $"{definition.Label(value.Value)} is there twice; each value of an axis counts once");
        }
    }
}
