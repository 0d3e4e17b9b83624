using NeuralStyle.Cli.Serve.Timers;

namespace NeuralStyle.Cli.Tests.Serve.Timers;

public sealed class DailyScheduleTests
{
    [Theory]
    [InlineData("2026-11-21T03:29:59Z", "2026-11-21T03:30:05Z")]
    [InlineData("2026-11-21T03:30:05Z", "2026-11-22T03:30:05Z")]
    [InlineData("2026-12-31T23:00:00Z", "2027-01-01T03:30:05Z")]
    [InlineData("2026-11-21T04:00:00+02:00", "2026-11-21T03:30:05Z")]
    public void After_Moment_GivesTheNextTimeOfThatHour(string moment, string expected) => Assert.Equal(
        DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture),
        DailySchedule.Parse("5 30 3 * * *").After(DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("0 */5 * * * *")]
    [InlineData("0 30 24 * * *")]
    [InlineData("0 60 3 * * *")]
    [InlineData("30 3 * * *")]
    [InlineData("0 30 3 1 * *")]
    [InlineData("0 30 -3 * * *")]
    [InlineData("01:00:00")]
    [InlineData("")]
    public void Parse_AnotherKindOfSchedule_IsRefusedAndNamed(string schedule) =>
        Assert.Contains($"'{schedule}'", Assert.Throws<FormatException>(() => DailySchedule.Parse(schedule)).Message, StringComparison.Ordinal);
}
