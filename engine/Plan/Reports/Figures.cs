using System.Globalization;

namespace NeuralStyle.Plan.Reports;

/// <summary>How measured numbers are written for people: four significant digits, whatever the culture.</summary>
internal static class Figures
{
    /// <summary>A loss, e.g. <c>0.01235</c>, <c>12.35</c> or <c>1.235e7</c>.</summary>
    public static string Loss(double value)
    {
        if (value == 0 || !double.IsFinite(value))
            return value.ToString(CultureInfo.InvariantCulture);
        if (Math.Abs(value) is < 0.001 or >= 99_995)
            return value.ToString("0.###e0", CultureInfo.InvariantCulture);

        var decimals = Math.Clamp(3 - (int)Math.Floor(Math.Log10(Math.Abs(value))), 0, 6);
        return Math.Round(value, decimals).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>How a loss changed, e.g. <c>-93.2 %</c>; of one that became more than ten times as much, e.g. <c>× 54.7</c>.</summary>
    public static string Change(double first, double last)
    {
        if (first == 0 || !double.IsFinite(first) || !double.IsFinite(last))
            return "–";
        return last / first > 10
            ? $"× {Loss(last / first)}"
            : ((last - first) / Math.Abs(first)).ToString("+0.0 %;-0.0 %;0 %", CultureInfo.InvariantCulture);
    }

    /// <summary>A short time in seconds, e.g. <c>0.043 s</c> or <c>12.3 s</c>.</summary>
    public static string Seconds(double seconds) => seconds switch
    {
        < 0.0995 => seconds.ToString("0.0## s", CultureInfo.InvariantCulture),
        < 9.95 => seconds.ToString("0.0# s", CultureInfo.InvariantCulture),
        _ => seconds.ToString("0.0 s", CultureInfo.InvariantCulture),
    };

    /// <summary>A longer time, e.g. <c>48 s</c>, <c>1 min 42 s</c> or <c>2 h 5 min</c>.</summary>
    public static string Duration(double seconds)
    {
        var whole = (long)Math.Round(Math.Max(0, seconds), MidpointRounding.AwayFromZero);
        var (hours, minutes, rest) = (whole / 3600, whole / 60 % 60, whole % 60);
        return (hours, minutes) switch
        {
            (0, 0) => string.Create(CultureInfo.InvariantCulture, $"{rest} s"),
            (0, _) => string.Create(CultureInfo.InvariantCulture, $"{minutes} min {rest} s"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{hours} h {minutes} min"),
        };
    }

    /// <summary>A whole number.</summary>
    public static string Count(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A number of things, e.g. <c>1 trial</c> or <c>9 trials</c>.</summary>
    public static string Counted(long value, string thing) => $"{Count(value)} {thing}{(value == 1 ? string.Empty : "s")}";

    /// <summary>A moment, UTC, e.g. <c>2026-11-21 08:10</c>.</summary>
    public static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>A number without loss, for machines.</summary>
    public static string Exact(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
