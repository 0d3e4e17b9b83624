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

    [LoggerMessage(300, LogLevel.Information, "Outcome of trial {TrialId}: nobody waits for it ({InstanceId}); dropped")]
    public static partial void OutcomeDropped(ILogger logger, string trialId, string instanceId);

    [LoggerMessage(301, LogLevel.Error, "Trial {TrialId} of sweep {Sweep}: given up by the queue")]
    public static partial void TrialGivenUp(ILogger logger, string trialId, string sweep);

    [LoggerMessage(302, LogLevel.Error, "A message of queue {Queue} can't be read and is dropped: {Text}")]
    public static partial void UnreadableMessage(ILogger logger, Exception exception, string queue, string text);
}
