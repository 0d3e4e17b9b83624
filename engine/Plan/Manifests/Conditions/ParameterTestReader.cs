using NeuralStyle.Plan.Manifests.Nodes;
using NeuralStyle.Plan.Numbers;
using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Plan.Manifests.Conditions;

/// <summary>Reads what a parameter may be in a condition.</summary>
internal static class ParameterTestReader
{
    private const string Range = "..";

    // Longer ones first: >= begins with >.
    private static readonly string[] Comparisons = [">=", "<=", "!=", "==", ">", "<", "="];

    /// <summary>What is allowed for a parameter.</summary>
    public static string Allowed(ParameterDefinition definition) => definition is NumericParameter
        ? $"a value, a list of values, '> x', '>= x', '< x', '<= x', '!= x', or a..b; {definition.Allowed}"
        : $"a value, a list of values, or '!= x'; {definition.Allowed}";

    /// <summary>The test of one item; null after a problem.</summary>
    public static ParameterTest? Read(ParameterDefinition definition, ManifestNode node, string path, ProblemList problems)
    {
        if (node is not ScalarNode { IsEmpty: false } scalar)
            return ParameterValueReader.Read(definition, node, path, problems) is { } listed ? Equal(definition, listed) : null;
        return Read(definition, scalar.Text.Slice(0, scalar.Value.Length), path, problems);
    }

    /// <summary>The test of one text; null after a problem.</summary>
    public static ParameterTest? Read(ParameterDefinition definition, SourceText text, string path, ProblemList problems)
    {
        var comparison = Comparisons.FirstOrDefault(sign => text.Value.StartsWith(sign, StringComparison.Ordinal));
        var range = text.Value.IndexOf(Range, StringComparison.Ordinal);
        if (comparison is null && definition is NumericParameter number && range >= 0)
            return Between(number, text.Slice(0, range), text.Slice(range + Range.Length, text.Value.Length - range - Range.Length), path, problems);

        var operand = comparison is null ? text : text.Slice(comparison.Length, text.Value.Length - comparison.Length);
        if (comparison is null or "!=" or "==" or "=")
        {
            if (Value(definition, operand, path, problems) is not { } value)
                return null;
            var equal = Equal(definition, value);
            return comparison is "!=" ? new ParameterTest($"!= {equal.Text}", other => !equal.Holds(other)) : equal;
        }

        if (definition is not NumericParameter)
        {
            problems.Add(text, path, new ValueProblem(0, $"{definition} is no number that {comparison} could compare; allowed: {Allowed(definition)}"));
            return null;
        }

        return Number(operand, path, problems) is { } limit ? Compare(comparison, limit) : null;
    }

    private static ParameterTest Compare(string comparison, double limit) => new($"{comparison} {NumberText.Format(limit)}", value =>
    {
        var number = NumberOf(value);
        return comparison switch
        {
            ">=" => number >= limit,
            "<=" => number <= limit,
            ">" => number > limit,
            _ => number < limit,
        };
    });

    private static ParameterTest? Between(NumericParameter definition, SourceText low, SourceText high, string path, ProblemList problems)
    {
        var (first, last) = (Number(low, path, problems), Number(high, path, problems));
        if (first is not { } from || last is not { } to)
            return null;
        if (from <= to)
            return new ParameterTest($"{NumberText.Format(from)}..{NumberText.Format(to)}", value => NumberOf(value) >= from && NumberOf(value) <= to);

        problems.Add(high, path, new ValueProblem(0, $"{NumberText.Format(to)} is below {NumberText.Format(from)}, so that no {definition} lies between; a range grows"));
        return null;
    }

    private static ParameterTest Equal(ParameterDefinition definition, object value) => new(definition.Label(value), value.Equals);

    private static double NumberOf(object value) => value is long whole ? whole : (double)value;

    private static double? Number(SourceText text, string path, ProblemList problems)
    {
        if (NumberText.TryParse(text.Value, out var number))
            return number;

        problems.Add(text, path, new ValueProblem(0, $"'{Text.Shown.Text(text.Value)}' is not a number"));
        return null;
    }

    private static object? Value(ParameterDefinition definition, SourceText text, string path, ProblemList problems)
    {
        var found = new List<ValueProblem>();
        var value = definition.Parse(text.Value, found);
        foreach (var problem in found)
            problems.Add(text, path, problem);
        return value;
    }
}
