using NeuralStyle.Plan.Axes.Sampling;
using NeuralStyle.Plan.Manifests.Nodes;
using NeuralStyle.Plan.Numbers;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Text;

namespace NeuralStyle.Plan.Axes;

/// <summary>The values of a numeric axis: numbers, ranges, and <c>...</c> between numbers, as in <c>1, 2, ..., 10</c>.</summary>
internal static class NumberAxis
{
    /// <summary>What is allowed, to be read after "allowed: ".</summary>
    public const string Allowed = "numbers, a..b step s, a..b count n, a..b log n, 1, 2, ..., 10, or random n from a..b";

    /// <summary>The values that a list of terms asks for; those of terms with problems are missing.</summary>
    public static List<AxisValue> Expand(NumericParameter definition, IReadOnlyList<SourceText> terms, AxisProblems problems)
    {
        var values = new List<AxisValue>();
        for (var index = 0; index < terms.Count && values.Count <= AxisLimits.MaxValues; index++)
        {
            var term = terms[index];
            if (NumberProgression.IsEllipsis(term.Value))
                AddNumbers(definition, NumberProgression.Between(terms, index, problems), term, values, problems);
            else if (RandomText.IsRandom(term.Value))
                values.AddRange(RandomAxis.Expand(definition, term, problems));
            else if (NumberRange.IsRange(term.Value))
                AddNumbers(definition, NumberRange.Expand(term, definition.IsWhole, problems), term, values, problems);
            else if (HyphenRange.IsRange(term.Value))
                AddNumbers(definition, HyphenRange.Expand(term, definition.IsWhole, problems), term, values, problems);
            else
                AddNumber(definition, term, values, problems);
        }

        return values;
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

    private static void AddNumber(NumericParameter definition, SourceText term, List<AxisValue> values, AxisProblems problems)
    {
        if (!NumberText.TryParse(term.Value, out _))
        {
            var seen = term.Value.Length == 0 ? "a number is missing" : $"'{Shown.Text(term.Value)}' is not a number";
            problems.Add(term, 0, $"{seen}; allowed: {Allowed}");
            return;
        }

        var found = new List<ValueProblem>();
        if (definition.Parse(term.Value, found) is { } value)
            values.Add(new AxisValue(value, term));
        else
            problems.AddAll(term, found);
    }
}
