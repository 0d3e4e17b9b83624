using Microsoft.Extensions.Logging;
using NeuralStyle.Engine;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Functions.Telemetry;
using NeuralStyle.Functions.Workers;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Functions.Trials;

/// <summary>
/// Runs one trial from the store to the store. Idempotent: a trial that ended before is found, not computed; one that was broken off
/// goes on from its last checkpoint. All its files are written before the record, so a record means that the trial ended. Where another run
/// of it ended first, that one's result stays; what was computed twice is noted.
/// </summary>
public sealed class TrialExecution(
    IStore store,
    FinishedTrials finished,
    PlannedTrials planned,
    ITrialEngine engine,
    TrialBatches batches,
    ProcessorTelemetry telemetry,
    EnginePulse pulse,
    StallWatch stalls,
    RepeatedWorkNotes notes,
    WatchPace pace,
    TimeProvider clock,
    ILogger<TrialExecution> logger)
{
    private readonly TrialTurns _turns = new();
    private readonly TrialImages _images = new(store, finished);

    /// <summary>Runs a trial, or finds how it ended before.</summary>
    /// <returns>The outcome; a failure that belongs to the trial is an outcome too, with its reason.</returns>
    /// <exception cref="StoreUnavailableException">The store could not be reached; worth a retry.</exception>
    /// <exception cref="Engine.Devices.DeviceException">This process can't compute on its device.</exception>
    /// <exception cref="WorkerFaultException">The engine hangs.</exception>
    /// <exception cref="OperationCanceledException">It was broken off; nothing of it will be taken for finished.</exception>
    public Task<TrialOutcome> RunAsync(string trialId, CancellationToken cancellation) => RunAsync(trialId, () => { }, cancellation);

    /// <summary>Runs a trial, or finds how it ended before.</summary>
    /// <param name="trialId">The trial.</param>
    /// <param name="evaluated">Is called after each evaluation, on the engine's thread.</param>
    /// <param name="cancellation">Breaks it off; the engine ends within an evaluation.</param>
    public Task<TrialOutcome> RunAsync(string trialId, Action evaluated, CancellationToken cancellation) =>
        _turns.RunAsync(trialId, () => FindOrRunAsync(trialId, evaluated, cancellation), cancellation);

    private async Task<TrialOutcome> FindOrRunAsync(string trialId, Action evaluated, CancellationToken cancellation)
    {
        if (await finished.FindOutcomeAsync(trialId, cancellation) is { } earlier)
        {
            Logs.TrialReused(logger, trialId);
            return earlier;
        }

        try
        {
            return await RunAsync(await planned.ReadAsync(trialId, cancellation), evaluated, cancellation);
        }
        catch (TrialInputException exception)
        {
            Logs.TrialFailed(logger, trialId, exception.Message);
            return new TrialOutcome { TrialId = trialId, State = TrialState.Failed, Reason = exception.Message };
        }
    }

    private async Task<TrialOutcome> RunAsync(Trial trial, Action evaluated, CancellationToken cancellation)
    {
        var start = clock.GetTimestamp();
        Logs.TrialStarted(logger, trial.Id);
        var (reading, looking) = (ReadFilesAsync(trial, cancellation), store.ReadProgressAsync(trial.Id, cancellation));
        await Task.WhenAll(reading, looking);
        var (files, left) = (await reading, await looking);

        var noting = Task.CompletedTask;
        // What is computed is not to be computed again for a store that is gone for a moment, be it to read or to write.
        var patient = new PatientStore(store, pace.StorePatience, clock);
        var ending = new TrialEnding(patient, finished.By(patient), trial.Id, pace.TimeToYield, clock, logger);
        await using var watch = new TrialWatch(store, finished, trial, pace, clock, logger, cancellation)
        {
            Evaluated = () =>
            {
                pulse.Beat();
                evaluated();
            },
            // Told at once: this run may be broken off too, and what the other lost is to be counted all the same.
            WentOn = (evaluations, seconds) =>
                noting = NoteAsync(left is null ? null : RepeatedCourse.BrokenOff(left, evaluations, seconds), CancellationToken.None),
        };
        try
        {
            if (files.Checkpoint is null)
                watch.WentOn(0, 0);
            var (image, failure) = await RunEngineAsync(trial, files, watch, cancellation);

            // All is computed. Told to stop now, this worker loses nothing by storing it, and everything by not storing it.
            using var grace = new Grace(pace.TimeToFlush, clock, cancellation);
            var outcome = await EndAsync(new Computed(trial, files, left, image, failure, start), watch, ending, grace.Token);
            await noting.WaitAsync(grace.Token);
            return outcome;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            await LeaveAsync(trial.Id, watch, ending, noting);
            throw;
        }
    }

    /// <summary>Stores a trial of which all is computed, unless another run has ended it by now.</summary>
    private async Task<TrialOutcome> EndAsync(Computed computed, TrialWatch watch, TrialEnding ending, CancellationToken cancellation)
    {
        var trial = computed.Trial;
        await watch.FlushSnapshotsAsync(cancellation);
        if ((watch.Other ?? await ending.FindOtherAsync(computed.Image is null, cancellation)) is { } earlier)
            return await StandBackAsync(earlier, watch, ending, cancellation);

        var record = TrialRecords.Of(trial, computed.Files, watch, computed.Image, computed.Failure) with
        {
            Environment = engine.Environment,
            FinishedAt = clock.GetUtcNow(),
            Seconds = watch.SecondsBefore + clock.GetElapsedTime(computed.Start).TotalSeconds,
        };
        var end = await ending.WriteAsync(
            async stop => TrialRecords.With(record, await ending.FindSnapshotsAsync(trial, watch.Events, watch.Snapshots, stop)), computed.Image, cancellation);
        if (end.Other is { } quicker)
            return await StandBackAsync(quicker, watch, ending, cancellation);
        if (end.Replaced is { } replaced)
            await NoteAsync(RepeatedCourse.Replaced(record, replaced), cancellation);

        await ClearAsync(watch, ending, computed.Left is not null, computed.Files.Checkpoint is not null, cancellation);
        if (record.Reason is { } reason)
            Logs.TrialFailed(logger, trial.Id, reason);
        else
            Logs.TrialCompleted(logger, trial.Id, record.Seconds);
        telemetry.TrialComputed(record);
        return FinishedTrials.OutcomeOf(record);
    }

    /// <summary>What is left to do of a run that is broken off.</summary>
    private async Task LeaveAsync(string trialId, TrialWatch watch, TrialEnding ending, Task noting)
    {
        using var late = new CancellationTokenSource(pace.TimeToFlush, clock);
        try
        {
            await noting.WaitAsync(late.Token);
            await watch.FlushSnapshotsAsync(late.Token);
            // It may have lost its message to a worker that has ended the trial by now: then nobody is to go on from what it leaves.
            if (await finished.FindAsync(trialId, late.Token) is { } record && record.StartedAt != watch.StartedAt)
                await StandBackAsync(record, watch, ending, late.Token);
        }
        catch (Exception exception) when (exception is OperationCanceledException or StoreUnavailableException)
        {
            // The store is gone or slow. What is left there is only never read.
        }
    }

    private async Task<TrialOutcome> StandBackAsync(TrialRecord other, TrialWatch watch, TrialEnding ending, CancellationToken cancellation)
    {
        Logs.TrialOvertaken(logger, other.TrialId);
        await ending.MendAsync(other, watch.Snapshots, cancellation);
        await NoteAsync(RepeatedCourse.Overtaken(other, watch.Evaluations, watch.EvaluationsBefore, watch.StartedAt), cancellation);
        await ClearAsync(watch, ending, true, true, cancellation);
        return FinishedTrials.OutcomeOf(other) with { Reused = true };
    }

    /// <summary>Ends all writing of a trial that has its record, and removes what is only of use while it has none.</summary>
    private static async Task ClearAsync(TrialWatch watch, TrialEnding ending, bool hadProgress, bool hadCheckpoint, CancellationToken cancellation)
    {
        await watch.CloseAsync();
        await Task.WhenAll(
            hadProgress || watch.HasProgress ? ending.RemoveProgressAsync(cancellation) : Task.CompletedTask,
            hadCheckpoint || watch.HasCheckpoint ? ending.RemoveCheckpointAsync(cancellation) : Task.CompletedTask);
    }

    private Task NoteAsync(RepeatedWork? work, CancellationToken cancellation) => work is null ? Task.CompletedTask : notes.AddAsync(work, cancellation);

    private async Task<TrialFiles> ReadFilesAsync(Trial trial, CancellationToken cancellation)
    {
        var reading = _images.ReadAllAsync(trial, cancellation);
        // Whether it is whole, and of this trial and this version, is for the engine to find out.
        var finding = store.ReadAsync(StoreLayout.TrialsContainer, StoreLayout.TrialCheckpoint(trial.Id), cancellation);
        await Task.WhenAll(reading, finding);
        var (files, checkpoint) = (await reading, await finding);
        if (checkpoint is null)
            return files;
        Logs.CheckpointFound(logger, trial.Id, checkpoint.Content.Length);
        return files with { Checkpoint = checkpoint.Content };
    }

    private async Task<(TrialImage? Image, EngineException? Failure)> RunEngineAsync(
        Trial trial, TrialFiles files, TrialWatch watch, CancellationToken cancellation)
    {
        try
        {
            return (await stalls.WaitAsync(batches.RunAsync(new EngineRequest(trial, files, watch, watch.Stop))), null);
        }
        catch (EngineException failure)
        {
            return (null, failure);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // The watch stopped the engine; flushing says why where it wasn't another run's end.
            await watch.FlushSnapshotsAsync(cancellation);
            if (watch.Other is null)
                throw;
            return (null, null);
        }
    }

    /// <param name="Trial">The trial.</param>
    /// <param name="Files">What it was computed from.</param>
    /// <param name="Left">The progress that an earlier run of it left.</param>
    /// <param name="Image">Its result; null where it failed, and where another run's end ended it.</param>
    /// <param name="Failure">Why it failed; null where it didn't.</param>
    /// <param name="Start">The clock's timestamp of when the run began.</param>
    private sealed record Computed(
        Trial Trial, TrialFiles Files, TrialProgress? Left, TrialImage? Image, EngineException? Failure, long Start);
}
