using Microsoft.Extensions.Logging;

namespace NeuralStyle.Cli.Serve;

/// <summary>What the local host logs. Event ids 4xx.</summary>
internal static partial class ServeLogs
{
    [LoggerMessage(400, LogLevel.Information, "Serving {Account}: put manifests into its container {Container}")]
    public static partial void Ready(ILogger logger, string account, string container);

    [LoggerMessage(401, LogLevel.Information, "Stopped")]
    public static partial void Stopped(ILogger logger);

    [LoggerMessage(402, LogLevel.Debug, "Activity {Name} failed")]
    public static partial void ActivityFailed(ILogger logger, Exception exception, string name);

    [LoggerMessage(403, LogLevel.Error, "Orchestration {Name} {InstanceId} failed")]
    public static partial void OrchestrationFailed(ILogger logger, Exception exception, string name, string instanceId);

    [LoggerMessage(404, LogLevel.Warning, "{What}: storage is out of reach; trying again")]
    public static partial void StorageOutOfReach(ILogger logger, Exception exception, string what);

    [LoggerMessage(405, LogLevel.Error, "Manifest {Name}: starting its sweep failed, attempt {Attempt} of {Attempts}")]
    public static partial void StartFailed(ILogger logger, Exception exception, string name, int attempt, int attempts);

    [LoggerMessage(406, LogLevel.Warning, "A message of queue {Queue} failed, time {DequeueCount} of {Allowed}")]
    public static partial void MessageFailed(ILogger logger, Exception exception, string queue, long dequeueCount, int allowed);

    [LoggerMessage(407, LogLevel.Error, "A message of queue {Queue} was taken {DequeueCount} times without success; moved to {PoisonQueue}")]
    public static partial void MessagePoisoned(ILogger logger, string queue, long dequeueCount, string poisonQueue);

    [LoggerMessage(408, LogLevel.Warning, "A message of queue {Queue} can't be kept any more: another worker has it, or will have it after an answer of the storage was lost")]
    public static partial void LeaseLost(ILogger logger, string queue);

    [LoggerMessage(409, LogLevel.Information, "Manifest {Name}: its sweep ended before; nothing to do")]
    public static partial void SweepEndedBefore(ILogger logger, string name);

    [LoggerMessage(410, LogLevel.Information, "Left to other processes: {Functions}")]
    public static partial void SwitchedOff(ILogger logger, string functions);

    [LoggerMessage(411, LogLevel.Critical, "This process ends, so that a new one begins afresh ({Kind}): {Reason}")]
    public static partial void WorkerLeaves(ILogger logger, Functions.Workers.WorkerFaultKind kind, string reason);

    [LoggerMessage(412, LogLevel.Information, "A message of queue {Queue} goes back at once: {Reason}")]
    public static partial void MessageGivenBack(ILogger logger, string queue, string reason);

    [LoggerMessage(413, LogLevel.Warning, "Queue {Queue} was removed while a message of it was worked on; the work goes on")]
    public static partial void QueueGone(ILogger logger, string queue);

    [LoggerMessage(420, LogLevel.Information, "HTTP functions at {Address}, for this machine alone")]
    public static partial void Listening(ILogger logger, Uri address);

    [LoggerMessage(421, LogLevel.Error, "{Method} {Path} failed")]
    public static partial void RequestFailed(ILogger logger, Exception exception, string method, string path);

    [LoggerMessage(422, LogLevel.Error, "{Name} failed; it runs again the next time")]
    public static partial void TimerFailed(ILogger logger, Exception exception, string name);
}
