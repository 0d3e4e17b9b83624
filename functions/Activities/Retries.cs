using Microsoft.DurableTask;
using NeuralStyle.Functions.Storage;

namespace NeuralStyle.Functions.Activities;

/// <summary>
/// When an activity is tried again: only when the store could not be reached. A bad manifest or a diverging trial stays one.
/// A handler and not a policy, because a policy can't tell kinds of failure apart by the activity's exception.
/// </summary>
public static class Retries
{
    /// <summary>Attempts in all; with the waits below, some two and a half minutes.</summary>
    public const int Attempts = 6;

    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    /// <summary>Options of every activity call.</summary>
    public static TaskOptions Transient { get; } = TaskOptions.FromRetryHandler(RetryAsync);

    /// <summary>The wait after an attempt: 5 s, doubled each time, a minute at most.</summary>
    public static TimeSpan WaitAfter(int attempt)
    {
        var wait = FirstWait * Math.Pow(2, attempt - 1);
        return wait < LongestWait ? wait : LongestWait;
    }

    private static async Task<bool> RetryAsync(RetryContext retry)
    {
        if (!retry.LastFailure.IsCausedBy<StoreUnavailableException>() || retry.LastAttemptNumber >= Attempts)
            return false;
        // A durable timer: deterministic, and it survives a restart of the host.
        await retry.OrchestrationContext.CreateTimer(WaitAfter(retry.LastAttemptNumber), retry.CancellationToken);
        return true;
    }
}
