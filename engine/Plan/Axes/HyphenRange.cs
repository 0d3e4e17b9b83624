using System.Text.RegularExpressions;
using NeuralStyle.Plan.Manifests.Nodes;
using NeuralStyle.Plan.Numbers;

namespace NeuralStyle.Plan.Axes;

/// <summary>
/// The ranges of AUTOMATIC1111's X/Y/Z plot: <c>1-5</c> (steps of 1), <c>1-5 (+2)</c> (steps of 2) and <c>1-10 [5]</c> (five, evenly
/// spaced). They mean what they mean there, except where that is a fault: no value passes the end, <c>1e-5-1e-3 [3]</c> is read, a
/// step needs no sign, and whole numbers are rounded rather than cut.
/// </summary>
internal static partial class HyphenRange
{
    /// <summary>Whether a text that is no number is meant to be such a range.</summary>
    public static bool IsRange(string text) => Form().IsMatch(text);

    /// <summary>The numbers of a range, or null after a problem.</summary>
    /// <param name="source">Its text.</param>
    /// <param name="whole">Whether only whole numbers are allowed.</param>
    /// <param name="problems">Receives what is wrong.</param>
    public static IReadOnlyList<double>? Expand(SourceText source, bool whole, AxisProblems problems)
    {
        var match = Form().Match(source.Value);
        if (!TryNumber(source, match.Groups["from"], problems, out var from) | !TryNumber(source, match.Groups["to"], problems, out var to))
            return null;
        if (match.Groups["count"] is { Success: true } count)
            return TryNumber(source, count, problems, out var amount) ? NumberRange.Count(source, from, to, amount, count.Index, whole, problems) : null;

        var by = match.Groups["step"];
        var step = to < from ? -1.0 : 1.0;
        if (by.Success && !TryNumber(source, by, problems, out step))
            return null;

        var numbers = NumberRange.Step(source, from, to, step, by.Success ? by.Index : 0, problems);
        if (numbers is not [_] || by.Success || from == to)
            return numbers;

        var seen = $"{NumberText.Format(from)} to {NumberText.Format(to)} in steps of 1 is {NumberText.Format(from)} alone";
        problems.Add(source, 0, $"{seen}; give a step or a number of values, e.g. 0-1 (+0.1) or 0-1 [5]");
        return null;
    }

    private static bool TryNumber(SourceText source, Group part, AxisProblems problems, out double number)
    {
        // The form allows what float64 has no room for.
        if (NumberText.TryParse(part.Value, out number))
            return true;

        problems.Add(source, part.Index, $"'{part.Value}' is not a number");
        return false;
    }

    // A hyphen that could belong to an exponent does: 1e-3 is a number, and 1e-5-1e-3 goes from 1e-5 to 1e-3.
    [GeneratedRegex(
        @"^(?<from>[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?)\s*-\s*(?<to>[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?)\s*(\(\s*(?<step>[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?)\s*\)|\[\s*(?<count>(\d+\.?\d*|\.\d+)(e[+-]?\d+)?)\s*\])?\z",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
