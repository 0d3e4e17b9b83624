using NeuralStyle.Plan.Manifests.Nodes;
using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Plan.Axes;

/// <summary>The values of an axis of layer sets: families of sets, and sets written as lists or as text.</summary>
internal static class LayerAxis
{
    /// <summary>The sets of a text: each term between commas is a family or a set of its own, as in a list.</summary>
    public static IEnumerable<AxisValue> ExpandText(LayerSetParameter definition, SourceText text, AxisProblems problems) =>
        SplitOutsideParentheses(text).SelectMany(term => ExpandItem(definition, term, problems));

    /// <summary>The sets of one item of a list: a family, or one set of comma-separated layers.</summary>
    public static IEnumerable<AxisValue> ExpandItem(LayerSetParameter definition, SourceText item, AxisProblems problems)
    {
        if (LayerExpression.IsExpression(item.Value))
            return LayerExpression.Expand(item, problems);

        var found = new List<ValueProblem>();
        if (definition.Parse(item.Value, found) is { } set)
            return [new AxisValue(set, item)];

        problems.AddAll(item, found);
        return [];
    }

    private static IEnumerable<SourceText> SplitOutsideParentheses(SourceText text)
    {
        var (start, depth) = (0, 0);
        for (var index = 0; index < text.Value.Length; index++)
        {
            depth += text.Value[index] switch { '(' => 1, ')' => -1, _ => 0 };
            if (text.Value[index] != ',' || depth > 0)
                continue;

            yield return text.Slice(start, index - start);
            start = index + 1;
        }

        yield return text.Slice(start, text.Value.Length - start);
    }
}
