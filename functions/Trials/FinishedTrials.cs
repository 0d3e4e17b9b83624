using System.Text.Json;
using Microsoft.Extensions.Logging;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Plan.Records;

namespace NeuralStyle.Functions.Trials;

/// <summary>Finds trials that ended before: what makes running again a resuming.</summary>
public sealed class FinishedTrials(IStore store, ILogger<FinishedTrials> logger)
{
    private const int ReadsAtOnce = 8;

    /// <summary>Finds them by way of another store, such as a patient one.</summary>
    public FinishedTrials By(IStore other) => new(other, logger);

    /// <summary>The record of a trial that ended; null when there is none, or none that can be relied on.</summary>
    public async Task<TrialRecord?> FindAsync(string trialId, CancellationToken cancellation)
    {
        var record = await ReadRecordAsync(trialId, cancellation);
        if (record is null || record.State == TrialState.Failed)
            return record;
        // The record is written last, so its files are there unless someone removed them.
        return await HasAsync(StoreLayout.TrialImage(trialId), cancellation) && await HasOutputAsync(record, cancellation) ? record : null;
    }

    /// <summary>The record of a trial, whether its files are there or not; null when there is none that can be read.</summary>
    public async Task<TrialRecord?> ReadRecordAsync(string trialId, CancellationToken cancellation)
    {
        try
        {
            return await store.ReadDocumentAsync<TrialRecord>(StoreLayout.TrialsContainer, StoreLayout.TrialRecord(trialId), cancellation);
        }
        catch (JsonException exception)
        {
            // Of another version, or edited. Computing the trial again replaces it.
            Logs.UnreadableRecord(logger, exception, trialId);
            return null;
        }
    }

    /// <summary>Whether the output file that a record names is there; also where it names none.</summary>
    public async Task<bool> HasOutputAsync(TrialRecord record, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(record);
        return record.OutputFile is not { } output || await HasAsync(StoreLayout.TrialOutput(record.TrialId, output), cancellation);
    }

    /// <summary>The outcome of a trial that ended before, found instead of computed; null when it has to be computed.</summary>
    public Task<TrialOutcome?> FindOutcomeAsync(string trialId, CancellationToken cancellation) => FindOutcomeAsync(trialId, askedAt: null, cancellation);

    /// <summary>The outcome of a trial that ended, found instead of computed; null when it has to be computed.</summary>
    /// <param name="trialId">The trial.</param>
    /// <param name="askedAt">When the sweep asked for it: what ended since was computed for it, and costs it. Null where it has not.</param>
    /// <param name="cancellation">Ends the looking.</param>
    public async Task<TrialOutcome?> FindOutcomeAsync(string trialId, DateTimeOffset? askedAt, CancellationToken cancellation) =>
        await FindAsync(trialId, cancellation) is { } record ? OutcomeOf(record) with { Reused = !(record.FinishedAt >= askedAt) } : null;

    /// <summary>The outcomes of those of many trials that ended before, in the order given.</summary>
    public async Task<IReadOnlyList<TrialOutcome>> FindOutcomesAsync(IReadOnlyList<string> trialIds, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(trialIds);
        var found = new TrialOutcome?[trialIds.Count];
        var atOnce = new ParallelOptions { MaxDegreeOfParallelism = ReadsAtOnce, CancellationToken = cancellation };
        await Parallel.ForAsync(0, trialIds.Count, atOnce, async (index, stop) => found[index] = await FindOutcomeAsync(trialIds[index], stop));
        return [.. found.OfType<TrialOutcome>()];
    }

    /// <summary>What a record says, in short.</summary>
    public static TrialOutcome OutcomeOf(TrialRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return new TrialOutcome { TrialId = record.TrialId, State = record.State, Reason = record.Reason, Seconds = record.Seconds };
    }

    private Task<bool> HasAsync(string name, CancellationToken cancellation) =>
        store.ExistsAsync(StoreLayout.TrialsContainer, name, cancellation);
}
