using Microsoft.Extensions.Logging;
using NeuralStyle.Engine;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Functions.Trials;

/// <summary>
/// Runs one trial from the store to the store. Idempotent: a trial that ended before is found, not computed; one that was broken off
/// goes on from its last checkpoint. All its files are written before the record, so a record means that the trial ended.
/// </summary>
public sealed class TrialExecution(
    IStore store,
    FinishedTrials finished,
    PlannedTrials planned,
    ITrialEngine engine,
    TrialBatches batches,
    TimeProvider clock,
    ILogger<TrialExecution> logger)
{
    private readonly TrialTurns _turns = new();
    private readonly TrialImages _images = new(store, finished);
    private readonly KeptSnapshots _snapshots = new(store);
    private readonly TrialDrawings _drawings = new(store, logger);

    /// <summary>How often it writes of a running trial.</summary>
    public WatchPace Pace { get; init; } = new();

    /// <summary>Runs a trial, or finds how it ended before.</summary>
    /// <returns>The outcome; a failure that belongs to the trial is an outcome too, with its reason.</returns>
    /// <exception cref="StoreUnavailableException">The store could not be reached; worth a retry.</exception>
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
        var startedAt = clock.GetUtcNow();
        var start = clock.GetTimestamp();
        Logs.TrialStarted(logger, trial.Id);
        var files = await ReadFilesAsync(trial, cancellation);

        TrialRecord record;
        bool hasCheckpoint;
        await using (var watch = new TrialWatch(store, trial, Pace, clock, logger, cancellation) { Evaluated = evaluated })
        {
            var (image, failure) = await RunEngineAsync(trial, files, watch, cancellation);
            await watch.FlushSnapshotsAsync(cancellation);
            cancellation.ThrowIfCancellationRequested();
            if (image is not null)
                await WriteResultAsync(trial.Id, image, cancellation);
            var snapshots = await _snapshots.FindAsync(trial, watch.Events, watch.Snapshots, cancellation);
            record = new TrialRecord
            {
                TrialId = trial.Id,
                State = failure is null ? TrialState.Completed : TrialState.Failed,
                Reason = failure?.Message,
                Parameters = trial.Parameters,
                Content = trial.Content,
                Style = trial.Style,
                MoreStyles = trial.MoreStyles,
                OtherImages = trial.OtherImages,
                InitTrialSha256 = files.InitTrial is { } startedFrom ? Sha256.Of(startedFrom.Span) : null,
                Weights = trial.Weights,
                Environment = engine.Environment,
                Batch = image?.Batch ?? 1,
                Width = image?.Width ?? 0,
                Height = image?.Height ?? 0,
                ImageSha256 = image is null ? null : Sha256.Of(image.Png),
                OutputFile = image?.Output?.Name,
                OutputSha256 = image?.Output is { } output ? Sha256.Of(output.Bytes) : null,
                Layers = image?.Layers ?? [],
                Events = image?.Events ?? [.. watch.Events],
                BestEvaluation = image?.BestEvaluation,
                Evaluations = image?.Evaluations ?? [.. watch.Evaluations],
                Measures = image?.Measures,
                Snapshots = [.. snapshots.Keys],
                Files = [.. snapshots.Select(snapshot => new RecordedFile(StoreLayout.SnapshotName(snapshot.Key), snapshot.Value))],
                StartedAt = startedAt,
                FinishedAt = clock.GetUtcNow(),
                Seconds = watch.SecondsBefore + clock.GetElapsedTime(start).TotalSeconds,
            };
            record = record with { Files = [.. record.Files, .. await _drawings.WriteAsync(record, image?.Png, cancellation)] };
            await store.WriteDocumentAsync(StoreLayout.TrialsContainer, StoreLayout.TrialRecord(trial.Id), record, cancellation);
            await watch.CloseAsync();
            hasCheckpoint = files.Checkpoint is not null || watch.HasCheckpoint;
        }

        // Of progress an earlier run may have left some, too.
        await Task.WhenAll(
            RemoveAsync(StoreLayout.TrialProgress(trial.Id), cancellation),
            hasCheckpoint ? RemoveAsync(StoreLayout.TrialCheckpoint(trial.Id), cancellation) : Task.CompletedTask);
        if (record.Reason is { } reason)
            Logs.TrialFailed(logger, trial.Id, reason);
        else
            Logs.TrialCompleted(logger, trial.Id, record.Seconds);
        return FinishedTrials.OutcomeOf(record);
    }

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
            return (await batches.RunAsync(new EngineRequest(trial, files, watch, watch.Stop)), null);
        }
        catch (EngineException failure)
        {
            return (null, failure);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // The watch stopped the engine; flushing says why.
            await watch.FlushSnapshotsAsync(cancellation);
            throw;
        }
    }

    private async Task WriteResultAsync(string trialId, TrialImage image, CancellationToken cancellation)
    {
        await store.WriteAsync(StoreLayout.TrialsContainer, StoreLayout.TrialImage(trialId), image.Png, "image/png", cancellation);
        if (image.Output is { } output)
        {
            await store.WriteAsync(
                StoreLayout.TrialsContainer, StoreLayout.TrialOutput(trialId, output.Name), output.Bytes, output.ContentType, cancellation);
        }
    }

    private Task RemoveAsync(string name, CancellationToken cancellation) =>
        store.DeleteAsync(StoreLayout.TrialsContainer, name, cancellation);
}
