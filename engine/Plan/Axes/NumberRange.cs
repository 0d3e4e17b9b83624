using System.Text.RegularExpressions;
using NeuralStyle.Plan.Manifests.Nodes;
using NeuralStyle.Plan.Numbers;
using NeuralStyle.Plan.Text;

namespace NeuralStyle.Plan.Axes;

/// <summary>
/// A range of numbers: <c>a..b step s</c>, <c>a..b count n</c> (evenly spaced) or <c>a..b log n</c> (evenly spaced by ratio).
/// The values are counted before they are made, and are clean: <c>1e2..1e6 log 5</c> is exactly 100, 1e3, 1e4, 1e5, 1e6. Where
/// spacing gives no clean number, as in <c>1..100 log 5</c>, it is rounded to a two-thousandth of its distance to the next:
/// 3.162 is as good a sample, and its label, which must be the value, is readable.
/// </summary>
internal static partial class NumberRange
{
    private const double RoundingOfSpacing = 1.0 / 2000;
    private const string Forms = "a..b step s, a..b count n or a..b log n";
    private static readonly string AllowedCounts = $"whole numbers 2 to {AxisLimits.MaxValues}";

    /// <summary>Whether a text is meant to be a range.</summary>
    public static bool IsRange(string text) => text.Contains("..", StringComparison.Ordinal);

    /// <summary>The numbers of a range, or null after a problem.</summary>
    /// <param name="source">Its text.</param>
    /// <param name="whole">Whether only whole numbers are allowed: <c>count</c> and <c>log</c> then round.</param>
    /// <param name="problems">Receives what is wrong.</param>
    public static IReadOnlyList<double>? Expand(SourceText source, bool whole, AxisProblems problems)
    {
        var words = Words().Matches(source.Value.Replace("..", " \0 ", StringComparison.Ordinal));
        if (words.Count != 5 || words[1].Value != "\0" || words[3].Value == "\0" || source.Value.Contains("...", StringComparison.Ordinal))
        {
            problems.Add(source, 0, $"'{Shown.Text(source.Value)}' is not a range; allowed: {Forms}");
            return null;
        }

        // Two dots became three characters, so what follows them stands one further to the left in the source.
        if (!(TryNumber(source, words[0], 0, problems, out var from) & TryNumber(source, words[2], -1, problems, out var to)
            & TryNumber(source, words[4], -1, problems, out var amount)))
            return null;

        var modeAt = words[3].Index - 1;
        var amountAt = words[4].Index - 1;
        switch (words[3].Value)
        {
            case "step":
                return Step(source, from, to, amount, amountAt, problems);
            case "count":
                return Count(source, from, to, amount, amountAt, whole, problems);
            case "log" when from > 0 && to > 0:
                return IsCount(source, amount, amountAt, problems) ? Log(from, to, (int)amount, whole) : null;
            case "log":
                problems.Add(source, from > 0 ? words[2].Index - 1 : 0, "log spacing needs both ends above 0");
                return null;
            default:
                problems.Add(source, modeAt, $"'{Shown.Text(words[3].Value)}' is no way to cut a range; allowed: {Forms}");
                return null;
        }
    }

    /// <summary>The numbers from one end in steps, none beyond the other end; null after a problem.</summary>
    /// <param name="source">The range's text.</param>
    /// <param name="from">The first.</param>
    /// <param name="to">The end.</param>
    /// <param name="step">The step.</param>
    /// <param name="stepAt">Where the step stands in the text.</param>
    /// <param name="problems">Receives what is wrong.</param>
    public static List<double>? Step(SourceText source, double from, double to, double step, int stepAt, AxisProblems problems)
    {
        if (step == 0 || (to != from && Math.Sign(step) != Math.Sign(to - from)))
        {
            var needed = to < from ? "a negative one, e.g. 10..0 step -2" : "a positive one";
            var seen = $"step {NumberText.Format(step)} doesn't lead from {NumberText.Format(from)} to {NumberText.Format(to)}";
            problems.Add(source, stepAt, $"{seen}; allowed: {needed}");
            return null;
        }

        // A billionth of a step forgives the rounding of 0..1 step 0.1 and never lets a value pass the end.
        var count = Math.Floor(((to - from) / step) + 1e-9) + 1;
        if (count > AxisLimits.MaxValues)
        {
            problems.AddTooMany(source, count);
            return null;
        }

        var dust = CleanNumber.Dust * Math.Max(Math.Abs(from), Math.Abs(to));
        return [.. Enumerable.Range(0, (int)count).Select(index => index == 0 ? from : CleanNumber.Of(from + (index * step), dust))];
    }

    /// <summary>Evenly spaced numbers, both ends among them; null after a problem.</summary>
    /// <param name="source">The range's text.</param>
    /// <param name="from">The first.</param>
    /// <param name="to">The last.</param>
    /// <param name="amount">How many.</param>
    /// <param name="amountAt">Where that stands in the text.</param>
    /// <param name="whole">Whether they are rounded to whole numbers.</param>
    /// <param name="problems">Receives what is wrong.</param>
    public static IReadOnlyList<double>? Count(
        SourceText source, double from, double to, double amount, int amountAt, bool whole, AxisProblems problems) =>
        IsCount(source, amount, amountAt, problems)
            ? Spaced(from, to, (int)amount, whole, part => from + ((to - from) * part))
            : null;

    private static bool IsCount(SourceText source, double amount, int amountAt, AxisProblems problems)
    {
        if (amount != Math.Truncate(amount) || amount < 2)
            problems.Add(source, amountAt, $"{NumberText.Format(amount)} is no number of values; allowed: {AllowedCounts}");
        else if (amount > AxisLimits.MaxValues)
            problems.AddTooMany(source, amount);
        else
            return true;

        return false;
    }

    private static double[] Log(double from, double to, int count, bool whole)
    {
        // Logarithms one by one: the ratio to / from may leave the range of float64, its logarithm can't.
        var (low, high) = (Math.Log10(from), Math.Log10(to));
        return Spaced(from, to, count, whole, part => Math.Pow(10, low + ((high - low) * part)));
    }

    private static double[] Spaced(double from, double to, int count, bool whole, Func<double, double> at)
    {
        var raw = new double[count];
        for (var index = 0; index < count; index++)
            raw[index] = index == 0 ? from : index == count - 1 ? to : at(index / (count - 1.0));

        var values = (double[])raw.Clone();
        for (var index = 1; index < count - 1; index++)
        {
            var gap = Math.Min(Math.Abs(raw[index] - raw[index - 1]), Math.Abs(raw[index + 1] - raw[index]));
            values[index] = whole ? Math.Round(raw[index]) : CleanNumber.Of(raw[index], gap * RoundingOfSpacing);
        }

        return values;
    }

    private static bool TryNumber(SourceText source, Match word, int shift, AxisProblems problems, out double number)
    {
        if (NumberText.TryParse(word.Value, out number))
            return true;

        problems.Add(source, word.Index + shift, $"'{Shown.Text(word.Value)}' is not a number; allowed: {Forms}");
        return false;
    }

    [GeneratedRegex(@"\S+", RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
