using NeuralStyle.Plan.Numbers;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Text;

namespace NeuralStyle.Plan.Schedules;

/// <summary>
/// Schedules as text: <c>constant</c>, or knots <c>evaluation:factor</c> or <c>percent%:factor</c> in order, after <c>step</c>,
/// <c>linear</c> (which may be left out) or <c>log</c>: <c>step 1:1, 81:0.1</c>, <c>0%:0, 50%:1</c>.
/// </summary>
public static class ScheduleText
{
    /// <summary>What is allowed.</summary>
    public const string Allowed =
        "constant, or knots evaluation:factor or percent%:factor in order, after step, linear or log, e.g. step 1:1, 81:0.1 or 0%:0, 50%:1";

    private const string Constant = "constant";
    private const int MostKnots = 64;

    /// <summary>Reads a schedule.</summary>
    /// <param name="text">The text.</param>
    /// <param name="problems">Receives at least one problem when the result is null.</param>
    public static Schedule? Parse(string text, ICollection<ValueProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(problems);
        if (text.Trim() == Constant)
            return Schedule.Constant;

        var before = problems.Count;
        var (shape, offset) = ReadShape(text);
        var knots = new List<ScheduleKnot>();
        foreach (var term in text[offset..].Split(','))
        {
            var at = offset + term.Length - term.TrimStart().Length;
            if (ReadKnot(term.Trim(), at, shape, problems) is { } knot)
            {
                Check(knots, knot, at, problems);
                knots.Add(knot);
            }

            offset += term.Length + 1;
        }

        if (knots.Count > MostKnots)
            problems.Add(new ValueProblem(0, $"a schedule of {knots.Count} knots; at most {MostKnots} are allowed"));
        return problems.Count == before ? new Schedule(shape, knots) : null;
    }

    /// <summary>The canonical text; <see cref="Parse"/> reads it back.</summary>
    public static string Format(Schedule schedule)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        if (schedule.IsConstant)
            return Constant;

        var knots = schedule.Knots.Select(knot =>
            $"{NumberText.Format(knot.At)}{(knot.IsPercent ? "%" : string.Empty)}:{NumberText.Format(knot.Factor)}");
        return $"{EnumNames.Of(schedule.Shape)} {string.Join(", ", knots)}";
    }

    private static (ScheduleShape Shape, int Offset) ReadShape(string text)
    {
        var start = text.Length - text.TrimStart().Length;
        var end = text.IndexOf(' ', start);
        return end > 0 && EnumNames.TryParse(text[start..end], out ScheduleShape shape) ? (shape, end) : (ScheduleShape.Linear, 0);
    }

    private static ScheduleKnot? ReadKnot(string term, int offset, ScheduleShape shape, ICollection<ValueProblem> problems)
    {
        if (term.Split(':') is not [var place, var factorText])
        {
            problems.Add(new ValueProblem(offset, $"'{Shown.Text(term)}' is no knot of a schedule; allowed: {Allowed}"));
            return null;
        }

        var isPercent = place.EndsWith('%');
        if (!NumberText.TryParse(place.TrimEnd('%').Trim(), out var at) || (isPercent ? at is < 0 or > 100 : at < 1 || at != Math.Truncate(at)))
        {
            problems.Add(new ValueProblem(offset, $"'{Shown.Text(place)}' is no place in a trial; allowed: evaluations 1, 2, ... or 0% to 100%"));
            return null;
        }

        if (!NumberText.TryParse(factorText.Trim(), out var factor) || factor < 0 || factor > NumberParameter.Largest
            || (shape == ScheduleShape.Log && factor == 0))
        {
            var allowed = shape == ScheduleShape.Log ? "numbers above 0, to 1e30" : "numbers 0 to 1e30";
            problems.Add(new ValueProblem(offset + place.Length + 1, $"'{Shown.Text(factorText)}' is no factor of a {EnumNames.Of(shape)} schedule; allowed: {allowed}"));
            return null;
        }

        return new ScheduleKnot(at, isPercent, factor);
    }

    private static void Check(List<ScheduleKnot> knots, ScheduleKnot knot, int offset, ICollection<ValueProblem> problems)
    {
        if (knots.Count == 0)
            return;
        if (knots[^1].IsPercent != knot.IsPercent)
            problems.Add(new ValueProblem(offset, "a schedule's knots are all evaluations or all percents, not both"));
        else if (knots[^1].At >= knot.At)
            problems.Add(new ValueProblem(offset, $"a schedule's knots must be in order; {NumberText.Format(knot.At)} comes after {NumberText.Format(knots[^1].At)}"));
    }
}
