using System.Text.Json;
using Microsoft.Extensions.Logging;
using NeuralStyle.Engine;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Functions.Trials;

/// <summary>
/// Runs one trial from the store to the store. Idempotent: a trial that ended before is found, not computed; one that was broken off
/// is computed anew. The image is written before the record, so a record means that the trial ended.
/// </summary>
public sealed class TrialExecution(
    IStore store,
    FinishedTrials finished,
    INetworkCatalog networks,
    ITrialEngine engine,
    EngineThread thread,
    TimeProvider clock,
    ILogger<TrialExecution> logger)
{
    private const string PlanAnew = "Submit the sweep again to plan it anew.";

    private readonly TrialImages _images = new(store);

    /// <summary>Time between two writings of <c>progress.json</c>; one second unless said otherwise.</summary>
    public TimeSpan ProgressInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Runs a trial, or finds how it ended before.</summary>
    /// <returns>The outcome; a failure that belongs to the trial is an outcome too, with its reason.</returns>
    /// <exception cref="StoreUnavailableException">The store could not be reached; worth a retry.</exception>
    /// <exception cref="OperationCanceledException">It was broken off; nothing of it will be taken for finished.</exception>
    public async Task<TrialOutcome> RunAsync(string trialId, CancellationToken cancellation)
    {
        if (await finished.FindOutcomeAsync(trialId, cancellation) is { } earlier)
        {
            Logs.TrialReused(logger, trialId);
            return earlier;
        }

        try
        {
            return await RunAsync(await ReadTrialAsync(trialId, cancellation), cancellation);
        }
        catch (TrialInputException exception)
        {
            Logs.TrialFailed(logger, trialId, exception.Message);
            return new TrialOutcome { TrialId = trialId, State = TrialState.Failed, Reason = exception.Message };
        }
    }

    private async Task<Trial> ReadTrialAsync(string trialId, CancellationToken cancellation)
    {
        var name = StoreLayout.TrialJson(trialId);
        Trial trial;
        try
        {
            trial = await store.ReadDocumentAsync<Trial>(StoreLayout.TrialsContainer, name, cancellation)
                ?? throw new TrialInputException($"{StoreLayout.TrialsContainer}/{name} is not there. {PlanAnew}");
        }
        catch (JsonException exception)
        {
            throw new TrialInputException($"{StoreLayout.TrialsContainer}/{name} can't be read ({exception.Message}). {PlanAnew}");
        }

        // What runs must be what the id says: labels, reuse and resuming all hang on it.
        var id = TrialId.Of(trial);
        if (id != trialId)
            throw new TrialInputException($"{StoreLayout.TrialsContainer}/{name} holds another setting: its id is {id}. {PlanAnew}");
        CheckWeights(trial.Weights);
        return trial;
    }

    private void CheckWeights(WeightsReference planned)
    {
        var network = EnumNames.Of(planned.Network);
        var present = networks.Find(planned.Network)
            ?? throw new TrialInputException($"This worker has no weights of {network}, which the sweep was planned with; give it the same file.");
        if (present != planned)
        {
            throw new TrialInputException(
                $"This worker's weights of {network} have SHA-256 {present.Sha256[..12]}..., planned were {planned.Sha256[..12]}...; "
                + "give it the same file.");
        }
    }

    private async Task<TrialOutcome> RunAsync(Trial trial, CancellationToken cancellation)
    {
        var startedAt = clock.GetUtcNow();
        var start = clock.GetTimestamp();
        Logs.TrialStarted(logger, trial.Id);
        var files = await _images.ReadAllAsync(trial, cancellation);

        TrialRecord record;
        await using (var watch = new TrialWatch(store, trial, ProgressInterval, clock, logger, cancellation))
        {
            var (image, failure) = await RunEngineAsync(trial, files, watch, cancellation);
            await watch.FlushAsync();
            cancellation.ThrowIfCancellationRequested();
            if (image is not null)
                await store.WriteAsync(StoreLayout.TrialsContainer, StoreLayout.TrialImage(trial.Id), image.Png, "image/png", cancellation);
            record = new TrialRecord
            {
                TrialId = trial.Id,
                State = failure is null ? TrialState.Completed : TrialState.Failed,
                Reason = failure?.Message,
                Parameters = trial.Parameters,
                Content = trial.Content,
                Style = trial.Style,
                Weights = trial.Weights,
                Environment = engine.Environment,
                Width = image?.Width ?? 0,
                Height = image?.Height ?? 0,
                ImageSha256 = image is null ? null : Sha256.Of(image.Png),
                Evaluations = image?.Evaluations ?? [.. watch.Evaluations],
                Snapshots = [.. watch.Snapshots],
                StartedAt = startedAt,
                FinishedAt = clock.GetUtcNow(),
                Seconds = clock.GetElapsedTime(start).TotalSeconds,
            };
        }

        await store.WriteDocumentAsync(StoreLayout.TrialsContainer, StoreLayout.TrialRecord(trial.Id), record, cancellation);
        await store.DeleteAsync(StoreLayout.TrialsContainer, StoreLayout.TrialProgress(trial.Id), cancellation);
        if (record.Reason is { } reason)
            Logs.TrialFailed(logger, trial.Id, reason);
        else
            Logs.TrialCompleted(logger, trial.Id, record.Seconds);
        return FinishedTrials.OutcomeOf(record);
    }

    private async Task<(TrialImage? Image, EngineException? Failure)> RunEngineAsync(
        Trial trial, TrialFiles files, TrialWatch watch, CancellationToken cancellation)
    {
        try
        {
            return (await thread.RunAsync(() => engine.Run(trial, files, watch, watch.Stop), watch.Stop), null);
        }
        catch (EngineException failure)
        {
            return (null, failure);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // The watch stopped the engine; flushing says why.
            await watch.FlushAsync();
            throw;
        }
    }
}
