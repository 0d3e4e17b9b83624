using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace NeuralStyle.Cli.Serve.Timers;

/// <summary>A timer trigger: runs its function when it is time. What was missed while the host was not running is not made up for.</summary>
internal sealed class TimerWatch(TimerFunction function, DurableTaskClient client, TimeProvider clock, ILogger<TimerWatch> logger)
{
    private readonly DailySchedule _schedule = DailySchedule.Parse(function.Schedule);

    /// <summary>Watches until it is told to stop.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        var last = clock.GetUtcNow();
        while (true)
        {
            var next = _schedule.After(last);
            await Task.Delay(Positive(next - clock.GetUtcNow()), clock, stopping);
            // A timer may come early by less than its resolution; the next time counts from the one that was meant.
            last = next;
            var status = new ScheduleStatus { Last = next.UtcDateTime, Next = _schedule.After(next).UtcDateTime, LastUpdated = clock.GetUtcNow().UtcDateTime };
            try
            {
                await function.RunAsync(new TimerInfo { ScheduleStatus = status }, client, stopping);
            }
#pragma warning disable CA1031 // Whatever a function throws is logged; it runs again the next time, as in Azure.
            catch (Exception exception) when (!stopping.IsCancellationRequested)
#pragma warning restore CA1031
            {
                ServeLogs.TimerFailed(logger, exception, function.Name);
            }
        }
    }

    private static TimeSpan Positive(TimeSpan time) => time > TimeSpan.Zero ? time : TimeSpan.Zero;
}
