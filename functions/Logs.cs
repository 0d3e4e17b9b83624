using Microsoft.Extensions.Logging;

namespace NeuralStyle.Functions;

/// <summary>Every line that this app logs. Event ids are stable: 1xx sweeps, 2xx trials, 3xx messages.</summary>
internal static partial class Logs
{
    [LoggerMessage(100, LogLevel.Information, "Sweep {Sweep}: started as {InstanceId}")]
    public static partial void SweepStarted(ILogger logger, string sweep, string instanceId);

    [LoggerMessage(101, LogLevel.Warning, "Sweep {Sweep}: rejected, {Problems} problems")]
    public static partial void SweepRejected(ILogger logger, string sweep, int problems);

    [LoggerMessage(102, LogLevel.Information, "Sweep {Sweep}: {InstanceId} is known already; nothing to start")]
    public static partial void SweepKnown(ILogger logger, string sweep, string instanceId);

    [LoggerMessage(103, LogLevel.Information, "Sweep {Sweep}: its manifest is gone; nothing to start")]
    public static partial void ManifestGone(ILogger logger, string sweep);

    [LoggerMessage(104, LogLevel.Information, "Sweep {Sweep}: planned, {Reused} of {Trials} trials reused, {Cut} cut by its limits")]
    public static partial void SweepPlanned(ILogger logger, string sweep, int trials, int reused, int cut);

    [LoggerMessage(105, LogLevel.Information, "Sweep {Sweep}: {State}, {Completed} trials completed, {Failed} failed")]
    public static partial void SweepEnded(ILogger logger, string sweep, Plan.Sweeps.SweepState state, int completed, int failed);

    [LoggerMessage(106, LogLevel.Information, "Sweep {Sweep}: {InstanceId} stops, a newer manifest took its place")]
    public static partial void SweepSuperseded(ILogger logger, string sweep, string instanceId);

    [LoggerMessage(107, LogLevel.Error, "Sweep {Sweep}: failed: {Reason}")]
    public static partial void SweepFailed(ILogger logger, string sweep, string reason);

    [LoggerMessage(108, LogLevel.Information, "Sweep {Sweep}: sheet composed, {Pages} pages")]
    public static partial void SheetComposed(ILogger logger, string sweep, int pages);

    [LoggerMessage(109, LogLevel.Information, "{Name} is no manifest: allowed are {Allowed}")]
    public static partial void NotAManifest(ILogger logger, string name, string allowed);

    [LoggerMessage(110, LogLevel.Information, "Sweep {Sweep}: {Request} was asked")]
    public static partial void SweepAsked(ILogger logger, string sweep, Plan.Sweeps.SweepRequest request);

    [LoggerMessage(111, LogLevel.Warning, "Sweep {Sweep}: the sheet of what is done so far could not be composed: {Reason}")]
    public static partial void PartialSheetFailed(ILogger logger, string sweep, string reason);

    [LoggerMessage(112, LogLevel.Information, "Sweep {Sweep}: sheet of what is done so far composed, {Pages} pages")]
    public static partial void PartialSheetComposed(ILogger logger, string sweep, int pages);

    [LoggerMessage(113, LogLevel.Information, "Sweep {Sweep}: {Rung} judged, {Promoted} trials go up, {Dropped} are dropped")]
    public static partial void RungJudged(ILogger logger, string sweep, string rung, int promoted, int dropped);

    [LoggerMessage(114, LogLevel.Information, "Sweep {Sweep}: {InstanceId} goes on with a history of its own, since the one before had grown long")]
    public static partial void SweepContinues(ILogger logger, string sweep, string instanceId);

    [LoggerMessage(115, LogLevel.Error, "Sweep {Sweep}: that it failed could not be written to its status: {Reason}")]
    public static partial void StatusNotWritten(ILogger logger, string sweep, string reason);

    [LoggerMessage(120, LogLevel.Information, "History purged of what ended before {Before:O}: {Sweeps} sweeps, {Trials} trials")]
    public static partial void HistoryPurged(ILogger logger, int sweeps, int trials, DateTimeOffset before);

    [LoggerMessage(121, LogLevel.Warning, "History: {Limit} orchestrations were purged, the most of one run; the rest waits for the next")]
    public static partial void PurgeLimited(ILogger logger, int limit);

    [LoggerMessage(200, LogLevel.Information, "Trial {TrialId}: started")]
    public static partial void TrialStarted(ILogger logger, string trialId);

    [LoggerMessage(201, LogLevel.Information, "Trial {TrialId}: completed in {Seconds:0.0} s")]
    public static partial void TrialCompleted(ILogger logger, string trialId, double seconds);

    [LoggerMessage(202, LogLevel.Information, "Trial {TrialId}: finished before; nothing computed")]
    public static partial void TrialReused(ILogger logger, string trialId);

    [LoggerMessage(203, LogLevel.Warning, "Trial {TrialId}: failed: {Reason}")]
    public static partial void TrialFailed(ILogger logger, string trialId, string reason);

    [LoggerMessage(204, LogLevel.Warning, "Trial {TrialId}: its progress could not be written")]
    public static partial void ProgressNotWritten(ILogger logger, Exception exception, string trialId);

    [LoggerMessage(205, LogLevel.Warning, "Trial {TrialId}: its record can't be read and will be replaced")]
    public static partial void UnreadableRecord(ILogger logger, Exception exception, string trialId);

    [LoggerMessage(206, LogLevel.Warning, "Trial {TrialId}: no outcome within {Timeout}; asking again, {Enqueued} of {MaxEnqueues}")]
    public static partial void TrialTimedOut(ILogger logger, string trialId, TimeSpan timeout, int enqueued, int maxEnqueues);

    [LoggerMessage(207, LogLevel.Warning, "Trial {TrialId}: a checkpoint could not be written; the one before stays")]
    public static partial void CheckpointNotWritten(ILogger logger, Exception exception, string trialId);

    [LoggerMessage(208, LogLevel.Information, "Trial {TrialId}: a checkpoint of {Bytes} bytes was found")]
    public static partial void CheckpointFound(ILogger logger, string trialId, int bytes);

    [LoggerMessage(209, LogLevel.Information, "Trial {TrialId}: after evaluation {Evaluation}: {Text}")]
    public static partial void TrialEventSeen(ILogger logger, string trialId, int evaluation, string text);

    [LoggerMessage(210, LogLevel.Warning, "Trial {TrialId}: {Name} could not be drawn or written; the trial is none the worse")]
    public static partial void NotDrawn(ILogger logger, Exception exception, string trialId, string name);

    [LoggerMessage(211, LogLevel.Information, "Trial {TrialId}: not computed on, since {Request} was asked of its sweep")]
    public static partial void TrialStopped(ILogger logger, string trialId, Plan.Sweeps.SweepRequest request);

    [LoggerMessage(212, LogLevel.Warning, "Trial {TrialId}: {Evaluations} evaluations, {Seconds:0.0} s of work, were computed twice ({Reason})")]
    public static partial void WorkRepeated(ILogger logger, string trialId, int evaluations, double seconds, Trials.RepeatedWorkReason reason);

    [LoggerMessage(213, LogLevel.Warning, "Trial {TrialId}: what was computed twice could not be noted")]
    public static partial void RepetitionNotNoted(ILogger logger, Exception exception, string trialId);

    [LoggerMessage(214, LogLevel.Warning, "Trial {TrialId}: another run ended it first; the result of this one is not kept")]
    public static partial void TrialOvertaken(ILogger logger, string trialId);

    [LoggerMessage(215, LogLevel.Warning, "Trial {TrialId}: another run ended it at the same time, with other files; all are written anew")]
    public static partial void TrialWrittenAnew(ILogger logger, string trialId);

    [LoggerMessage(216, LogLevel.Critical, "This worker leaves its process, so that a new one begins afresh ({Kind}): {Reason}")]
    public static partial void WorkerLeaves(ILogger logger, Workers.WorkerFaultKind kind, string reason);

    [LoggerMessage(217, LogLevel.Information, "Trial {TrialId}: broken off, since this worker stops; queued anew, to go on from its checkpoint")]
    public static partial void TrialQueuedAnew(ILogger logger, string trialId);

    [LoggerMessage(219, LogLevel.Debug, "Trial {TrialId}: whether it waited in the queue all the time could not be read; its wait is not noted")]
    public static partial void WaitNotNoted(ILogger logger, Exception exception, string trialId);

    [LoggerMessage(218, LogLevel.Warning, "Trial {TrialId}: broken off, since this worker stops, and could not be queued anew; its message comes back")]
    public static partial void TrialNotQueuedAnew(ILogger logger, Exception exception, string trialId);

    [LoggerMessage(300, LogLevel.Information, "Outcome of trial {TrialId}: nobody waits for it ({InstanceId}); dropped")]
    public static partial void OutcomeDropped(ILogger logger, string trialId, string instanceId);

    [LoggerMessage(301, LogLevel.Error, "Trial {TrialId} of sweep {Sweep}: given up by the queue")]
    public static partial void TrialGivenUp(ILogger logger, string trialId, string sweep);

    [LoggerMessage(302, LogLevel.Error, "A message of queue {Queue} can't be read and is dropped: {Text}")]
    public static partial void UnreadableMessage(ILogger logger, Exception exception, string queue, string text);
}
