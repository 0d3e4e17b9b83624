using NeuralStyle.Functions.Storage;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Searches;
using NeuralStyle.Plan.Sweeps;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Functions.Verification;

/// <summary>
/// Judges the rungs of a search again, by the records: who went up, who was dropped with which reason, and that each trial began from the very
/// image that the one before ended with. Whether the last rung that ran was meant to be the last, it can't tell: a sweep that is cancelled ends
/// where it is.
/// </summary>
internal static class SearchCheck
{
    /// <exception cref="LieException">The plan, an outcome or a record says otherwise.</exception>
    public static async Task CheckAsync(SweepPlan plan, SweepProvenance provenance, VerifiedFiles files, CancellationToken cancellation)
    {
        if (plan.Search is null)
            return;

        var outcomes = provenance.Request.Outcomes.ToDictionary(outcome => outcome.TrialId);
        var records = new Dictionary<string, TrialRecord>();
        foreach (var trial in plan.Trials)
        {
            var name = StoreLayout.TrialRecord(trial.Id);
            if (provenance.Records.Any(file => file.Name == name))
                records[trial.Id] = await files.ReadDocumentAsync<TrialRecord>(StoreLayout.TrialsContainer, name, string.Empty, cancellation);
        }

        var reasons = new Dictionary<string, string>();
        for (var rung = 0; rung < plan.TopRung(); rung++)
        {
            var completed = plan.TrialsAt(rung).Where(trial => Completed(trial, outcomes, records)).ToDictionary(trial => trial.Id, trial => records[trial.Id]);
            var promotion = RungPromotion.Of(plan, rung, completed);
            if (JsonDifference.Between(plan.UpTo(rung + 1), promotion.Plan) is { } difference)
            {
                throw new LieException(
                    VerifiedFiles.NameOf(StoreLayout.ResultsContainer, StoreLayout.SweepPlan(plan.Sweep)),
                    $"{difference}, by the records of {plan.Search.NameOf(rung)}");
            }

            foreach (var (trialId, reason) in promotion.Dropped)
                reasons[trialId] = reason;
        }

        CheckOutcomes(plan, provenance, reasons);
        foreach (var trial in plan.Trials.Where(trial => plan.RungOf(trial) > 0 && records.ContainsKey(trial.Id)))
            CheckStart(trial, records);
    }

    private static bool Completed(Trial trial, Dictionary<string, TrialOutcome> outcomes, Dictionary<string, TrialRecord> records) =>
        outcomes.TryGetValue(trial.Id, out var outcome) && outcome.State is TrialState.Completed or TrialState.Dropped
        && records.TryGetValue(trial.Id, out var record) && record.State == TrialState.Completed;

    private static void CheckOutcomes(SweepPlan plan, SweepProvenance provenance, Dictionary<string, string> reasons)
    {
        foreach (var outcome in provenance.Request.Outcomes)
        {
            var truth = reasons.GetValueOrDefault(outcome.TrialId);
            if (outcome.State == TrialState.Dropped ? outcome.Reason == truth : truth is null)
                continue;
            throw new LieException(
                VerifiedFiles.NameOf(StoreLayout.ResultsContainer, StoreLayout.SweepProvenance(plan.Sweep)),
                $"of trial {outcome.TrialId} it says {outcome.State} ({outcome.Reason ?? "no reason"}); "
                + $"true is {(truth is null ? "that it was not dropped" : $"Dropped ({truth})")}, by the records");
        }
    }

    private static void CheckStart(Trial trial, Dictionary<string, TrialRecord> records)
    {
        // A trial that could not read it says nothing of it.
        var began = records[trial.Id].InitTrialSha256;
        var ended = records.GetValueOrDefault(trial.Parameters.InitTrial)?.ImageSha256;
        if (began == ended || (began is null && records[trial.Id].State == TrialState.Failed))
            return;
        throw new LieException(
            VerifiedFiles.NameOf(StoreLayout.TrialsContainer, StoreLayout.TrialRecord(trial.Id)),
            $"initTrialSha256 says {Short(began)}; the result of trial {trial.Parameters.InitTrial}, which it began from, is {Short(ended)}");
    }

    private static string Short(string? sha256) => sha256 is { Length: > 12 } ? $"{sha256[..12]}..." : sha256 ?? "nothing";
}
