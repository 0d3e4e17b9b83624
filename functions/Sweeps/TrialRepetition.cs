using NeuralStyle.Functions.Sheets;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Functions.Trials;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Sweeps;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Functions.Sweeps;

/// <summary>
/// Makes failed trials ready to run again: their records are set aside under <c>trials/{id}/earlier/</c>, so that they are not taken
/// for the answer. What is finished stays. Doing it twice is doing it once.
/// </summary>
public sealed class TrialRepetition(IStore store, FinishedTrials finished)
{
    /// <summary>Sets the records of a sweep's failed trials aside.</summary>
    /// <returns>The failed trials; those that another sweep completed meanwhile are not among them.</returns>
    public async Task<IReadOnlyList<string>> PrepareAsync(SweepStatus status, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(status);
        var again = new List<string>();
        foreach (var trial in status.Trials.Where(trial => trial.State == TrialState.Failed))
        {
            if (await IsGoodAsync(trial.TrialId, cancellation))
                continue;
            await SetAsideAsync(trial.TrialId, cancellation);
            again.Add(trial.TrialId);
        }

        return again;
    }

    /// <summary>Whether the trial completed after all, with the image that its record describes.</summary>
    private async Task<bool> IsGoodAsync(string trialId, CancellationToken cancellation)
    {
        if (await finished.FindAsync(trialId, cancellation) is not { State: TrialState.Completed } record)
            return false;
        // Without its setting, nothing says that the record is right.
        var trial = await store.FindDocumentAsync<Trial>(StoreLayout.TrialsContainer, StoreLayout.TrialJson(trialId), cancellation);
        var image = await store.ReadAsync(StoreLayout.TrialsContainer, StoreLayout.TrialImage(trialId), cancellation);
        return trial is not null && image is not null && TrialVerification.Problem(trial, record, image.Content.Span) is null;
    }

    private async Task SetAsideAsync(string trialId, CancellationToken cancellation)
    {
        var name = StoreLayout.TrialRecord(trialId);
        if (await store.ReadAsync(StoreLayout.TrialsContainer, name, cancellation) is not { } record)
            return;
        // Of a record that can't be read no date is known; only that it is no answer.
        var finishedAt = await finished.FindAsync(trialId, cancellation) is { } known ? known.FinishedAt : DateTimeOffset.UnixEpoch;
        await store.WriteAsync(
            StoreLayout.TrialsContainer, StoreLayout.TrialEarlierRecord(trialId, finishedAt), record.Content, "application/json", cancellation);
        await store.DeleteAsync(StoreLayout.TrialsContainer, name, cancellation);
    }
}
