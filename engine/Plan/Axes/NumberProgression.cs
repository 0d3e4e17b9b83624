using NeuralStyle.Plan.Manifests.Nodes;
using NeuralStyle.Plan.Numbers;

namespace NeuralStyle.Plan.Axes;

/// <summary>
/// The dots of <c>1, 2, ..., 10</c>. They go on by the difference of the two numbers before them, as infinity-grid's do; and by the
/// ratio, where three numbers stand before them that have one and it leads to the number after them: <c>1, 10, 100, ..., 1e6</c>.
/// </summary>
internal static class NumberProgression
{
    private const double Close = 1e-9;
    private static readonly string[] Ellipses = ["...", "..", "\u2026"];

    /// <summary>Whether a term is the dots.</summary>
    public static bool IsEllipsis(string term) => Ellipses.Contains(term);

    /// <summary>What lies between the number before the dots and the one after them; null after a problem.</summary>
    /// <param name="terms">All terms.</param>
    /// <param name="index">Which of them is the dots.</param>
    /// <param name="problems">Receives what is wrong.</param>
    public static IReadOnlyList<double>? Between(IReadOnlyList<SourceText> terms, int index, AxisProblems problems)
    {
        if (!TryAt(terms, index - 2, out var first) || !TryAt(terms, index - 1, out var second) || !TryAt(terms, index + 1, out var last))
        {
            problems.Add(terms[index], 0, "'...' needs two numbers before it and one after it, e.g. 1, 2, ..., 10");
            return null;
        }

        return ByRatio(terms, index, first, second, last) ?? ByDifference(terms, index, first, second, last, problems);
    }

    private static List<double>? ByRatio(IReadOnlyList<SourceText> terms, int index, double first, double second, double last)
    {
        // The number before is part of the row unless it ends another one: 1, 2, ..., 4, 8, 16, ..., 32 has two.
        var begins = TryAt(terms, index - 3, out var before) && !(index >= 4 && IsEllipsis(terms[index - 4].Value));
        var ratio = second / first;
        if (!begins || !(before > 0 && first > 0 && second > 0 && last > 0) || ratio == 1 || Math.Abs((first / before / ratio) - 1) > Close)
            return null;

        var steps = Math.Log(last / second) / Math.Log(ratio);
        var whole = Math.Round(steps);
        if (!double.IsFinite(steps) || whole < 1 || whole > AxisLimits.MaxValues || Math.Abs(steps - whole) > Close * whole)
            return null;

        return [.. Enumerable.Range(1, (int)whole - 1).Select(step => Clean(second * Math.Pow(ratio, step)))];

        static double Clean(double value) => CleanNumber.Of(value, CleanNumber.Dust * value);
    }

    private static List<double>? ByDifference(
        IReadOnlyList<SourceText> terms, int index, double first, double second, double last, AxisProblems problems)
    {
        var steps = (last - second) / (second - first);
        var whole = Math.Round(steps);
        if (!double.IsFinite(steps) || whole < 1 || Math.Abs(steps - whole) > Close * Math.Max(1, whole))
        {
            var step = NumberText.Format(CleanNumber.Of(second - first, CleanNumber.Dust * Math.Abs(second)));
            var message = $"{NumberText.Format(last)} is not reached from {NumberText.Format(first)} in steps of {step}";
            problems.Add(terms[index + 1], 0, message);
            return null;
        }

        if (whole > AxisLimits.MaxValues)
        {
            problems.AddTooMany(terms[index], whole - 1);
            return null;
        }

        var dust = CleanNumber.Dust * Math.Max(Math.Abs(first), Math.Abs(last));
        return [.. Enumerable.Range(1, (int)whole - 1).Select(step => CleanNumber.Of(second + (step * (second - first)), dust))];
    }

    private static bool TryAt(IReadOnlyList<SourceText> terms, int index, out double number)
    {
        number = 0;
        return index >= 0 && index < terms.Count && NumberText.TryParse(terms[index].Value, out number);
    }
}
