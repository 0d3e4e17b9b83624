using System.Globalization;

namespace NeuralStyle.Cli.Serve.Timers;

/// <summary>A timer trigger's schedule that comes once a day: second, minute and hour as numbers, any day. UTC, as in Azure.</summary>
/// <param name="At">The time of day.</param>
internal sealed record DailySchedule(TimeOnly At)
{
    private const int Fields = 6;

    /// <summary>Reads a schedule.</summary>
    /// <exception cref="FormatException">It is of another kind, which this host doesn't know.</exception>
    public static DailySchedule Parse(string schedule)
    {
        var fields = schedule.Split(' ');
        return fields.Length == Fields && fields[3..].All(field => field == "*")
            && Number(fields[0], 59) is { } second && Number(fields[1], 59) is { } minute && Number(fields[2], 23) is { } hour
            ? new DailySchedule(new TimeOnly(hour, minute, second))
            : throw new FormatException($"The schedule '{schedule}' is none that this host knows; allowed: 'second minute hour * * *' with numbers.");
    }

    /// <summary>The first time after another.</summary>
    public DateTimeOffset After(DateTimeOffset moment)
    {
        var today = new DateTimeOffset(DateOnly.FromDateTime(moment.UtcDateTime), At, TimeSpan.Zero);
        return today > moment ? today : today.AddDays(1);
    }

    private static int? Number(string field, int highest) =>
        int.TryParse(field, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value <= highest ? value : null;
}
