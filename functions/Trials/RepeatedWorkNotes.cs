using Microsoft.Extensions.Logging;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Plan.Records;

namespace NeuralStyle.Functions.Trials;

/// <summary>
/// Keeps count of what was computed twice: a small file for each run of which something was, beside the trials. What can't be written of
/// it does no harm to any trial.
/// </summary>
public sealed class RepeatedWorkNotes(IStore store, FinishedTrials finished, ILogger<RepeatedWorkNotes> logger)
{
    /// <summary>
    /// Notes it. A run that was overtaken knows best what it computed itself; of one that was broken off whoever went on tells what is
    /// known, unless that was told.
    /// </summary>
    public async Task AddAsync(RepeatedWork work, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(work);
        Logs.WorkRepeated(logger, work.TrialId, work.Evaluations, work.Seconds, work.Reason);
        var name = StoreLayout.RepeatedWorkOf(work.TrialId, work.StartedAt);
        try
        {
            if (work.Reason == RepeatedWorkReason.Overtaken)
                await store.WriteDocumentAsync(StoreLayout.TrialsContainer, name, work, cancellation);
            else
                await store.CreateDocumentAsync(StoreLayout.TrialsContainer, name, work, cancellation);
        }
        catch (StoreUnavailableException exception)
        {
            Logs.RepetitionNotNoted(logger, exception, work.TrialId);
        }
    }

    /// <summary>What is known of some trials.</summary>
    /// <param name="trialIds">The trials.</param>
    /// <param name="since">When the sweep began for which they were computed; what was computed twice for an earlier one is not counted.</param>
    /// <param name="until">When that sweep ended: runs that began later are of another; null while it goes on.</param>
    /// <param name="cancellation">Ends the looking.</param>
    public async Task<RepeatedWorkSum> SumAsync(
        IReadOnlySet<string> trialIds, DateTimeOffset since, DateTimeOffset? until, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(trialIds);
        var found = new List<RepeatedWork>();
        await foreach (var entry in store.ListAsync(StoreLayout.TrialsContainer, StoreLayout.RepeatedWork, cancellation))
        {
            var trialId = entry.Name[StoreLayout.RepeatedWork.Length..].Split('/', 2)[0];
            if (trialIds.Contains(trialId) && await store.FindDocumentAsync<RepeatedWork>(StoreLayout.TrialsContainer, entry.Name, cancellation) is { } work
                && !(work.StartedAt > until) && await CountsAsync(work, since, cancellation))
                found.Add(work);
        }

        return new RepeatedWorkSum(
            found.Select(work => work.TrialId).Distinct().Count(), found.Sum(work => work.Evaluations), found.Sum(work => work.Seconds));
    }

    /// <summary>
    /// False for a run that was taken for broken off, and brought the trial to its end all the same. What an earlier sweep's run left when it broke
    /// off counts where this one computed it again.
    /// </summary>
    private async Task<bool> CountsAsync(RepeatedWork work, DateTimeOffset since, CancellationToken cancellation)
    {
        if (work.Reason != RepeatedWorkReason.BrokenOff)
            return work.StartedAt >= since;
        var ended = (await finished.ReadRecordAsync(work.TrialId, cancellation))?.StartedAt;
        return ended != work.StartedAt && (work.StartedAt >= since || ended >= since);
    }
}
