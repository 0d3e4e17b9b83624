using System.Text.RegularExpressions;
using NeuralStyle.Plan.Manifests.Nodes;
using NeuralStyle.Plan.Numbers;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Text;

namespace NeuralStyle.Plan.Axes.Sampling;

/// <summary>
/// Random values as text: <c>random 20 from 1..1e4 log seed 7</c>, <c>random 3 of content, noise, gray</c>; and what to draw from
/// alone, <c>1..1e4 log</c>.
/// </summary>
internal static partial class RandomText
{
    /// <summary>What is allowed.</summary>
    public const string Allowed = "random n from a..b, random n from a..b log, random n of a, b, c; each may end in seed s";

    /// <summary>Points that may be drawn, to be read after "allowed: ".</summary>
    public static readonly string AllowedCounts = $"whole numbers 1 to {AxisLimits.MaxValues}";

    /// <summary>Seeds of draws, to be read after "allowed: ".</summary>
    public const string AllowedSeeds = "whole numbers 0 to 9007199254740991";

    private const double LargestSeed = 9_007_199_254_740_991;

    /// <summary>Whether a text is meant to be random values.</summary>
    public static bool IsRandom(string text) => Beginning().IsMatch(text);

    /// <summary>Whether such a text draws from a list, whose commas are then its own.</summary>
    public static bool IsOfList(string text) => Form().Match(text.Trim()).Groups["way"].Value == "of";

    /// <summary>Reads how many points are drawn, and from what; null after a problem.</summary>
    /// <param name="source">The text.</param>
    /// <param name="problems">Receives what is wrong.</param>
    /// <returns>The draw; what to draw from, and whether that is a range.</returns>
    public static (RandomDraw Draw, SourceText From, bool IsRange)? Read(SourceText source, AxisProblems problems)
    {
        var match = Form().Match(source.Value);
        if (!match.Success)
        {
            problems.Add(source, 0, $"'{Shown.Text(source.Value)}' is no way to draw values; allowed: {Allowed}");
            return null;
        }

        var (count, seed) = (match.Groups["count"], match.Groups["seed"]);
        var points = ReadCount(source.Slice(count.Index, count.Length), problems);
        var begun = seed.Success ? ReadSeed(source.Slice(seed.Index, seed.Length), problems) : 0;
        var from = match.Groups["from"];
        return points is { } number && begun is { } first
            ? (new RandomDraw(number, first), source.Slice(from.Index, from.Length), match.Groups["way"].Value == "from")
            : null;
    }

    /// <summary>The number of points, or null after a problem.</summary>
    public static int? ReadCount(SourceText text, AxisProblems problems)
    {
        if (NumberText.TryParse(text.Value, out var count) && count == Math.Truncate(count) && count is >= 1 and <= AxisLimits.MaxValues)
            return (int)count;

        problems.Add(text, 0, $"'{Shown.Text(text.Value)}' is no number of values to draw; allowed: {AllowedCounts}");
        return null;
    }

    /// <summary>The seed of a draw, or null after a problem.</summary>
    public static long? ReadSeed(SourceText text, AxisProblems problems)
    {
        if (NumberText.TryParse(text.Value, out var seed) && seed == Math.Truncate(seed) && seed is >= 0 and <= LargestSeed)
            return (long)seed;

        problems.Add(text, 0, $"'{Shown.Text(text.Value)}' is no seed of a draw; allowed: {AllowedSeeds}");
        return null;
    }

    /// <summary>Whether a text is meant to be a range to draw from: one that says no way to cut it.</summary>
    public static bool IsRange(string text) => Range().IsMatch(text);

    /// <summary>The distribution of a range such as <c>1..1e4 log</c>, or null after a problem.</summary>
    public static Distribution? ReadRange(ParameterDefinition definition, SourceText source, AxisProblems problems)
    {
        var match = Range().Match(source.Value);
        if (!match.Success)
        {
            problems.Add(source, 0, $"'{Shown.Text(source.Value)}' is no range to draw from; allowed: a..b, or a..b log");
            return null;
        }

        var (low, high, scale) = (match.Groups["low"], match.Groups["high"], match.Groups["scale"]);
        return ReadRange(
            definition,
            source.Slice(low.Index, low.Length),
            source.Slice(high.Index, high.Length),
            scale.Success ? source.Slice(scale.Index, scale.Length) : null,
            problems);
    }

    /// <summary>The distribution of a range in parts, or null after a problem.</summary>
    public static Distribution? ReadRange(
        ParameterDefinition definition, SourceText low, SourceText high, SourceText? scale, AxisProblems problems)
    {
        if (definition is not NumericParameter numeric)
        {
            problems.Add(low, 0, $"{definition} is no number, so there is nothing between two values; draw from a list: random n of a, b, c");
            return null;
        }

        if (scale is { Value: not ("log" or "uniform") } other)
        {
            problems.Add(other, 0, $"'{Shown.Text(other.Value)}' is no scale; allowed: uniform, log");
            return null;
        }

        var isLog = scale is { Value: "log" };
        if (!(TryEnd(numeric, low, problems, out var from) & TryEnd(numeric, high, problems, out var to)))
            return null;
        if (from >= to)
            problems.Add(high, 0, $"{NumberText.Format(to)} is not above {NumberText.Format(from)}; a range to draw from grows");
        else if (isLog && from <= 0)
            problems.Add(low, 0, "a log scale needs both ends above 0");
        else
            return Distribution.Between(numeric, from, to, isLog);

        return null;
    }

    private static bool TryEnd(NumericParameter definition, SourceText text, AxisProblems problems, out double number)
    {
        if (!NumberText.TryParse(text.Value, out number))
        {
            problems.Add(text, 0, $"'{Shown.Text(text.Value)}' is not a number; allowed: {definition.Allowed}");
            return false;
        }

        var found = new List<ValueProblem>();
        var allowed = definition.FromNumber(number, Shown.Text(text.Value), 0, found) is not null;
        problems.AddAll(text, found);
        return allowed;
    }

    [GeneratedRegex(@"^random(\s|\z)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Beginning();

    [GeneratedRegex(
        @"^random\s+(?<count>\S+)\s+(?<way>from|of)\s+(?<from>\S.*?)(\s+seed\s+(?<seed>\S+))?\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Form();

    [GeneratedRegex(@"^(?<low>[^\s.]\S*?|\.\d\S*?)\s*\.\.\s*(?<high>[^\s.]\S*|\.\d\S*)(\s+(?<scale>[A-Za-z]\S*))?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Range();
}
