using NeuralStyle.Plan.Manifests.Nodes;
using NeuralStyle.Plan.Numbers;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Text;

namespace NeuralStyle.Plan.Axes;

/// <summary>The values of a numeric axis: numbers, ranges, and <c>...</c> between numbers, as in <c>1, 2, ..., 10</c>.</summary>
internal static class NumberAxis
{
    private const string Ellipsis = "...";

    /// <summary>The values that a list of terms asks for; those of terms with problems are missing.</summary>
    public static List<AxisValue> Expand(NumericParameter definition, IReadOnlyList<SourceText> terms, AxisProblems problems)
    {
        var values = new List<AxisValue>();
        for (var index = 0; index < terms.Count && values.Count <= AxisLimits.MaxValues; index++)
        {
            var term = terms[index];
            if (term.Value == Ellipsis)
                AddProgression(definition, terms, index, values, problems);
            else if (NumberRange.IsRange(term.Value))
                AddNumbers(definition, NumberRange.Expand(term, definition.IsWhole, problems), term, values, problems);
            else if (ReadNumber(term, problems) is { } number)
                AddNumbers(definition, [number], term, values, problems);
        }

        return values;
    }

    /// <summary>Adds what lies between the number before the dots and the one after them, which its own turn adds.</summary>
    private static void AddProgression(
        NumericParameter definition, IReadOnlyList<SourceText> terms, int index, List<AxisValue> values, AxisProblems problems)
    {
        var term = terms[index];
        if (index < 2 || index + 1 >= terms.Count
            || !NumberText.TryParse(terms[index - 2].Value, out var first)
            || !NumberText.TryParse(terms[index - 1].Value, out var second)
            || !NumberText.TryParse(terms[index + 1].Value, out var last))
        {
            problems.Add(term, 0, "'...' needs two numbers before it and one after it, e.g. 1, 2, ..., 10");
            return;
        }

        var steps = (last - second) / (second - first);
        var whole = Math.Round(steps);
        if (!double.IsFinite(steps) || whole < 1 || Math.Abs(steps - whole) > 1e-9 * Math.Max(1, whole))
        {
            var step = NumberText.Format(CleanNumber.Of(second - first, CleanNumber.Dust * Math.Abs(second)));
            var message = $"{NumberText.Format(last)} is not reached from {NumberText.Format(first)} in steps of {step}";
            problems.Add(terms[index + 1], 0, message);
            return;
        }

        if (whole > AxisLimits.MaxValues)
        {
            problems.AddTooMany(term, whole - 1);
            return;
        }

        var dust = CleanNumber.Dust * Math.Max(Math.Abs(first), Math.Abs(last));
        var between = Enumerable.Range(1, (int)whole - 1).Select(step => CleanNumber.Of(second + (step * (second - first)), dust));
        AddNumbers(definition, [.. between], term, values, problems);
    }

    private static void AddNumbers(
        NumericParameter definition, IReadOnlyList<double>? numbers, SourceText term, List<AxisValue> values, AxisProblems problems)
    {
        foreach (var number in numbers ?? [])
        {
            var found = new List<ValueProblem>();
            if (definition.FromNumber(number, NumberText.Format(number), 0, found) is { } value)
            {
                values.Add(new AxisValue(value, term));
                continue;
            }

            // One problem for a term: its other values are wrong for the same reason.
            problems.AddAll(term, found);
            return;
        }
    }

    private static double? ReadNumber(SourceText term, AxisProblems problems)
    {
        if (NumberText.TryParse(term.Value, out var number))
            return number;

        var seen = term.Value.Length == 0 ? "a number is missing" : $"'{Shown.Text(term.Value)}' is not a number";
        problems.Add(term, 0, $"{seen}; allowed: numbers, a..b step s, a..b count n, a..b log n, or 1, 2, ..., 10");
        return null;
    }
}
