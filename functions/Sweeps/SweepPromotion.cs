using Microsoft.Extensions.Logging;
using NeuralStyle.Functions.Orchestrations;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Functions.Trials;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Searches;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Functions.Sweeps;

/// <summary>
/// From the records of one rung of a search to the trials of the next: the plan in the store goes on by a rung. Doing it twice writes the same
/// again, also where the plan is further by then.
/// </summary>
public sealed class SweepPromotion(IStore store, FinishedTrials finished, StatusWriter status, PlanWriter writer, ILogger<SweepPromotion> logger)
{
    private const int ReadsAtOnce = 8;

    /// <summary>Judges a rung and writes the next one.</summary>
    /// <exception cref="StoreUnavailableException">The store could not be reached; worth a retry.</exception>
    /// <exception cref="InvalidDataException">The plan is gone.</exception>
    public async Task<PromotedTrials> RunAsync(PromoteRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        // The plan in the store is that of the sweep's newest manifest.
        if (await status.ReadAsync(request.Sweep, cancellation) is { } known && known.InstanceId != request.InstanceId)
            return new PromotedTrials { Superseded = true };

        var name = StoreLayout.SweepPlan(request.Sweep);
        var plan = await store.ReadDocumentAsync<SweepPlan>(StoreLayout.ResultsContainer, name, cancellation)
            ?? throw new InvalidDataException($"{StoreLayout.ResultsContainer}/{name} is not there; it is written when a sweep is planned.");
        var promotion = await PromoteAsync(plan, request.Rung, request.Outcomes, cancellation);
        await writer.WriteTrialsAsync(promotion.Promoted, cancellation);
        await writer.WritePlanAsync(promotion.Plan, cancellation);

        IReadOnlyList<string> trialIds = [.. promotion.Promoted.Select(trial => trial.Id)];
        var outcomes = request.Outcomes.ToDictionary(outcome => outcome.TrialId);
        Logs.RungJudged(logger, request.Sweep, plan.Search!.NameOf(request.Rung), trialIds.Count, promotion.Dropped.Count);
        return new PromotedTrials
        {
            TrialIds = trialIds,
            Settled = await finished.FindOutcomesAsync(trialIds, cancellation),
            Dropped = [.. promotion.Dropped.Select(dropped => outcomes[dropped.TrialId] with { State = TrialState.Dropped, Reason = dropped.Reason })],
        };
    }

    /// <summary>How far a sweep would come without computing anything: its plan with all rungs whose trials are known by what ended before.</summary>
    /// <param name="plan">Its plan; of a search, that of its first rung.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>The plan, and those of its trials that ended before, with their outcomes.</returns>
    public async Task<(SweepPlan Plan, IReadOnlyList<TrialOutcome> Finished)> AheadAsync(SweepPlan plan, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var all = new List<TrialOutcome>();
        for (var rung = 0; ; rung++)
        {
            var trials = plan.TrialsAt(rung);
            var outcomes = await finished.FindOutcomesAsync([.. trials.Select(trial => trial.Id)], cancellation);
            all.AddRange(outcomes);
            if (outcomes.Count == 0 || outcomes.Count < trials.Count || !(rung + 1 < plan.Search?.Rungs.Count))
                return (plan, all);
            plan = (await PromoteAsync(plan, rung, outcomes, cancellation)).Plan;
        }
    }

    private async Task<RungPromotion> PromoteAsync(
        SweepPlan plan, int rung, IReadOnlyList<TrialOutcome> outcomes, CancellationToken cancellation)
    {
        var ids = outcomes.Where(outcome => outcome.State == TrialState.Completed).Select(outcome => outcome.TrialId).ToList();
        var records = new TrialRecord?[ids.Count];
        var atOnce = new ParallelOptions { MaxDegreeOfParallelism = ReadsAtOnce, CancellationToken = cancellation };
        await Parallel.ForAsync(0, ids.Count, atOnce, async (index, stop) => records[index] = await finished.FindAsync(ids[index], stop));
        // One that was removed since can't be judged.
        var completed = records.OfType<TrialRecord>().Where(record => record.State == TrialState.Completed);
        return RungPromotion.Of(plan, rung, completed.ToDictionary(record => record.TrialId));
    }
}
