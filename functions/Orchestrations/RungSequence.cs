using Microsoft.DurableTask;
using NeuralStyle.Functions.Activities;
using NeuralStyle.Plan.Records;

namespace NeuralStyle.Functions.Orchestrations;

/// <summary>
/// Runs the rungs of a sweep one after the other: one of a plain sweep; of a search as many as it has, the best trials of each going up to the
/// next. A rung of which some trials were never begun is the last: a comparison among the others would not be that of the manifest.
/// </summary>
internal sealed class RungSequence(
    TaskOrchestrationContext context, SweepInput input, StatusBoard board, PartialSheets sheets, HistoryLength history, PlannedSweep planned)
{
    // In planned order: a trial that is dropped keeps its place.
    private readonly OrderedDictionary<string, TrialOutcome> _outcomes = [];

    /// <summary>Runs them, from where the sweep's course left off.</summary>
    public async Task<RungsEnd> RunAsync(TrialWindow window)
    {
        Keep(input.Course?.Earlier ?? []);
        var rung = input.Course?.Rung ?? 0;
        var trialIds = input.Course?.TrialIds ?? planned.TrialIds;
        if (input.Course is { } course)
            window.Continue(course);
        else
            window.Prepare(trialIds, planned.Settled);
        for (; ; rung++)
        {
            var end = await window.RunAsync(trialIds);
            if (end.Ending == WindowEnding.HistoryFull)
                return new RungsEnd(end.Ending, [], CourseOf(rung, trialIds, end, window));
            Keep(end.Outcomes);
            if (end.Ending != WindowEnding.Done || rung + 1 >= planned.Rungs)
                return new RungsEnd(end.Ending, [.. _outcomes.Values]);

            history.Add();
            var promoted = await context.CallActivityAsync<PromotedTrials>(
                nameof(PromoteTrials), new PromoteRequest(input.Sweep, context.InstanceId, rung, end.Outcomes) { TraceParent = input.TraceParent }, Retries.Transient);
            if (promoted.Superseded)
                return new RungsEnd(WindowEnding.Superseded, []);
            Keep(promoted.Dropped);
            foreach (var dropped in promoted.Dropped)
                board.Change(dropped);
            sheets.Change();
            if (promoted.TrialIds.Count == 0)
                return new RungsEnd(WindowEnding.Done, [.. _outcomes.Values]);
            trialIds = promoted.TrialIds;
            window.Prepare(trialIds, promoted.Settled);
        }
    }

    private SweepCourse CourseOf(int rung, IReadOnlyList<string> trialIds, WindowEnd end, TrialWindow window) => new()
    {
        StartedAt = sheets.StartedAt,
        Planned = planned with { TrialIds = [], Settled = [] },
        Rung = rung,
        TrialIds = trialIds,
        Ended = end.Outcomes,
        Waiting = end.Waiting,
        Earlier = [.. _outcomes.Values],
        Limits = window.LimitsLeft,
        Sheets = board.Sheets,
        Published = board.Published,
        SheetNotBefore = sheets.NotBefore,
    };

    private void Keep(IReadOnlyList<TrialOutcome> outcomes)
    {
        foreach (var outcome in outcomes)
            _outcomes[outcome.TrialId] = outcome;
    }
}
