using Microsoft.DurableTask;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Functions.Workers;

namespace NeuralStyle.Functions.Activities;

/// <summary>
/// When an activity is tried again: when the store could not be reached, and where it computes also when its process ended meanwhile. A bad
/// manifest or a diverging trial stays one. A handler and not a policy, because a policy can't tell kinds of failure apart by the activity's
/// exception.
/// </summary>
public static class Retries
{
    /// <summary>Attempts in all; with the waits below, some two and a half minutes.</summary>
    public const int Attempts = 6;

    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    /// <summary>Options of every activity call but those that compute.</summary>
    public static TaskOptions Transient { get; } = TaskOptions.FromRetryHandler(retry => RetryAsync(retry, IsTransient(retry.LastFailure)));

    /// <summary>
    /// Options of an activity that computes: a process that lost its device, or was told to stop, says so before it ends, and the trial goes
    /// on from its checkpoint in the next.
    /// </summary>
    public static TaskOptions Computing { get; } = TaskOptions.FromRetryHandler(
        retry => RetryAsync(retry, IsTransient(retry.LastFailure) || IsEndOfProcess(retry.LastFailure)));

    /// <summary>The wait after an attempt: 5 s, doubled each time, a minute at most.</summary>
    public static TimeSpan WaitAfter(int attempt)
    {
        var wait = FirstWait * Math.Pow(2, attempt - 1);
        return wait < LongestWait ? wait : LongestWait;
    }

    private static bool IsTransient(TaskFailureDetails failure) => failure.IsCausedBy<StoreUnavailableException>();

    private static bool IsEndOfProcess(TaskFailureDetails failure) =>
        failure.IsCausedBy<WorkerFaultException>() || failure.IsCausedBy<OperationCanceledException>();

    private static async Task<bool> RetryAsync(RetryContext retry, bool mayHelp)
    {
        if (!mayHelp || retry.LastAttemptNumber >= Attempts)
            return false;
        // A durable timer: deterministic, and it survives a restart of the host.
        await retry.OrchestrationContext.CreateTimer(WaitAfter(retry.LastAttemptNumber), retry.CancellationToken);
        return true;
    }
}
