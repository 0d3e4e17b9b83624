using Microsoft.DurableTask;
using NeuralStyle.Functions.Activities;
using NeuralStyle.Plan.Records;

namespace NeuralStyle.Functions.Orchestrations;

/// <summary>
/// Runs the rungs of a sweep one after the other: one of a plain sweep; of a search as many as it has, the best trials of each going up to the
/// next. A rung of which some trials were never begun is the last: a comparison among the others would not be that of the manifest.
/// </summary>
internal sealed class RungSequence(
    TaskOrchestrationContext context, SweepInput input, StatusBoard board, PartialSheets sheets, PlannedSweep planned)
{
    // In planned order: a trial that is dropped keeps its place.
    private readonly OrderedDictionary<string, TrialOutcome> _outcomes = [];

    /// <summary>Runs them.</summary>
    /// <returns>How every trial ended, none where a newer manifest took the sweep's place; and whether the sweep was cancelled.</returns>
    public async Task<(IReadOnlyList<TrialOutcome>? Outcomes, bool Cancelled)> RunAsync(TrialWindow window)
    {
        var (trialIds, settled) = (planned.TrialIds, planned.Settled);
        for (var rung = 0; ; rung++)
        {
            var end = await window.RunAsync(trialIds, settled);
            if (end.Outcomes is null)
                return (null, false);
            Keep(end.Outcomes);
            if (rung + 1 >= planned.Rungs || end.Cancelled || end.LeftOut)
                return ([.. _outcomes.Values], end.Cancelled);

            var promoted = await context.CallActivityAsync<PromotedTrials>(
                nameof(PromoteTrials), new PromoteRequest(input.Sweep, context.InstanceId, rung, end.Outcomes), Retries.Transient);
            if (promoted.Superseded)
                return (null, false);
            Keep(promoted.Dropped);
            foreach (var dropped in promoted.Dropped)
                board.Change(dropped);
            sheets.Change();
            if (promoted.TrialIds.Count == 0)
                return ([.. _outcomes.Values], false);
            (trialIds, settled) = (promoted.TrialIds, promoted.Settled);
        }
    }

    private void Keep(IReadOnlyList<TrialOutcome> outcomes)
    {
        foreach (var outcome in outcomes)
            _outcomes[outcome.TrialId] = outcome;
    }
}
