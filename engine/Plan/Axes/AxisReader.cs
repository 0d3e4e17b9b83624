using NeuralStyle.Plan.Manifests;
using NeuralStyle.Plan.Manifests.Nodes;
using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Plan.Axes;

/// <summary>Reads the values of an axis from its node.</summary>
internal static class AxisReader
{
    /// <summary>The values, or null after a problem.</summary>
    public static IReadOnlyList<object>? Read(ParameterDefinition definition, ManifestNode node, string path, ProblemList problems)
    {
        var before = problems.Count;
        var found = definition switch
        {
            LayerSetParameter layers => LayerValues(layers, node, path, problems),
            TextParameter text => WholeValues(text, node, path, problems),
            _ => TextValues(definition, node, path, problems),
        };

        // Counting while taking: a list of many families must not be expanded beyond the limit.
        var values = found.Take(AxisLimits.MaxValues + 1).ToList();
        if (values.Count > AxisLimits.MaxValues)
            problems.Add(node, path, $"the axis has more than {AxisLimits.MaxValues} values");
        else if (values.Count == 0 && problems.Count == before && node is not UnusableNode)
            problems.Add(node, path, "the axis has no values; at least one is needed");

        ReportDuplicates(definition, values, new AxisProblems(problems, path));
        return problems.Count == before && values.Count > 0 ? [.. values.Select(value => value.Value)] : null;
    }

    private static IEnumerable<AxisValue> TextValues(ParameterDefinition definition, ManifestNode node, string path, ProblemList problems)
    {
        var terms = problems.ExpectScalars(node, path, $"a list, or text; {definition.Allowed}")
            .SelectMany(item => item.Item.Text.Split(',')).ToList();
        var axisProblems = new AxisProblems(problems, path);
        if (definition is NumericParameter numeric)
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

    private static IEnumerable<AxisValue> Whole(TextParameter definition, ManifestNode item, string path, ProblemList problems) =>
        ParameterValueReader.Read(definition, item, path, problems) is { } value
            ? [new AxisValue(value, new SourceText(string.Empty, item.Line, item.Column, IsExact: false))]
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
            return problems.ExpectScalar(node, path, Allowed) is { } scalar
                ? LayerAxis.ExpandText(definition, scalar.Text, axisProblems)
                : [];
        }

        return list.Items.TakeWhile(_ => !problems.IsFull)
            .SelectMany((item, index) => LayerItem(definition, item, $"{path}[{index}]", axisProblems));
    }

    private static IEnumerable<AxisValue> LayerItem(LayerSetParameter definition, ManifestNode item, string path, AxisProblems problems)
    {
        if (item is ScalarNode { IsEmpty: false } scalar)
            return LayerAxis.ExpandItem(definition, scalar.Text, problems);
        return ParameterValueReader.Read(definition, item, path, problems.Problems) is { } set
            ? [new AxisValue(set, new SourceText(string.Empty, item.Line, item.Column, IsExact: false))]
            : [];
    }

    private static void ReportDuplicates(ParameterDefinition definition, List<AxisValue> values, AxisProblems problems)
    {
        var seen = new HashSet<object>();
        var reported = new HashSet<object>();
        foreach (var (value, source) in values)
        {
            if (!seen.Add(value) && reported.Add(value))
                problems.Add(source, 0, $"{definition.Label(value)} is there twice; each value of an axis counts once");
        }
    }
}
