using Microsoft.DurableTask;

namespace NeuralStyle.Cli.Serve.Durable;

/// <summary>Decides whether a failed call is made again, and waits for it, as the call's options say.</summary>
internal static class LocalRetries
{
    /// <summary>True when the wait is over and the call is to be made again.</summary>
    /// <param name="context">The orchestration.</param>
    /// <param name="retry">The call's options.</param>
    /// <param name="attempt">Attempts so far.</param>
    /// <param name="failure">Why the last one failed.</param>
    /// <param name="elapsed">Time since the first attempt began.</param>
    public static async Task<bool> AgainAsync(
        TaskOrchestrationContext context, TaskRetryOptions retry, int attempt, TaskFailureDetails failure, TimeSpan elapsed)
    {
        if (retry.Handler is { } handler)
            return await handler(new RetryContext(context, attempt, failure, elapsed, CancellationToken.None));
        if (retry.Policy is not { } policy || attempt >= policy.MaxNumberOfAttempts)
            return false;
        if (policy.RetryTimeout != Timeout.InfiniteTimeSpan && elapsed >= policy.RetryTimeout)
            return false;
        await context.CreateTimer(WaitAfter(policy, attempt), CancellationToken.None);
        return true;
    }

    private static TimeSpan WaitAfter(RetryPolicy policy, int attempt)
    {
        // In milliseconds and capped before the conversion: the power soon leaves what a TimeSpan can hold.
        var wait = policy.FirstRetryInterval.TotalMilliseconds * Math.Pow(policy.BackoffCoefficient, attempt - 1);
        var longest = policy.MaxRetryInterval == Timeout.InfiniteTimeSpan ? TimeSpan.FromDays(1) : policy.MaxRetryInterval;
        return wait < longest.TotalMilliseconds ? TimeSpan.FromMilliseconds(wait) : longest;
    }
}
