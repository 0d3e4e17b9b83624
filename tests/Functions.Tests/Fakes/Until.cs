using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace NeuralStyle.Functions.Tests.Fakes;

/// <summary>Waits for something real, which no clock of a test can bring about.</summary>
internal static class Until
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Waits until it is so; what isn't within a minute fails the test.</summary>
    public static Task TrueAsync(Func<bool> condition, [CallerArgumentExpression(nameof(condition))] string what = "") =>
        TrueAsync(() => Task.FromResult(condition()), what);

    /// <inheritdoc cref="TrueAsync(Func{bool}, string)"/>
    public static async Task TrueAsync(Func<Task<bool>> condition, [CallerArgumentExpression(nameof(condition))] string what = "")
    {
        var began = Stopwatch.GetTimestamp();
        while (!await condition())
        {
            if (Stopwatch.GetElapsedTime(began) > Patience)
                throw new TimeoutException($"It did not come within {Patience} that {what}.");
            await Task.Delay(1, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Moves a clock on, a step at a time and only while somebody waits for it, until something is done, however that ends.</summary>
    public static Task DoneAsync(Task task, ManualClock clock, TimeSpan step) => TrueAsync(
        () =>
        {
            if (!task.IsCompleted && clock.IsWaitedFor)
                clock.Advance(step);
            return task.IsCompleted;
        },
        "it is done");
}
