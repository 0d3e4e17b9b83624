using System.Collections.Concurrent;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging.Abstractions;
using NeuralStyle.Cli.Serve.Timers;
using NeuralStyle.Functions.Tests.Fakes;

namespace NeuralStyle.Cli.Tests.Serve.Timers;

public sealed class TimerWatchTests
{
    private static readonly DateTimeOffset Evening = new(2026, 11, 21, 20, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task RunAsync_DaysPass_RunsOnceADayAlsoAfterAFailure()
    {
        var clock = new ManualClock(Evening);
        var runs = new ConcurrentQueue<TimerInfo>();
        var function = new TimerFunction("test", "0 30 3 * * *", (timer, _, _) =>
        {
            runs.Enqueue(timer);
            return runs.Count == 1 ? throw new InvalidOperationException("not today") : Task.CompletedTask;
        });
        using var stop = new CancellationTokenSource();
        var watching = new TimerWatch(function, null!, clock, NullLogger<TimerWatch>.Instance).RunAsync(stop.Token);

        foreach (var (hours, expected) in ((int Hours, int Runs)[])[(7, 0), (1, 1), (23, 1), (1, 2)])
        {
            await Until.TrueAsync(() => clock.IsWaitedFor || watching.IsCompleted);
            clock.Advance(TimeSpan.FromHours(hours));
            await Until.TrueAsync(() => clock.IsWaitedFor || watching.IsCompleted);
            Assert.Equal(expected, runs.Count);
        }

        Assert.Equal(Evening.UtcDateTime.Date.AddDays(1).AddHours(3.5), runs.First().ScheduleStatus!.Last);
        Assert.Equal(Evening.UtcDateTime.Date.AddDays(2).AddHours(3.5), runs.First().ScheduleStatus!.Next);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => watching);
    }
}
